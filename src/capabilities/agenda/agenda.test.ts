import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMeeting, anAuthority, aSubstitute } from '../../../test/support/builders-agenda.ts'
import { aCaseFile, actorOf, done } from '../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/actor.ts'
import { addDays, type LocalDate, localDate, todayIn } from '../../platform/calendar/index.ts'
import { bookCommitment } from './index.ts'
import { publishDue } from './showing/publish-due.ts'

let house: TestHouse
let sonia: Person
let visitor: Person
let actor: Actor
let office: string
let deputy: string
let today: LocalDate
/** Each story has days of its own. */
let next = 0
const ownDay = () => addDays(today, 10 + 20 * next++)

beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  sonia = await house.signIn('secretaria')
  visitor = new Person(house.app)
  actor = await actorOf(house, 'secretaria', at.gs)
  today = todayIn(house.platform.clock())
  office = await anAuthority(house)
  deputy = await anAuthority(house, { title: 'Secretário Adjunto', holder: 'ana' })
})
afterAll(() => house.close())

const agenda = `/em/${at.gs}/agenda`
const book = (rest: ReturnType<typeof aMeeting>) => bookCommitment(house.db, actor, rest, house.platform.clock())
const publish = (id: string) => house.db`update agenda.commitment set published_at = now() where id = ${id}`
const publicPage = (day: string, of = office) => visitor.open(`/agenda-publica?autoridade=${of}&de=${day}&ate=${day}`)
const fill = async (url: string, selector: string, fields: Record<string, string>, by = sonia) =>
  by.send(await by.open(url), selector, fields)
const change = (id: string, fields: Record<string, string>) =>
  fill(`${agenda}/compromissos/${id}/alteracao`, 'form[action$="/alteracao"]', fields)

describe('requests to be heard', () => {
  const asked = {
    solicitante: 'Maria das Dores',
    canal: 'phone',
    telefone: '(84) 3232-0000',
    assunto: 'Regime especial',
  }
  const ask = (fields: Record<string, string>) =>
    fill(`${agenda}/pedidos/novo`, 'form[action$="/pedidos"]', { ...asked, autoridade: office, ...fields })

  it('R1 are taken by telephone, at the counter or by e-mail, and none without its subject', async () => {
    const wrong = await ask({
      assunto: ' ',
      email: 'sem arroba',
      desejado_de: '2027-05-05',
      desejado_ate: '2027-05-04',
    })
    expect([wrong.status, wrong.errors]).toEqual([
      422,
      [
        'Confira o e-mail: falta algo nele.',
        'Informe o assunto.',
        'O último dia vem antes do primeiro. Troque os dias.',
      ],
    ])
    expect(wrong.html).toContain('Maria das Dores')
    const request = await ask({ nome_1: 'João', orgao_1: 'Comércio', privado_1: 'sim', urgente: 'sim' })
    expect(request.text).toMatch(/Solicitado.*João \(Comércio\) – representa interesse privado.*pedido por telefone/)
    expect((await sonia.open(`${agenda}/pedidos`)).text).toContain('Urgente')
  })

  it('R1 are accepted by booking, sent to the unit whose matter it is, or refused with the reason; once', async () => {
    const refused = await ask({ solicitante: 'Recusada' })
    const without = await sonia.send(refused, '#resposta form', { decisao: 'refused' })
    expect(without.errors).toEqual(['Para recusar, informe o motivo.'])
    const answered = await sonia.send(without, '#resposta form', {
      decisao: 'refused',
      motivo: 'Não cabe ao Secretário.',
    })
    expect(answered.text).toMatch(/Recusado.*Não cabe ao Secretário/)
    expect(answered.document.querySelector('#resposta')).toBeNull()
    const redirected = await ask({ solicitante: 'Encaminhada' })
    const unknown = await sonia.send(redirected, '#resposta form', { decisao: 'redirected', unidade: 'XYZ' })
    expect(unknown.errors[0]).toContain('Não há unidade em uso com a sigla “XYZ”')
    const sent = await sonia.send(unknown, '#resposta form', { decisao: 'redirected', unidade: 'COFIC' })
    expect(sent.text).toMatch(/Encaminhado a outra unidade.*COFIC/)
    const day = ownDay()
    const open = await ask({ desejado_de: day, nome_1: 'João', orgao_1: 'Comércio', privado_1: 'sim' })
    const id = /pedidos\/(\d+)/.exec(open.url)?.[1]
    const form = await sonia.open(`${agenda}/novo?pedido=${id}`)
    expect(form.document.querySelector('input[name="especie"][checked]')?.getAttribute('value')).toBe('hearing')
    const rest = { inicio: '9:00', fim: '9h30', local: 'Gabinete' }
    const incomplete = await sonia.send(form, 'form.form', rest)
    expect(incomplete.errors).toEqual(['Na audiência, descreva os interesses representados.'])
    const booked = await sonia.send(incomplete, 'form.form', { ...rest, interesses: 'Regime especial' })
    expect(booked.text).toContain('compromisso confirmado')
    expect((await sonia.open(open.url)).text).toContain('Aceito')
    const again = await sonia.send(form, 'form.form', { ...rest, inicio: '11:00', fim: '11:30', interesses: 'X e Y' })
    expect(again.errors).toEqual(['O pedido já foi respondido. Volte à lista de pedidos.'])
    await expect(house.db`update agenda.request set subject = 'Outro' where id = ${id ?? ''}`).rejects.toThrow(
      /as it was asked/,
    )
  })
})

