import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  confirmPasswordFor,
  done,
  openForCommands,
  postAnyway,
} from '../../../test/support/builders-cases.ts'
import { anEntry } from '../../../test/support/builders-mailroom.ts'
import { rowOf } from '../../../test/support/builders-watchlists.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { sendCaseFile } from '../routing/index.ts'
import { addsUp } from './day-book/entry.rules.ts'
import { moveEntry, sendSlip } from './index.ts'

let house: TestHouse
let marina: Person
let paulo: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  ;[marina, paulo, ana] = [await house.signIn('marina'), await house.signIn('paulo'), await house.signIn('ana')]
})
afterAll(() => house.close())

const board = `/em/${at.prot}/quadro-do-dia`
const slips = `/em/${at.prot}/guias-de-tramitacao`
const daysAgo = (days: number) => new Date(house.platform.clock().getTime() - days * 86_400_000)
const totals = async (day: string, person = marina) => {
  const page = await person.open(`${board}?dia=${day}`)
  const text = page.document.querySelector('#totais')?.textContent ?? ''
  const figures = text.split(/no dia;|anteriores;|resolvidos?;/).map((part) => Number(/\d+/.exec(part)?.[0] ?? 0))
  const [received = 0, carried = 0, closed = 0, open = 0] = figures
  return { received, carried, closed, open }
}
const move = async (id: string, fields: Record<string, string>, person = marina) =>
  person.send(await person.open(`${board}/${id}`), '#como-esta form', fields)

