import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf } from '../../../test/support/builders-cases.ts'
import { actOn, aLabel, labelled, rowOf } from '../../../test/support/builders-watchlists.ts'
import { countStatements } from '../../../test/support/count-statements.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

describe('the desk', () => {
  let house: TestHouse
  let marina: Person
  beforeAll(async () => {
    house = await openTestHouse()
    marina = await house.signIn('marina')
  })
  afterAll(() => house.close())

  it('sorts and filters over all pages, and escapes what people type', async () => {
    await aCaseFile(house)
    await aCaseFile(house, { summary: 'Zebra % primeira_' })
    await aCaseFile(house, { summary: 'Água <b>' })
    const sorted = await marina.open(`/em/${at.prot}/mesa?ordem=especificacao&sentido=crescente`)
    const words = sorted.document.querySelector('#processos')?.textContent ?? ''
    expect(words.indexOf('Água <b>')).toBeLessThan(words.indexOf('Pedido de restituição'))
    const found = await marina.open(`/em/${at.prot}/mesa?filtro=${encodeURIComponent('% primeira_')}`)
    expect(found.document.querySelectorAll('#processos tbody tr')).toHaveLength(1)
    const none = await marina.open(`/em/${at.prot}/mesa?filtro=naoexistemesmo`)
    expect(none.text).toContain('Nenhum processo nesta lista')
  })

  it('shows nothing of a confidential case file to who holds no credential', async () => {
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo' })
    const desk = await marina.open(`/em/${at.prot}/mesa?filtro=${hidden.digits}`)
    expect(desk.text).not.toContain(hidden.number)
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(`/em/${at.prot}/mesa?filtro=${hidden.digits}`)).text).toContain(hidden.number)
  })

  it('R5 hides what becomes confidential and shows what ceases to be, and counts each case file by its present type', async () => {
    const made = await aCaseFile(house, { by: 'paulo' })
    const seen = async () => {
      const page = await marina.open(`/em/${at.prot}/mesa`)
      const types = [...page.document.querySelectorAll('select[name="tipo"] option')].map(
        ({ textContent }) => textContent,
      )
      return { listed: page.text.includes(made.number), types: types.join('|') }
    }
    const before = await seen()
    expect(before.listed).toBe(true)
    await house.db`update cases.case_file set effective_level = 'confidential' where id = ${made.id}`
    expect((await seen()).listed).toBe(false)
    await house.db`update cases.case_file set effective_level = 'public' where id = ${made.id}`
    expect(await seen()).toEqual(before)
    await house.db`update cases.case_file set case_type_id = (select id from classification.case_type where name = 'Pessoal: Férias')
      where id = ${made.id}`
    expect((await seen()).types).toContain('Férias')
    expect(before.types).not.toContain('Férias')
  })

  it('asks for a choice when a batch act is pressed with no row chosen', async () => {
    const page = await marina.open(`/em/${at.prot}/envio`)
    expect(page.status).toBe(422)
    expect(page.text).toContain('Nenhum processo selecionado')
  })

  it('shows the columns that the person chose, in every unit, and the usual ones to everybody else', async () => {
    const { digits, number } = await aCaseFile(house, { summary: 'Com muitas colunas' })
    await labelled(house, digits, await aLabel(house, 'Em coluna'), 'texto do marcador')
    await actOn(marina, at.prot, '/anotacao', [digits], { anotacao: 'nota por inteiro' })
    const form = await marina.open(`/em/${at.prot}/mesa/colunas`)
    const chosen = ['note', 'labels', 'last-movement', 'nonsense']
    const desk = await marina.send(form, 'form[action$="/colunas"]', { colunas: chosen })
    const headers = [...desk.document.querySelectorAll('#processos thead th')].map((th) => th.textContent)
    expect(headers.slice(1)).toEqual(['Processo', 'Anotação', 'Marcadores', 'Última movimentação'])
    const row = rowOf(desk, 'processos', number)
    expect(row).toContain('nota por inteiro')
    expect(row).toContain('texto do marcador')
    expect(row).toContain('iniciado: Arrecadação')
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(`/em/${at.prot}/mesa`)).text).toContain('Na unidade desde')
    const back = await marina.send(await marina.open(`/em/${at.prot}/mesa/colunas`), 'form[action$="/colunas"]', {
      acao: 'padrao',
    })
    expect(back.text).toContain('Tipo e especificação')
  })

  it('marks as not read for one person, until that person opens the case file again', async () => {
    const { digits, number } = await aCaseFile(house)
    const rowAt = async (person: Person) =>
      rowOf(await person.open(`/em/${at.prot}/mesa?filtro=${digits}`), 'processos', number)
    expect(await rowAt(marina)).not.toContain('Não lido')
    const after = await actOn(marina, at.prot, '/mesa/nao-lidos', [digits], {})
    expect(after.url).toContain('/mesa?resultado=')
    expect(await rowAt(marina)).toContain('Não lido')
    expect(
      (await marina.open(`/em/${at.prot}/mesa?so=nao-lidos`)).document.querySelectorAll('#processos tbody tr'),
    ).toHaveLength(1)
    const paulo = await house.signIn('paulo')
    expect(await rowAt(paulo)).not.toContain('Não lido')
    const page = await marina.open(`/em/${at.prot}/processos/${digits}`)
    expect(await rowAt(marina)).not.toContain('Não lido')
    const again = await marina.send(page, 'form[action$="/mesa/nao-lidos"]')
    expect(again.url).toContain('/mesa?resultado=')
    expect(await rowAt(marina)).toContain('Não lido')
  })

  it('goes to a sheet as a whole, beyond the page, under the same filter', async () => {
    const actor = await actorOf(house, 'carla', at.cofic)
    for (let n = 0; n < 52; n++) await aCaseFile(house, { by: 'carla', unit: at.cofic, summary: `=Folha ${n}` })
    const carla = await house.signIn('carla')
    expect((await carla.open(`/em/${at.cofic}/mesa`)).document.querySelectorAll('#processos tbody tr')).toHaveLength(50)
    const sheet = await carla.open(`/em/${at.cofic}/mesa/planilha`)
    expect(String(sheet.headers['content-type'])).toContain('text/csv')
    expect(sheet.text.trim().split('\r\n')).toHaveLength(53)
    expect(sheet.text).toContain(`"'=Folha 51"`)
    const some = await carla.open(`/em/${at.cofic}/mesa/planilha?filtro=${encodeURIComponent('folha 51')}`)
    expect(some.text.trim().split('\r\n')).toHaveLength(2)
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'carla', unit: at.cofic })
    await house.db`update cases.credential set ended_at = now(), ended_by = ${actor.userId}, ending = 'revoked' where case_file_id = ${hidden.id}`
    expect((await carla.open(`/em/${at.cofic}/mesa/planilha`)).text).not.toContain(hidden.number)
  })

  it('takes at most ten statements, however many rows and marks it shows', async () => {
    const labelId = await aLabel(house, 'Contagem')
    for (let n = 0; n < 5; n++) await labelled(house, (await aCaseFile(house)).digits, labelId)
    const few = await countStatements(house, () => marina.open(`/em/${at.prot}/mesa?marcador=${labelId}`))
    const all = await countStatements(house, () => marina.open(`/em/${at.prot}/mesa`))
    expect(all).toBe(few)
    expect(all).toBeLessThanOrEqual(10)
    expect(all).toBeGreaterThan(3)
  })

  it('says each thing once: a row is little besides its words', async () => {
    const { html } = await marina.open(`/em/${at.prot}/mesa`)
    const rows = [...html.matchAll(/<tr role="row">.*?<\/tr>/g)].map(([row]) => row)
    const besides = rows.map((row) => row.length - row.replace(/<[^>]+>/g, '').length)
    expect(Math.min(...besides)).toBeLessThan(520)
  })

  it('takes whatever stands in its address without falling', async () => {
    const page = await marina.open(`/em/${at.prot}/mesa?pagina=-3&ordem=x&tipo=abc&marcador=abc&so=nada&sentido=z`)
    expect(page.status).toBe(200)
  })
})
