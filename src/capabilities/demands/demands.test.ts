import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, alsoOpenIn } from '../../../test/support/builders-cases.ts'
import { rowOf } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { sendWeekly } from './weekly/send-weekly.ts'

let house: TestHouse
let sonia: Person
let ana: Person
let carla: Person
const demands = `/em/${at.gs}/demandas`

beforeAll(async () => {
  house = await openTestHouse()
  await on('2026-11-16')
  await house.db`insert into organization.holiday (agency_id, on_date, name, kind)
    select agency_id, '2026-12-08', 'Dia da Conceição', 'feriado' from organization.unit where slug = ${at.gs}
    on conflict do nothing`
})
afterAll(() => house.close())

/** It is ten of another day, and everybody comes to work. */
async function on(day: string): Promise<void> {
  house.setClock(new Date(`${day}T10:00:00-03:00`))
  sonia = await house.signIn('secretaria')
  ana = await house.signIn('ana')
  carla = await house.signIn('carla')
}

const asked = {
  classe: 'judiciary',
  orgao: '3ª Vara da Fazenda Pública',
  numero: 'Mandado 0801234',
  assunto: 'Informações em mandado de segurança',
  recebida_em: '2026-11-16',
  base_legal: 'Lei nº 12.016/2009, art. 7º, I',
  dia: '2026-12-10',
}
const register = async (fields: Record<string, string> = {}) =>
  sonia.send(await sonia.open(`${demands}/nova`), 'form[action$="/demandas"]', { ...asked, ...fields })
const fill = async (page: Page, act: string, fields: Record<string, string>, by = sonia) =>
  by.send(await by.open(page.url), `form[action$="/${act}"]`, fields)
const idOf = (page: Page) => /demandas\/(\d+)/.exec(page.url)?.[1] ?? ''
const sectorOf = (page: Page, unit: string) =>
  [...page.document.querySelectorAll('select[name="consulta"] option')]
    .find((option) => option.textContent === unit)
    ?.getAttribute('value') ?? ''
const exit = { resposta: 'Ofício 45/2026', comprovante: 'letter', saida: 'AR BR123456789BR' }