describe('commitments', () => {
  it('R2 of a hundred at once for one time, one is confirmed and all others are refused in words', async () => {
    const day = ownDay()
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => book(aMeeting(office, day))))
    expect(outcomes.filter((outcome) => outcome?.done)).toHaveLength(1)
    const refusals = outcomes.flatMap((outcome) => (outcome && !outcome.done ? outcome.refusals : []))
    expect(refusals).toHaveLength(99)
    expect(new Set(refusals.map((refusal) => (refusal.kind === 'occupied' ? refusal.what : refusal.kind)))).toEqual(
      new Set(['authority']),
    )
    const page = await fill(`${agenda}/novo?autoridade=${office}&dia=${day}`, 'form.form', {
      ...{ inicio: '09:15', fim: '09:45', especie: 'meeting', assunto: 'Outro', local: 'Gabinete' },
    })
    expect(page.errors).toEqual(['A agenda já tem um compromisso das 09:00 às 09:30. Escolha outro horário.'])
    expect(page.document.querySelector('#horarios-livres')?.textContent).toMatch(/08:30 às 09:0009:30 às 10:00/)
  })

  it('R2 nobody else has the room meanwhile, and what touches or was cancelled is in nobody’s way', async () => {
    const day = ownDay()
    const room = { place: 'Sala  1'.replace('  ', ' '), booksRoom: true }
    const first = await done(book(aMeeting(office, day, room)))
    const other = await book(aMeeting(deputy, day, { ...room, place: 'sala 1' }))
    expect(other).toMatchObject({ done: false, refusals: [{ kind: 'occupied', what: 'room' }] })
    const after = { from: new Date(`${day}T09:30:00-03:00`), to: new Date(`${day}T10:00:00-03:00`) }
    const second = await done(book(aMeeting(office, day, after)))
    const moved = await change(second.id, { inicio: '09:10', fim: '09:40' })
    expect(moved.errors).toEqual(['A agenda já tem um compromisso das 09:00 às 09:30. Escolha outro horário.'])
    const page = await sonia.open(`${agenda}/compromissos/${first.id}`)
    const without = await sonia.send(page, '#o-que-aconteceu form', { situacao: 'cancelled' })
    expect(without.errors).toEqual(['Informe o motivo do cancelamento.'])
    await sonia.send(without, '#o-que-aconteceu form', { situacao: 'cancelled', encaminhamentos: 'Viagem.' })
    expect((await change(second.id, { inicio: '09:10', fim: '09:40' })).text).toContain('Remarcado')
    await expect(house.db`update agenda.commitment set subject = 'Volta' where id = ${first.id}`).rejects.toThrow(
      /stays/,
    )
    await expect(house.db`delete from agenda.commitment where id = ${first.id}`).rejects.toThrow()
  })

  it('R6 go to whoever stands in on that day, whose own agenda is then taken; both sides say so', async () => {
    const day = ownDay()
    await aSubstitute(house, office, 'ana', { from: day, until: addDays(day, 2) })
    const own = await done(book(aMeeting(deputy, day)))
    const both = await book(aMeeting(office, day))
    expect(both).toMatchObject({ done: false, refusals: [{ kind: 'occupied', what: 'person' }] })
    const ten = { from: new Date(`${day}T10:00:00-03:00`), to: new Date(`${day}T10:30:00-03:00`) }
    const booked = await done(book(aMeeting(office, day, { ...ten, subject: 'No lugar da titular' })))
    expect((await sonia.open(`${agenda}/compromissos/${booked.id}`)).text).toContain(
      'Ana Assessora (Secretário em exercício)',
    )
    const week = async (of: string) => (await sonia.open(`${agenda}?autoridade=${of}&dia=${day}`)).text
    expect(await week(office)).toMatch(/ausente de .* Responde Ana Assessora \(Secretário em exercício\)/)
    expect(await week(deputy)).toMatch(/Ana Assessora responde por Secretário .*No lugar de: Secretário/)
    await Promise.all([own.id, booked.id].map(publish))
    expect((await publicPage(day, deputy)).text).toMatch(
      /Ana Assessora responde por Secretário.*No lugar de Secretário/,
    )
    expect((await publicPage(day)).text).toContain('Responde Ana Assessora')
  })

  it('R6 that were booked before the substitution say who answers now, and pass on when saved', async () => {
    const day = ownDay()
    const { id } = await done(book(aMeeting(office, day)))
    await aSubstitute(house, office, 'carla', { from: day, until: day })
    const page = await sonia.open(`${agenda}/compromissos/${id}`)
    expect(page.text).toMatch(/Neste dia responde Carla Coordenadora.*marcado para Sônia/)
    expect((await change(id, {})).text).toContain('Carla Coordenadora (Secretário em exercício)')
  })

  it('lie within the hours unless it is said on purpose, and warn of another place nearby', async () => {
    const day = ownDay()
    const early = { inicio: '07:00', fim: '08:00', especie: 'event', assunto: 'Solenidade', local: 'Palácio' }
    const page = await fill(`${agenda}/novo?autoridade=${office}&dia=${day}`, 'form.form', early)
    expect(page.errors[0]).toContain('O atendimento é das 08:00 às 14:00')
    const booked = await sonia.send(page, 'form.form', { ...early, fora_do_horario: 'sim' })
    expect(booked.text).toContain('compromisso confirmado')
    const eight = { from: new Date(`${day}T08:15:00-03:00`), to: new Date(`${day}T08:45:00-03:00`) }
    await done(book(aMeeting(office, day, eight)))
    expect((await sonia.open(booked.url)).text).toContain('das 08:15 às 08:45 em outro local: Gabinete')
    const sheet = await sonia.open(`${agenda}/folha?autoridade=${office}&dia=${day}`)
    expect(sheet.text).toMatch(/07:00 às 08:00.*Solenidade.*08:15 às 08:45/)
    const future = await sonia.send(await sonia.open(booked.url), '#o-que-aconteceu form', { situacao: 'held' })
    expect(future.errors).toEqual(['O compromisso ainda não começou.'])
  })

  it('R8 are on the page of their case file with what follows of them, and hidden where the case file is', async () => {
    const caseFile = await aCaseFile(house, { by: 'secretaria', unit: at.gs })
    const day = addDays(today, -3)
    const { id } = await done(book(aMeeting(office, day)))
    const page = await sonia.open(`${agenda}/compromissos/${id}`)
    const fields = { situacao: 'held', encaminhamentos: 'Abrir estudo.', processo: caseFile.number }
    expect((await sonia.send(page, '#o-que-aconteceu form', fields)).text).toMatch(/Realizado.*Abrir estudo/)
    expect((await sonia.open(`/em/${at.gs}/processos/${caseFile.digits}`)).text).toMatch(
      /Na agenda.*Secretário.*Realizado/,
    )
    const secret = await aCaseFile(house, { by: 'secretaria', unit: at.gs, level: 'confidential' })
    await house.db`update agenda.commitment set case_file_id = ${secret.id}, subject = 'Nome da pessoa', changed_at = now() where id = ${id}`
    await publish(id)
    const ana = await house.signIn('ana')
    expect((await ana.open(`${agenda}/compromissos/${id}`)).status).toBe(404)
    const week = await ana.open(`${agenda}?autoridade=${office}&dia=${day}`)
    expect(week.html).not.toMatch(new RegExp(`Nome da pessoa|${secret.digits}|Abrir estudo`))
    const outside = await publicPage(day)
    expect(outside.text).toMatch(/Compromisso reservado.*Informação protegida por sigilo legal/)
    for (const end of ['dados.csv', 'dados.json', 'calendario.ics']) {
      const file = await visitor.open(`/agenda-publica/${end}?autoridade=${office}&de=${day}&ate=${day}`)
      expect(`${outside.html}${file.bytes}`).not.toMatch(/Nome da pessoa|Planejamento/)
    }
    const wrong = await fill(`${agenda}/novo?autoridade=${office}`, 'form.form', { processo: '99999999999' })
    expect(wrong.status).toBe(422)
    expect((await (await house.signIn('carla')).open(`/em/${at.cofic}/agenda/compromissos/${id}`)).status).toBe(404)
  })
})

