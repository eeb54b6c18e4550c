import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf } from '../../../../test/support/builders-cases.ts'
import { rowOf } from '../../../../test/support/builders-documents.ts'
import { wordsOf } from '../../../../test/support/builders-output.ts'
import { aGazetteToSendTo, anAct, monday, publish, step } from '../../../../test/support/builders-publishing.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { daysOfMonth, readMonth } from '../listing/month.ts'
import { textOfFile } from '../matter/exporters.ts'
import { normalised } from '../matter/normalised.ts'
import { compareMatter, comparePrinted } from './compare-printed.ts'
import { readReturns } from './returns/returns.form.ts'

const text = 'Fica designada a “comissão” de inventário {2026} – R$ 1,00.'

let house: TestHouse
let marina: Person
let cabinet: Person
let ours: string
let central: string
let digits: string
let caseId: string
beforeAll(async () => {
  house = await openTestHouse()
  const own = { email: 'materias@diario.exemplo.gov.br', termsFrom: 'made-available' } as const
  ;({ ours, central, digits, caseId } = await aGazetteToSendTo(house, own))
  await house.db`insert into organization.holiday (on_date, name) values ('2026-11-26', 'Dia da Cidade')`
  await itIs(monday)
})
afterAll(() => house.close())

async function itIs(moment: Date): Promise<void> {
  house.setClock(moment)
  marina = await house.signIn('marina')
  cabinet = await house.signIn('secretaria')
}

const where = (number: string, part = '', unit: string = at.prot) =>
  `/em/${unit}/documentos/${number}/publicacao${part}`

async function matter(vehicle = ours): Promise<string> {
  const number = await anAct(house, digits, text)
  await publish(house, number, vehicle, undefined)
  return number
}

async function send(
  person: Person,
  number: string,
  fields: Record<string, string>,
  unit: string = at.prot,
): Promise<Page> {
  return person.send(await person.open(where(number, '', unit)), 'form[action$="/situacao"]', fields)
}

async function stateOf(number: string) {
  const [row] = await house.db<{ state: string; on: string | null; sha: string | null }[]>`
    select p.state, p.on_date::text as "on", p.sent_sha256 as sha from publishing.publication p
      join documents.document d on d.id = p.document_id where d.number = ${number} order by p.id desc limit 1`
  return row
}

describe('R13 a matter of a sector', () => {
  it('is approved and sent by the cabinet alone, each step with its day, person and receipt', async () => {
    const number = await matter(central)
    const own = await marina.open(where(number))
    expect(own.text).toContain('Quem aprova e envia é GS')
    expect(own.document.querySelector('form[action$="/situacao"]')).toBeNull()
    expect(await step(house, number, { step: 'approved' })).toEqual({
      done: false,
      refusals: [{ kind: 'not-approver' }],
    })
    expect((await cabinet.open(`/em/${at.gs}/publicacoes?lista=a-enviar`)).text).toContain(number)
    await send(cabinet, number, { passo: 'aprovado' }, at.gs)
    const sent = await send(cabinet, number, { passo: 'enviado', recibo: 'P-2026/9' }, at.gs)
    expect(sent.text).toContain('P-2026/9')
    const record = (await marina.open(where(number))).document.querySelector('#passos')?.textContent ?? ''
    for (const word of ['Rascunho', 'Aprovado', 'Enviado', 'Secretária', 'GS', '24/11/2026'])
      expect(record).toContain(word)
    expect(await eventsOf(house, caseId)).toEqual(
      expect.arrayContaining(['publication-prepared', 'publication-approved', 'publication-sent']),
    )
  })

  it('of a document that the cabinet may not read is told to nobody there', async () => {
    const number = await matter(central)
    await house.db`update cases.case_file set effective_level = 'confidential' where id = ${caseId}`
    try {
      expect((await cabinet.open(`/em/${at.gs}/publicacoes?lista=a-enviar`)).text).not.toContain(number)
      expect((await cabinet.open(where(number, '', at.gs))).status).toBe(404)
      expect((await cabinet.open(where(number, '/materia/txt', at.gs))).status).toBe(404)
      const [line] = readReturns(`documento;situacao\n${number};recebido`) ?? []
      expect(line?.request?.step).toBe('received')
      expect(await step(house, number, { step: 'approved' }, { by: 'secretaria', unit: at.gs })).toBeUndefined()
    } finally {
      await house.db`update cases.case_file set effective_level = 'public' where id = ${caseId}`
    }
  })
})