describe('the writ that came on a Monday', () => {
  let page: Page
  let file: { id: string; digits: string; number: string }

  it('R1 is taken with its law and its deadline, and with neither missing', async () => {
    file = await aCaseFile(house)
    await alsoOpenIn(house, file.id, at.gs)
    const wrong = await register({ base_legal: '', dia: '', orgao: '', recebida_em: '2026-11-17' })
    expect([wrong.status, wrong.errors]).toEqual([
      422,
      ['Informe o órgão.', 'Informe a base legal do prazo.', 'Informe o dia em que vence, ou o número de dias.'],
    ])
    expect((await register({ recebida_em: '2026-11-17' })).errors).toEqual([
      'O recebimento não pode ser depois de hoje.',
    ])
    expect((await register({ dia: '2026-11-13' })).errors).toEqual([
      'O prazo vence antes do recebimento. Confira os dois dias.',
    ])
    expect((await register({ processo: '99999999999' })).errors[0]).toContain('Não há processo com este número')
    page = await register({ processo: file.digits })
    expect(page.text).toMatch(/Recebida.*faltam 24 dias.*Judiciário.*16\/11\/2026.*10\/12\/2026.*art\. 7º, I/)
  })

  it('R2 R3 two sectors are asked at once, each until two working days before, holidays left out', async () => {
    const far = await fill(page, 'unidades', { unidades: 'ASSES', antecedencia: '30' })
    expect(far.errors[0]).toMatch(/O prazo interno seria .*já passou/)
    expect((await fill(page, 'unidades', { unidades: 'XYZ' })).errors[0]).toContain('“XYZ”')
    page = await fill(page, 'unidades', { unidades: 'ASSES, COFIC', antecedencia: '2', pedido: 'Fatos e fundamentos' })
    // The 10th is a Thursday, the 8th a holiday: the 9th and the 10th are left after the 7th.
    expect(page.text).toMatch(/Em atendimento.*2 unidades consultadas, até 07\/12\/2026/)
    expect((await fill(page, 'unidades', { unidades: 'asses' })).errors[0]).toContain('já foram consultadas')
  })

  it('R4 more time moves its deadline only when granted, and that of who has not returned', async () => {
    expect((await fill(page, 'prorrogacao', { ate: '2026-12-10', motivo: 'Volume' })).errors).toEqual([
      'O novo prazo precisa vir depois do que está em vigor.',
    ])
    await on('2026-11-18')
    await fill(page, 'retornos', { consulta: sectorOf(page, 'ASSES'), documento: 'Despacho 0000123' })
    page = await fill(page, 'prorrogacao', { ate: '2026-12-18', motivo: 'Volume dos autos' })
    expect(page.text).toMatch(/Prazo\s*10\/12\/2026\D/)
    await on('2026-11-19')
    page = await fill(page, 'decisao', { decisao: 'concedida', ate: '2026-12-17' })
    expect(page.text).toMatch(/Prorrogada.*17\/12\/2026, prorrogado; antes, 10\/12\/2026/)
    const rows = [...page.document.querySelectorAll('#manifestacoes tbody tr')].map((row) => row.textContent ?? '')
    expect(rows[0]).toMatch(/ASSES.*07\/12\/2026.*18\/11\/2026.*Despacho 0000123/)
    expect(rows[1]).toMatch(/COFIC.*15\/12\/2026.*Aguarda/)
  })

  it('R5 R6 a sector without the case file learns nothing of it; with it, it returns for itself alone', async () => {
    const cofic = `/em/${at.cofic}/demandas`
    const hidden = await aCaseFile(house, { level: 'restricted' })
    await alsoOpenIn(house, hidden.id, at.gs)
    const secret = await register({ assunto: 'Assunto restrito', processo: hidden.digits })
    await fill(secret, 'unidades', { unidades: 'COFIC', antecedencia: '2' })
    const list = await carla.open(`${cofic}?lado=consultas`)
    expect(list.text).toContain(asked.numero)
    expect(list.text).toMatch(/Nosso prazo: 15\/12\/2026/)
    for (const text of [list.html, (await carla.open(`${cofic}/dados.csv?lado=consultas&situacao=todas`)).text]) {
      expect(text).not.toMatch(/Assunto restrito/)
      expect(text).not.toContain(hidden.number)
    }
    expect((await carla.open(`${cofic}?lado=consultas&q=restrito`)).text).toContain('Nenhuma demanda nesta lista')
    expect((await carla.open(`${cofic}/${idOf(secret)}`)).status).toBe(404)
    const theirs = await carla.open(`${cofic}/${idOf(page)}`)
    expect([...theirs.document.querySelectorAll('main form')].map((form) => form.getAttribute('action'))).toEqual([
      `${cofic}/${idOf(page)}/retornos`,
    ])
    expect((await carla.open(`/em/${at.cofic}/demandas`)).text).not.toContain(asked.numero)
    const returned = await carla.send(theirs, 'form[action$="/retornos"]', { documento: 'Informação 7' })
    expect(returned.text).toMatch(/retorno registrado.*Todas as unidades retornaram/)
    expect((await ana.open(`/em/${at.gs}/demandas/${idOf(page)}`)).text).toContain('Todas as unidades retornaram')
  })

  it('R7 is told by urgency in the list, and on the page of its case file', async () => {
    await on('2026-12-15')
    const row = () => sonia.open(`${demands}?classe=judiciary&q=0801234`)
    expect((await row()).html).toMatch(/tag--warning.*faltam 2 dias/s)
    await on('2026-12-18')
    expect((await row()).html).toMatch(/tag--danger.*venceu ontem/s)
    expect((await sonia.open(`${demands}?situacao=overdue`)).text).toContain(asked.numero)
    expect((await sonia.open(`${demands}?classe=federal`)).text).toContain('Nenhuma demanda nesta lista')
    const ofCase = await sonia.open(`/em/${at.gs}/processos/${file.digits}`)
    expect(ofCase.document.querySelector('#demandas-externas')?.textContent).toMatch(
      /0801234.*17\/12\/2026.*venceu ontem/,
    )
  })

  it('R8 answered late stays told as late, with the proof that it went out, and changes no more', async () => {
    const early = await fill(page, 'resposta', { ...exit, respondida_em: '2026-11-15', saida: '' })
    expect(early.errors).toEqual(['Informe o número do comprovante.'])
    const answered = await fill(page, 'resposta', { ...exit, respondida_em: '2026-12-18' })
    expect(answered.text).toMatch(
      /Respondida com atraso.*com 1 dia de atraso.*Ofício 45\/2026.*Carta com AR: AR BR123456789BR/,
    )
    expect(answered.document.querySelectorAll('main form')).toHaveLength(0)
    const tag = [...answered.document.querySelectorAll('.tag')].find((one) =>
      one.textContent?.includes('1 dia de atraso'),
    )
    expect(tag?.className).toContain('danger')
    await on('2027-03-01')
    const csv = (await sonia.open(`${demands}/dados.csv?situacao=answered-late`)).text
    expect(csv).toMatch(
      /3ª Vara.*10\/12\/2026;17\/12\/2026;Respondida com atraso;cumprido em 18\/12\/2026, com 1 dia de atraso/,
    )
    for (const change of [
      house.db`update demands.demand set due_on = '2026-12-31' where id = ${idOf(page)}`,
      house.db`update demands.demand set answered_on = '2026-12-17' where id = ${idOf(page)}`,
      house.db`update demands.sector set due_on = '2026-12-31' where demand_id = ${idOf(page)}`,
      house.db`delete from demands.extension where demand_id = ${idOf(page)}`,
    ]) {
      await expect(change).rejects.toThrow()
    }
    expect((await sonia.open(`${demands}/${idOf(page)}/alteracao`)).status).toBe(404)
  })
})