describe('what everybody reads', () => {
  it('R4 is published on its day by itself, says when, late where it is, and keeps the trail of what changed', async () => {
    const now = house.platform.clock()
    const old = localDate('2020-03-02')
    const late = await done(book(aMeeting(office, old)))
    const day = addDays(today, -1)
    const { id } = await done(book(aMeeting(office, day)))
    const coming = await done(book(aMeeting(office, ownDay())))
    await publishDue(house.db, now)
    const [row] = await house.db<{ late: boolean; coming: boolean }[]>`
      select (select published_at is not null from agenda.commitment where id = ${late.id}) as late,
             (select published_at is not null from agenda.commitment where id = ${coming.id}) as coming`
    expect(row).toEqual({ late: true, coming: false })
    expect((await publicPage(old)).text).toContain('Publicado com atraso')
    const before = await publicPage(day)
    expect(before.text).toMatch(/Registrado em.*Publicado em/)
    expect(before.text.slice(150)).not.toMatch(/com atraso|Alterado depois/)
    await change(id, { assunto: 'Assunto novo' })
    expect((await publicPage(day)).text).toMatch(
      /Alterado depois de publicado.*assunto: de “Planejamento do trimestre” para “Assunto novo”/,
    )
    await expect(house.db`update agenda.commitment set published_at = null where id = ${id}`).rejects.toThrow(/stays/)
    await expect(house.db`delete from agenda.version where commitment_id = ${id}`).rejects.toThrow(/append-only/)
  })

  it('R5 is of what is reserved the time and the law alone, until the day on which it is told', async () => {
    const day = ownDay()
    const reserved = { basis: 'Lei nº 12.527/2011, art. 23, VII', discloseOn: addDays(day, 30) }
    const { id } = await done(book(aMeeting(office, day, { reserved, subject: 'Operação', place: 'Quartel' })))
    await publish(id)
    await change(id, { assunto: 'Operação especial' })
    const page = await publicPage(day)
    expect(page.text).toMatch(/09:00 às 09:30 – Compromisso reservado.*art. 23, VII.*houve alteração/)
    const csv = await visitor.open(`/agenda-publica/dados.csv?autoridade=${office}&de=${day}&ate=${day}`)
    const json = await visitor.open(`/agenda-publica/dados.json?autoridade=${office}&de=${day}&ate=${day}`)
    expect(`${page.html}${csv.bytes}${json.bytes}`).not.toMatch(/Operação|Quartel/)
    await house.db`update agenda.commitment set disclose_on = ${today} where id = ${id}`
    const opened = await publicPage(day)
    expect(opened.text).toContain('Operação especial')
    expect(opened.text).not.toContain('“Operação”')
  })

  it('R7 is open data and a calendar with identifiers that stay, and no CPF in any of them', async () => {
    const day = ownDay()
    const participants = [{ name: 'João 529.982.247-25', body: '', role: '', isPrivate: false }]
    const { id } = await done(book(aMeeting(office, day, { participants, subject: 'Visita; de 52998224725' })))
    await publish(id)
    const get = async (end: string) =>
      String((await visitor.open(`/agenda-publica/${end}?autoridade=${office}&de=${day}&ate=${day}`)).bytes)
    const [csv, json, ics] = [
      await get('dados.csv'),
      await get('dados.json'),
      (await get('calendario.ics')).replaceAll('\r\n ', ''),
    ]
    expect(csv).toContain('Visita; de')
    expect(JSON.parse(json)).toMatchObject([{ cargo: 'Secretário', situacao: 'Confirmado', publicadoComAtraso: false }])
    const uid = /UID:(\S+)\r\nSEQUENCE:0\r\n(?:.*\r\n){4}SUMMARY:Reunião: Visita\\; de/.exec(ics)?.[1]
    expect(uid).toMatch(/^[0-9a-f-]{36}@/)
    expect(`${csv}${json}${ics}${(await publicPage(day)).html}`).not.toMatch(/529\.?982\.?247/)
    await change(id, { local: 'Auditório' })
    expect((await get('calendario.ics')).replaceAll('\r\n ', '')).toContain(`UID:${uid}\r\nSEQUENCE:1`)
    expect((await visitor.open('/agenda-publica/dados.csv?autoridade=999999')).status).toBe(404)
  })

  it('R9 is nothing of an agenda that is not public', async () => {
    const day = ownDay()
    const { id } = await done(book(aMeeting(deputy, day, { subject: 'Só para a casa' })))
    await publish(id)
    expect((await publicPage(day, deputy)).text).toContain('Só para a casa')
    await fill(`${agenda}/autoridades/${deputy}`, 'form.form', { publica: '', abre: '10h' })
    expect((await publicPage(day, deputy)).text).not.toContain('Só para a casa')
    expect((await visitor.open(`/agenda-publica/dados.json?autoridade=${deputy}`)).status).toBe(404)
    const strangers = await house.signIn('carla')
    expect((await strangers.open(`/em/${at.cofic}/agenda`)).text).toContain('ainda não mantém nenhuma agenda')
    expect((await strangers.open(`/em/${at.cofic}/agenda?autoridade=${office}`)).status).toBe(404)
  })
})