describe('the daily board', () => {
  it('R1 takes nothing without its subject, and gives a receipt at once', async () => {
    const form = await marina.open(`${board}/novo`)
    const fields = { remetente: 'José da Silva', categoria: 'taxpayer', especie: 'petition', folhas: '3' }
    const wrong = await marina.send(form, 'form.form', { ...fields, assunto: ' ' })
    expect(wrong.status).toBe(422)
    expect(wrong.errors).toEqual(['Informe o assunto.'])
    expect(wrong.html).toContain('José da Silva')
    const receipt = await marina.send(wrong, 'form.form', {
      ...fields,
      assunto: 'Pede restituição',
      pecas: 'Requerimento\nGuia paga',
    })
    expect(receipt.url).toMatch(/quadro-do-dia\/\d+\/recibo$/)
    expect(receipt.text).toMatch(/Recibo de entrega \d+\/\d{4} – PROT/)
    expect(receipt.text).toContain('Requerimento; Guia paga')
    const page = await marina.open(board)
    expect(rowOf(page, 'do-dia', 'Pede restituição')).toMatch(/Requerimento.*José da Silva.*Recebido/)
    const later = await marina.send(await marina.open(`${board}/novo`), 'form.form', {
      ...{ ...fields, assunto: 'Adiantado', recebido_em: '2199-01-01T08:00' },
    })
    expect(later.errors).toEqual(['A chegada não pode ser depois de agora.'])
  })

  it('R2 numbers without a hole in each unit and year, whoever registers at once, and the receipt never changes', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => anEntry(house, { unit: at.cofic, by: 'carla' })))
    const rows = await house.db<{ number: number }[]>`
      select number from mailroom.entry where id = any (${ids}::text[]::bigint[]) order by number`
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const old = await anEntry(house, { unit: at.cofic, by: 'carla', receivedAt: new Date('2001-05-04T15:00:00Z') })
    const [first] = await house.db`select year, number from mailroom.entry where id = ${old}`
    expect(first).toEqual({ year: 2001, number: 1 })
    await expect(house.db`update mailroom.entry set subject = 'Outro' where id = ${old}`).rejects.toThrow(
      /stays as it was/,
    )
    await expect(house.db`delete from mailroom.entry where id = ${old}`).rejects.toThrow()
  })

  it('R3 tells anybody who has the code that it was received, and nothing of what or from whom', async () => {
    const id = await anEntry(house, { subject: 'Assunto reservado', sender: 'Fulana' })
    const [row] = await house.db<{ code: string }[]>`select code from mailroom.entry where id = ${id}`
    const visitor = new Person(house.app)
    const found = await visitor.open(`/recibo-de-entrega?codigo=${row?.code.toLowerCase().replace(/(.{4})/g, '$1%20')}`)
    expect(found.text).toContain('O recibo é verdadeiro')
    expect(found.text).toContain('PROT')
    expect(found.html).not.toMatch(/Assunto reservado|Fulana/)
    const none = await visitor.open('/recibo-de-entrega?codigo=AAAA-BBBB-CCCC')
    expect([none.status, none.text]).toEqual([404, expect.stringContaining('Nenhum recibo tem este código')])
    expect((await visitor.open('/recibo-de-entrega')).status).toBe(200)
  })

  it('R4 carries over what is open, and adds up: what came and was there, without what was settled, is left', async () => {
    const [first, second] = [
      await anEntry(house, { receivedAt: daysAgo(2), subject: 'De anteontem' }),
      await anEntry(house, { receivedAt: daysAgo(2), subject: 'Resolvido hoje' }),
    ]
    const today = todayIn(house.platform.clock())
    const before = await totals(today)
    const answered = await move(second, { situacao: 'answered', nota: 'Respondido no balcão.' })
    expect(answered.text).toContain('respondido.')
    const after = await totals(today)
    expect(after).toEqual({ ...before, closed: before.closed + 1, open: before.open - 1 })
    for (const day of [today, todayIn(daysAgo(1)), todayIn(daysAgo(2)), todayIn(daysAgo(3))]) {
      const figures = await totals(day)
      expect(addsUp(figures), JSON.stringify({ day, figures })).toBe(true)
    }
    const page = await marina.open(board)
    expect(rowOf(page, 'anteriores', 'De anteontem')).toContain('Recebido')
    expect(rowOf(page, 'anteriores', 'Resolvido hoje')).toContain('Respondido')
    expect(rowOf(await marina.open(`${board}?situacao=received`), 'anteriores', 'Resolvido hoje')).toBe('')
    expect(rowOf(await marina.open(`${board}?q=ANTEONTEM`), 'anteriores', 'De anteontem')).not.toBe('')
    expect(rowOf(await marina.open(`${board}?q=nada+disso`), 'anteriores', 'De anteontem')).toBe('')
    await move(first, { situacao: 'filed' })
    const late = await anEntry(house, { dueOn: '2020-01-02', subject: 'Venceu' })
    expect(rowOf(await marina.open(`${board}?atrasados=sim`), 'do-dia', 'Venceu')).toContain('Vencido')
    await move(late, { situacao: 'dispatched' })
    expect(rowOf(await marina.open(`${board}?atrasados=sim`), 'do-dia', 'Venceu')).toBe('')
  })

  it('R5 ties what was formalised to its case file, both ways, and says with whom it is', async () => {
    const { digits, number } = await aCaseFile(house)
    const id = await anEntry(house, { subject: 'Para formalizar' })
    const without = await move(id, { situacao: 'formalised' })
    expect(without.errors).toEqual(['Para formalizar, informe o número do processo.'])
    const unknown = await move(id, { situacao: 'formalised', processo: '99999.999999/2099-99' })
    expect(unknown.errors).toEqual([
      'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
    ])
    const tied = await move(id, { situacao: 'formalised', processo: number })
    expect(tied.text).toContain(number)
    const nobody = await move(id, { situacao: 'distributed' })
    expect(nobody.errors).toEqual(['Escolha com quem fica: sem pessoa, não está distribuído.'])
    const { userId } = await actorOf(house, 'paulo', at.prot)
    await move(id, { situacao: 'distributed', responsavel: userId })
    expect(rowOf(await marina.open(board), 'do-dia', 'Para formalizar')).toMatch(/Paulo[\s\S]*Distribuído/)
    const stranger = await actorOf(house, 'carla', at.cofic)
    const foreign = await postAnyway(marina, `${board}/${id}`, {
      situacao: 'distributed',
      responsavel: stranger.userId,
    })
    expect(foreign.errors).toEqual(['Esta pessoa não trabalha na unidade. Escolha outra.'])
    const page = await marina.open(`/em/${at.prot}/processos/${digits}`)
    expect(page.document.querySelector('#no-quadro-do-dia')?.textContent).toContain('Ministério Público')
    const history = await marina.open(`${board}/${id}`)
    expect(history.document.querySelectorAll('#passos li')).toHaveLength(3)
    expect((await ana.open(`/em/${at.asses}/quadro-do-dia/${id}`)).status).toBe(404)
    expect((await ana.open(`/em/${at.asses}/processos/${digits}`)).html).not.toContain('no-quadro-do-dia')
  })

  it('R6 hides what is in a confidential case file from who holds no credential, in lines and figures', async () => {
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo', summary: 'Denúncia' })
    await openForCommands(house, 'paulo', at.prot, hidden.id)
    const id = await anEntry(house, { subject: 'Delação do fiscal', sender: 'Beltrano' })
    const today = todayIn(house.platform.clock())
    const before = await totals(today)
    const holder = await actorOf(house, 'paulo', at.prot)
    const request = { id, state: 'formalised', responsibleId: undefined, caseNumber: hidden.digits } as const
    await done(moveEntry(house.db, holder, { ...request, dueOn: null, note: '' }, house.platform.clock()))
    const page = await marina.open(board)
    expect(page.html).not.toMatch(/Delação|Beltrano/)
    expect(page.html).not.toContain(hidden.number)
    expect(await totals(today)).toEqual({ ...before, received: before.received - 1, open: before.open - 1 })
    for (const path of [`${board}/${id}`, `${board}/${id}/recibo`]) expect((await marina.open(path)).status).toBe(404)
    expect((await postAnyway(marina, `${board}/${id}`, { situacao: 'filed' })).status).toBe(404)
    const locked = await paulo.open(board)
    expect(locked.html).toContain(hidden.number)
    expect(locked.html).not.toMatch(/Delação|Beltrano/)
    expect((await paulo.open(`${board}?q=delação`)).html).not.toContain(hidden.number)
    await confirmPasswordFor(paulo, at.prot, hidden.digits, password)
    expect((await paulo.open(board)).html).toContain('Delação do fiscal')
  })

  it('shows what arrives by the system, and a form for paper when it is away', async () => {
    const { digits, number } = await aCaseFile(house, { by: 'carla', unit: at.cofic })
    const [unit, carla] = [await actorOf(house, 'marina', at.prot), await actorOf(house, 'carla', at.cofic)]
    const sent = { caseNumber: digits, to: [unit.unitId], keepOpen: false }
    await done(sendCaseFile(house.db, carla, sent, house.platform.clock()))
    expect(rowOf(await marina.open(board), 'pelo-sistema', number)).toContain('Pedido de restituição')
    expect((await marina.open(`${board}/formulario`)).document.querySelectorAll('#linhas tbody tr')).toHaveLength(15)
  })
})