describe('what is due', () => {
  it('R9 stands in the calendar of the month, for who follows it and who was asked, and in a file for calendar programs', async () => {
    await on('2026-11-16')
    const page = await register({ orgao: 'Tribunal do calendário', dia: '2026-12-15' })
    await fill(page, 'unidades', { unidades: 'COFIC', antecedencia: '2', pedido: 'Dados' })
    const month = await sonia.open(`${demands}/calendario?mes=2026-12`)
    expect(rowOf(month, 'dias', 'Tribunal do calendário')).toMatch(/15\/12\/2026.*terça.*Da demanda/)
    const theirs = await carla.open(`/em/${at.cofic}/demandas/calendario?mes=2026-12`)
    expect(rowOf(theirs, 'dias', 'Tribunal do calendário')).toMatch(/11\/12\/2026.*Interno, pedido por GS/)
    expect((await sonia.open(`${demands}/calendario?mes=2027-01`)).text).not.toContain('Tribunal do calendário')
    expect((await ana.open(`/em/${at.asses}/demandas/calendario?mes=2026-12`)).text).not.toContain('do calendário')
    const file = await sonia.open(`${demands}/calendario.ics`)
    expect(file.text).toMatch(/DTSTART;VALUE=DATE:20261215\r\nDTEND;VALUE=DATE:20261216/)
    expect(file.text).toContain('SUMMARY:Vence: Tribunal do calendário')
    expect((await carla.open(`/em/${at.cofic}/demandas/calendario.ics`)).text).toContain('VALUE=DATE:20261211')
    await fill(page, 'resposta', { ...exit, respondida_em: '2026-11-16' })
    expect((await sonia.open(`${demands}/calendario?mes=2026-12`)).text).not.toContain('Tribunal do calendário')
  })

  it('R10 is written to each unit once a week, with nothing of what a mail may not tell', async () => {
    await on('2026-11-23')
    await house.db`insert into organization.unit_email (unit_id, address, description)
      select id, lower(acronym) || '@exemplo.gov.br', 'Unidade' from organization.unit where slug in (${at.gs}, ${at.cofic})
        and not exists (select from organization.unit_email e where e.unit_id = unit.id)`
    const page = await register({ orgao: 'Tribunal da semana', dia: '2026-12-04' })
    await fill(page, 'unidades', { unidades: 'COFIC', antecedencia: '2', pedido: 'Dados' })
    await register({ orgao: 'Tribunal distante', dia: '2026-12-30' })
    const secret = await aCaseFile(house)
    await alsoOpenIn(house, secret.id, at.gs)
    await register({ orgao: 'Tribunal secreto', dia: '2026-12-01', processo: secret.number })
    await house.db`update cases.case_file set level = 'confidential', effective_level = 'confidential',
      legal_basis_id = (select id from classification.legal_basis where level = 'confidential' limit 1) where id = ${secret.id}`
    const elsewhere = await aCaseFile(house)
    await alsoOpenIn(house, elsewhere.id, at.gs)
    const reserved = await register({ orgao: 'Tribunal reservado', dia: '2026-12-02', processo: elsewhere.number })
    await fill(reserved, 'unidades', { unidades: 'COFIC', antecedencia: '1', pedido: '' })
    await house.db`update cases.case_file set level = 'restricted', effective_level = 'restricted',
      legal_basis_id = (select id from classification.legal_basis where level = 'restricted' limit 1) where id = ${elsewhere.id}`
    const mails = async () =>
      house.db<{ recipient: string; body: string }[]>`
        select recipient, body from mail.message where subject like 'Demandas externas da semana%' order by recipient`
    const write = (day: string) => sendWeekly(house.db, 'https://exemplo', new Date(`${day}T10:00:00-03:00`))
    expect(await write('2026-11-23')).toBe(2)
    expect(await write('2026-11-27')).toBe(0)
    const first = await mails()
    const gs = first.find(({ recipient }) => recipient.startsWith('gs'))?.body ?? ''
    const cofic = first.find(({ recipient }) => recipient.startsWith('cofic'))?.body ?? ''
    expect(gs).toContain('- 04/12/2026: Tribunal da semana, Mandado 0801234. Informações em mandado de segurança.')
    expect(cofic).toContain('- 02/12/2026: Tribunal da semana, Mandado 0801234.')
    expect(cofic).toContain('Prazo interno, pedido por GS.')
    expect(gs).toContain('Tribunal reservado')
    for (const words of ['Tribunal distante', 'Tribunal secreto']) expect(gs, words).not.toContain(words)
    expect(cofic).not.toContain('Tribunal reservado')
    expect(await write('2026-11-30')).toBe(2)
    expect((await mails()).filter(({ recipient }) => recipient.startsWith('gs'))).toHaveLength(2)
  })
})