describe('R14 what goes to the gazette', () => {
  it('is the signed text and who signed, in each file; only once it is approved; and its digest is kept', async () => {
    const number = await matter()
    expect((await marina.open(where(number, '/materia/rtf'))).status).toBe(404)
    await send(marina, number, { passo: 'aprovado' })
    const words = await Promise.all(
      ['rtf', 'txt', 'xml'].map(async (format) => {
        const file = await marina.open(where(number, `/materia/${format}`))
        expect(file.headers['content-disposition']).toContain(`materia-${number}.${format}`)
        return normalised(textOfFile(file.bytes.toString('utf8')))
      }),
    )
    expect(new Set(words).size).toBe(1)
    expect(words[0]).toContain(text)
    expect(words[0]).toMatch(/Marina Protocolista, Analista$/)
    const pdf = normalised(await wordsOf((await marina.open(where(number, '/materia/pdf'))).bytes))
    expect(pdf).toContain(text)
    expect((await marina.open(where(number, '/materia/doc'))).status).toBe(404)
    expect((await stateOf(number))?.sha).toBeNull()
    await send(marina, number, { passo: 'enviado', por_email: 'sim' })
    expect((await stateOf(number))?.sha).toMatch(/^[0-9a-f]{64}$/)
    const [mail] = await house.db<{ body: string }[]>`
      select body from mail.message where recipient = 'materias@diario.exemplo.gov.br' order by id desc limit 1`
    expect(mail?.body).toContain(text)
    expect(mail?.body).toContain((await stateOf(number))?.sha ?? 'nothing')
  })
})

describe('R15 an edition', () => {
  it('that has closed is missed: it goes into the next one, and says so; a day without edition is refused', async () => {
    await itIs(new Date('2026-11-23T17:30:00-03:00'))
    const number = await matter()
    await send(marina, number, { passo: 'aprovado' })
    const holiday = await send(marina, number, { passo: 'enviado', data: '2026-11-26' })
    expect([holiday.status, holiday.text.includes('Dia da Cidade')]).toEqual([422, true])
    expect((await send(marina, number, { passo: 'enviado', data: '2026-11-28' })).text).toContain('não há edição')
    const sent = await send(marina, number, { passo: 'enviado', data: '2026-11-24' })
    expect(sent.text).toContain('A edição de 24/11/2026 já tinha fechado: vai na de 25/11/2026.')
    expect(await stateOf(number)).toMatchObject({ state: 'sent', on: '2026-11-25' })
    await itIs(new Date('2026-11-24T16:59:00-03:00'))
    expect((await marina.open(where(number))).document.querySelector('a[href$="/cancelamento"]')).not.toBeNull()
    await itIs(new Date('2026-11-24T17:00:00-03:00'))
    const page = await marina.open(where(number, '/cancelamento'))
    const late = await marina.send(page, 'form[action$="/cancelamento"]', { motivo: 'Ato sem efeito.' })
    expect([late.status, late.text.includes('A edição já fechou')]).toEqual([422, true])
    expect((await stateOf(number))?.state).toBe('sent')
    await itIs(monday)
  })
})

describe('R16 what the gazette printed', () => {
  it('is compared word by word; what differs is flagged for errata, which leaves the original as it is; terms start', async () => {
    const number = await matter()
    await step(house, number, { step: 'approved' })
    await step(house, number, { step: 'sent' })
    await itIs(new Date('2026-11-25T09:00:00-03:00'))
    expect((await marina.open(where(number, '/conferencia'))).status).toBe(404)
    await send(marina, number, { passo: 'publicado', data: '2026-11-25', edicao: '15.123', pagina: '7' })
    const before = await rowOf(house, number)
    const page = await marina.open(where(number))
    // The 26th is a holiday: published on Friday the 27th, terms from Monday on.
    expect(page.text).toContain('27/11/2026. Os prazos começam em 30/11/2026')
    expect(page.document.querySelector('#prazos a')?.getAttribute('href')).toContain('desde=2026-11-29')
    const form = await marina.open(where(number, '/conferencia'))
    const send2 = (texto: string) => marina.send(form, 'form[action$="/conferencia"]', { texto })
    expect((await send2('')).status).toBe(422)
    const printed = (await marina.open(where(number, '/materia/txt'))).bytes.toString('utf8')
    const wrong = await send2(printed.replace('inventário', 'inventá-\nrio').replace('R$ 1,00', 'R$ 9,00'))
    expect(wrong.text).toContain('Difere do texto enviado em 1 ponto.')
    expect([
      wrong.document.querySelector('del')?.textContent,
      wrong.document.querySelector('ins')?.textContent,
    ]).toEqual(['1', '9'])
    expect((await marina.open(where(number))).text).toContain('Pode ser caso de errata')
    const begin = await marina.open(`/em/${at.prot}/documentos/${number}/publicacao-relacionada`)
    const draft = await marina.send(begin, 'form[action$="/publicacao-relacionada"]', { como: 'retificacao' })
    expect(draft.url).not.toContain(number)
    expect(await rowOf(house, number)).toEqual(before)
    expect(
      (
        await marina.send(await marina.open(where(number, '/conferencia')), 'form[action$="/conferencia"]', {
          texto: printed,
        })
      ).text,
    ).toContain('Confere com o texto enviado.')
    expect((await marina.open(where(number))).text).toContain('Conferida')
    const pdf = await marina.open(`/em/${at.prot}/documentos/${number}/pdf`)
    expect(normalised(await wordsOf(pdf.bytes))).toContain(
      'Diário Oficial do Estado (DOE) de 25/11/2026, edição 15.123, página 7',
    )
    for (const table of ['step', 'comparison'])
      await expect(house.db.unsafe(`delete from publishing.${table}`)).rejects.toThrow()
    await itIs(monday)
  })

  const frame = { style: 'centered', isFrame: true } as const
  const framed = {
    lines: [
      { ...frame, cells: ['Governo do Estado'] },
      { ...frame, cells: ['Secretaria'] },
      { style: 'text', cells: ['Fica designada a Secretaria.'] },
    ] as const,
    signers: ['Ana'],
  }
  it.each([
    ['Governo do Estado Secretaria Fica designada a Secretaria. Ana', 0],
    ['Governo do Estado Fica designada a Secretaria. Ana', 0],
    ['Fica designada a Secretaria. Ana', 0],
    ['Fica designada a Comissão. Ana', 1],
    ['Governo da União Secretaria Fica designada a Secretaria. Ana', 1],
  ])('without the letterhead, or part of it: %j differs in %i places', (printed, differences) => {
    expect(compareMatter(framed, printed).differences).toBe(differences)
  })

  it.each([
    ['Uma só frase.', 'Uma  só\nfrase.', 0],
    ['Uma só frase.', 'Uma frase.', 1],
    ['Artigo 1. Artigo 2.', 'Artigo 3. Artigo 4.', 2],
  ])('%j beside %j differs in %i places', (sent, printed, differences) => {
    expect(comparePrinted(sent, printed).differences).toBe(differences)
  })
})