describe('a slip', () => {
  const send = async (itens: string, destino = 'Ministério Público') =>
    marina.send(await marina.open(`${slips}/nova`), 'form.form', { destino, itens })

  it('R7 is numbered without a hole, goes as it was written, and is on paper until it is signed', async () => {
    const wrong = await send('; sem número')
    expect(wrong.errors).toEqual(['Linha 1: falta o número do processo ou do documento.'])
    expect((await send('')).errors).toEqual(['Escreva ao menos um item.'])
    const page = await send('Ofício 1/2026; Resposta; 1; 4\nOfício 2/2026')
    expect(page.text).toMatch(/Guia de tramitação \d+\/\d{4} – PROT/)
    expect(page.text).toContain('Assinatura: ____')
    expect(rowOf(page, 'itens', 'Ofício 1/2026')).toBe('1Ofício 1/2026Resposta14–')
    const id = /(\d+)$/.exec(page.url)?.[1] ?? ''
    await expect(house.db`update mailroom.slip set carrier = 'Outro' where id = ${id}`).rejects.toThrow(
      /as it was sent/,
    )
    await expect(house.db`update mailroom.slip_item set volumes = 9 where slip_id = ${id}`).rejects.toThrow(
      /as it was sent/,
    )
    expect(rowOf(await marina.open(slips), 'guias', 'Ministério Público')).toContain('A caminho')
  })

  it('R8 has each thing on one open slip only, and is signed for once, thing by thing', async () => {
    const page = await send('Ofício 10/2026\nOfício 11/2026')
    const twice = await send('OFÍCIO 10-2026')
    expect(twice.errors).toEqual(['OFÍCIO 10-2026 está em outra guia que ninguém assinou ainda.'])
    const nobody = await marina.send(page, '#assinatura form', { recebedor: '' })
    expect(nobody.errors).toEqual(['Informe quem recebeu.'])
    const fields = { recebedor: 'Maria do MP', matricula: '123', item_2: 'missing' }
    const signed = await marina.send(nobody, '#assinatura form', fields)
    expect(signed.text).toContain('Recebida em parte')
    expect(signed.text).toContain('Recebida por Maria do MP (123)')
    expect(rowOf(signed, 'itens', 'Ofício 11/2026')).toContain('Faltou')
    expect(signed.document.querySelector('#assinatura')).toBeNull()
    const again = await postAnyway(marina, `${signed.url}/recebimento`, { recebedor: 'Outra' })
    expect(again.errors).toEqual(['O recebimento desta guia já foi registrado.'])
    expect((await send('Ofício 11/2026')).status).toBe(200)
    const open = await house.db`
      select 1 from mailroom.slip_item i join mailroom.slip s on s.id = i.slip_id
       where s.received_at is not null and i.outcome is null`
    expect(open).toHaveLength(0)
  })

  it('R8 is signed by the unit it goes to, where that is one of the house', async () => {
    await send('Ofício 20/2026', 'ASSES')
    const theirs = `/em/${at.asses}/guias-de-tramitacao`
    const list = await ana.open(`${theirs}?lado=a-receber&abertas=sim`)
    const link = list.document.querySelector('#guias a')?.getAttribute('href') ?? ''
    const page = await ana.open(link)
    expect(page.text).toContain('vale como a sua assinatura na guia')
    const signed = await ana.send(page, '#assinatura form', {})
    expect(signed.text).toMatch(/Registrado por Ana[^,]*, ASSES/)
    const carla = await house.signIn('carla')
    expect((await carla.open(link.replace(at.asses, at.cofic))).status).toBe(404)
  })

  it('R9 names no confidential case file, and tells of others only to who may know', async () => {
    const secret = await aCaseFile(house, { level: 'confidential' })
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    const refused = await send(secret.number)
    expect(refused.errors).toEqual([
      `${secret.number} é sigiloso: mande-o em envelope lacrado, com uma descrição que não o nomeie.`,
    ])
    const theirs = await aCaseFile(house, { level: 'confidential', by: 'paulo' })
    const page = await send(theirs.number)
    expect(page.status).toBe(200)
    expect(page.document.querySelector('#itens a')).toBeNull()
    const { digits, number, id } = await aCaseFile(house)
    const protocol = await actorOf(house, 'marina', at.prot)
    const items = [{ reference: number, description: 'Autos', volumes: 1, pages: null }]
    const sent = await done(
      sendSlip(house.db, protocol, { destination: 'COFIC', carrier: '', notes: '', items }, house.platform.clock()),
    )
    const slip = await marina.open(`${slips}/${sent.id}`)
    expect(slip.document.querySelector('#itens a')?.getAttribute('href')).toContain(digits)
    await house.db`update cases.case_file set level = 'restricted', effective_level = 'restricted',
      legal_basis_id = (select id from classification.legal_basis where level = 'restricted' limit 1) where id = ${id}`
    const unnamed = await (await house.signIn('carla')).open(`/em/${at.cofic}/guias-de-tramitacao/${sent.id}`)
    expect(unnamed.text).toContain('(reservado)')
    expect(unnamed.html).not.toContain(number)
    await house.db`update cases.case_file set level = 'confidential', effective_level = 'confidential',
      legal_basis_id = (select id from classification.legal_basis where level = 'confidential' limit 1) where id = ${id}`
    const carla = await house.signIn('carla')
    const hidden = await carla.open(`/em/${at.cofic}/guias-de-tramitacao/${sent.id}`)
    expect(hidden.status).toBe(200)
    expect(hidden.html).not.toContain(number)
    expect(rowOf(await carla.open(`/em/${at.cofic}/guias-de-tramitacao?lado=a-receber`), 'guias', 'COFIC')).toContain(
      '0',
    )
  })
})