describe('R17 returns of several matters', () => {
  it('are tried without keeping anything, then recorded, each line for itself', async () => {
    const [one, two] = [await matter(), await matter()]
    for (const number of [one, two]) {
      await step(house, number, { step: 'approved' })
      await step(house, number, { step: 'sent' })
    }
    const list = `Documento;Situação;Data;Edição;Recibo;Motivo\n${one};recebido;;;P-1;\n${two};devolvido;;;;Fora do padrão.\n0999999;recebido;;;;\n${one};enviado;;;;`
    const path = `/em/${at.prot}/publicacoes/retornos`
    const tried = await marina.send(await marina.open(path), 'form[action$="/retornos"]', {
      lista: list,
      acao: 'conferir',
    })
    expect(tried.status).toBe(200)
    const cells = [...tried.document.querySelectorAll('#conferencia tbody tr')].map(
      (row) => /Sim|Não/.exec(row.textContent ?? '')?.[0],
    )
    expect(cells).toEqual(['Sim', 'Sim', 'Não', 'Não'])
    expect([(await stateOf(one))?.state, (await stateOf(two))?.state]).toEqual(['sent', 'sent'])
    await marina.send(tried, 'form[action$="/retornos"]', { lista: list, acao: 'registrar' })
    expect([(await stateOf(one))?.state, (await stateOf(two))?.state]).toEqual(['received', 'rejected'])

    await itIs(new Date('2026-11-24T09:00:00-03:00'))
    const xml = `<xml><article id="1" idOficio="${one}" editionNumber="15.124" numberPage="3" pubDate="24/11/2026"><body><Texto/></body></article></xml>`
    await marina.send(await marina.open(path), 'form[action$="/retornos"]', { lista: xml, acao: 'registrar' })
    expect((await marina.open(where(one))).text).toContain('edição 15.124, página 3')
    const report = await marina.open(`/em/${at.prot}/publicacoes/relatorio?mes=2026-11`)
    const row = [...report.document.querySelectorAll('#relatorio tbody tr')].map((tr) => tr.textContent ?? '')
    expect(row[0]).toContain('PROT')
    const sheet = (await marina.open(`/em/${at.prot}/publicacoes/relatorio/planilha?mes=2026-11`)).bytes.toString(
      'utf8',
    )
    expect(sheet.split('\r\n')[1]).toMatch(/^PROT;[^;]+;\d+;\d+;2;1;0;1;0;1,5$/)
    expect((await marina.open(`/em/${at.prot}/publicacoes?lista=devolvidas`)).text).toContain('Motivo: Fora do padrão.')
    await itIs(monday)
  })

  it('name a document by the number that this house gave it, and hold no sign that the database does not take', () => {
    expect(readReturns('<article id="0000123"></article>')?.[0]?.request).toBeUndefined()
    expect(readReturns('<article idOficio="0000123" pubDate="24/11/2026"></article>')?.[0]?.request?.number).toBe(
      '0000123',
    )
    expect(readReturns('documento;situacao;recibo\n0000123;recebido;P\0-1')?.[0]?.request?.receipt).toBe('P-1')
  })

  it('of a month that no calendar goes on from is that of today', () => {
    for (const month of ['9999-12', '0000-01', '2026-13', 'x']) expect(readMonth(month)).toBeUndefined()
    expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', until: '2026-12-31' })
    expect(daysOfMonth('2028-02').until).toBe('2028-02-29')
  })

  it.each(['', 'a;b\n1;2', '"aberto'])('a list such as %j is none', (list) => {
    expect(readReturns(list)).toBeUndefined()
  })
})
