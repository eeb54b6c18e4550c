import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { aDraft } from '../../../../test/support/builders-documents.ts'
import { aCaseToFind, indexAll } from '../../../../test/support/builders-search.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'

let house: TestHouse
let carla: Person
let signed: string

beforeAll(async () => {
  house = await openTestHouse()
  const { digits } = await aCaseFile(house)
  signed = await aDraft(house, digits, { text: 'Defiro o pedido do laticínio.' })
  await signDocument(house, signed)
  await aDraft(house, digits, { text: 'Minuta sobre jabuticaba.' })
  await indexAll(house)
  carla = await house.signIn('carla')
}, 120_000)
afterAll(() => house.close())

const searchPage = (person: Person, unit: string, query: Record<string, string | string[]> = {}) => {
  const pairs = Object.entries({ ordem: 'data', ...query }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  )
  return person.open(`/em/${unit}/pesquisa?${new URLSearchParams(pairs)}`)
}
const names = (page: Page) =>
  [...page.document.querySelectorAll('.result__name a')].map((link) => link.textContent ?? '')

describe('filters', () => {
  const word = 'umbuzada'
  let first: Awaited<ReturnType<typeof aCaseToFind>>
  let second: Awaited<ReturnType<typeof aCaseToFind>>
  beforeAll(async () => {
    first = await aCaseToFind(house, {
      unit: at.prot,
      summary: `Compra de cadeiras ${word}`,
      parties: ['Maria das Dores Sertaneja'],
      type: 'Pessoal: Férias',
      documents: [
        {
          unit: at.prot,
          text: word,
          type: 'Ofício',
          typeNumber: '12/2024',
          includedOn: '2024-03-10',
          datedOn: '2024-03-01',
          by: 'marina',
          description: 'Lista de móveis',
        },
        {
          unit: at.gs,
          text: word,
          kind: 'uploaded',
          type: 'Requerimento',
          treeName: 'Nota fiscal',
          includedOn: '2025-01-15',
          by: 'ana',
        },
      ],
    })
    second = await aCaseToFind(house, {
      unit: at.rj,
      passed: [at.cofic],
      summary: `Outro assunto ${word}`,
      parties: ['João Sertanejo'],
      documents: [{ unit: at.rj, text: word, includedOn: '2025-06-20', by: 'rita' }],
    })
    await indexAll(house)
  })

  const one = () => first.documents[0]?.number ?? ''
  const two = () => first.documents[1]?.number ?? ''
  const three = () => second.documents[0]?.number ?? ''

  test.each<[string, Record<string, string | string[]>, () => string[]]>([
    ['nothing but the word', {}, () => [first.number, second.number, one(), two(), three()]],
    ['only case files', { tipo: 'processos' }, () => [first.number, second.number]],
    ['only authored', { tipo: 'gerados' }, () => [one(), three()]],
    ['only uploaded', { tipo: 'externos' }, () => [two()]],
    ['two kinds', { tipo: ['processos', 'externos'] }, () => [first.number, second.number, two()]],
    ['units by acronym, whatever the capitals', { unidades: 'prot, GS' }, () => [first.number, one(), two()]],
    ['a unit with its agency', { unidades: 'SEPLAG/RJ/GABSEC' }, () => [second.number, three()]],
    ['own agency', { orgao: 'sim' }, () => [first.number, one(), two()]],
    ['passed through my unit', { passou: 'sim' }, () => [second.number, three()]],
    ['an interested party by part of the name', { interessado: 'dores sertaneja' }, () => [first.number, one(), two()]],
    ['summary or description', { especificacao: 'moveis' }, () => [one()]],
    ['summary without a word', { especificacao: 'não cadeira*', tipo: 'processos' }, () => [second.number]],
    [
      'description without a word of the text',
      { especificacao: `não ${word}`, tipo: 'gerados' },
      () => [one(), three()],
    ],
    ['the nº SEI', { sei: '%one' }, () => [one()]],
    ['number within the type', { numero: '12/2024' }, () => [one()]],
    ['name in the tree', { arvore: 'nota fiscal' }, () => [two()]],
    ['who made it, by login and by name', { autores: 'marina, Rita do Rio', tipo: 'gerados' }, () => [one(), three()]],
    ['inclusion from', { de: '2025-01-15', tipo: ['gerados', 'externos'] }, () => [two(), three()]],
    ['inclusion until', { ate: '2024-03-10' }, () => [one()]],
    ['date of the document', { data: 'documento', de: '2024-02-20', ate: '2024-03-05' }, () => [one()]],
    ['dates where there is nothing', { de: '2020-01-01', ate: '2020-12-31' }, () => []],
  ])('%s', async (_name, filter, expected) => {
    const query = Object.fromEntries(
      Object.entries(filter).map(([name, value]) => [name, value === '%one' ? one() : value]),
    )
    const page = await searchPage(carla, at.cofic, { q: word, ...query })
    const shown = names(page).map((name) => /\((\d+)\)$/.exec(name)?.[1] ?? name)
    expect(shown.sort()).toEqual(expected().sort())
  })

  it('types of case files and documents are chosen from lists', async () => {
    const form = await searchPage(carla, at.cofic)
    const optionOf = (name: string, label: string) =>
      [...form.document.querySelectorAll(`select[name=${name}] option`)]
        .find((option) => option.textContent === label)
        ?.getAttribute('value') ?? ''
    const byCase = await searchPage(carla, at.cofic, {
      q: word,
      tipoProcesso: optionOf('tipoProcesso', 'Pessoal: Férias'),
    })
    expect(names(byCase).length).toBe(3)
    const byDocument = await searchPage(carla, at.cofic, {
      q: word,
      tipoDocumento: optionOf('tipoDocumento', 'Requerimento'),
    })
    expect(names(byDocument)).toEqual([expect.stringContaining(two())])
  })

  it('who signed is found by name', async () => {
    const page = await searchPage(carla, at.cofic, { q: 'laticínio', assinante: 'protocolista' })
    expect(names(page)).toEqual([expect.stringContaining(signed)])
    expect(names(await searchPage(carla, at.cofic, { q: 'laticínio', assinante: 'secretaria' }))).toEqual([])
  })

  it('a filter alone finds too, and nothing at all finds nothing', async () => {
    expect(names(await searchPage(carla, at.cofic, { numero: '12/2024' }))).toEqual([expect.stringContaining(one())])
    const page = await searchPage(carla, at.cofic)
    expect([names(page), page.status]).toEqual([[], 200])
    expect(page.text).not.toContain('Nada foi encontrado')
  })

  test.each([
    ['unidades', 'XYZ', 'Nenhuma unidade tem a sigla “XYZ”'],
    ['interessado', 'Ninguém da Silva', 'Nenhum interessado cadastrado se chama'],
    ['assinante', 'fulano', 'Nenhum usuário tem o nome ou o login'],
    ['de', '31/02/2024', 'Informe um dia que exista'],
    ['sei', 'abc', 'O nº SEI tem só algarismos'],
    ['autores', 'a, b, c, d', 'no máximo três'],
  ])('%s that cannot be is told beside its field, and what was typed is kept: %s', async (field, value, sentence) => {
    const page = await searchPage(carla, at.cofic, { q: word, [field]: value })
    expect(page.status).toBe(422)
    expect(page.errors.join()).toContain(sentence)
    expect(page.document.querySelector(`#campo-${field}`)?.getAttribute('aria-invalid')).toBe('true')
    if (field !== 'de') expect(page.document.querySelector(`#campo-${field}`)?.getAttribute('value')).toBe(value)
    expect(page.document.querySelector('#campo-q')?.getAttribute('value')).toBe(word)
  })

  it('relevance puts first what says the word more', async () => {
    await aCaseToFind(house, {
      unit: at.prot,
      documents: [
        { unit: at.prot, text: 'cajarana cajarana cajarana', description: 'Cajarana' },
        { unit: at.prot, text: 'Muito se disse de outras coisas, e por fim de uma cajarana.' },
      ],
    })
    await indexAll(house)
    const order = async (ordem: string) =>
      [...(await searchPage(carla, at.cofic, { q: 'cajarana', ordem })).document.querySelectorAll('.result')].map(
        (result) => ((result.textContent ?? '').includes('Muito se disse') ? 'less' : 'more'),
      )
    expect(await order('data')).toEqual(['less', 'more'])
    expect(await order('relevancia')).toEqual(['more', 'less'])
  })
})

describe('long lists', () => {
  beforeAll(async () => {
    const documents = Array.from({ length: 45 }, (_, index) => ({ unit: at.prot, text: `pequizeiro ${index}` }))
    await aCaseToFind(house, {
      unit: at.prot,
      summary: '=HYPERLINK("http://x") pequizeiro',
      parties: ['+Empresa; "Sol"'],
      documents,
    })
    await indexAll(house)
  })

  it('have pages, the newest first, without gap or twin', async () => {
    const pages = [await searchPage(carla, at.cofic, { q: 'pequizeiro' })]
    expect(pages[0]?.text).toContain('46 resultados')
    for (const number of ['2', '3']) pages.push(await searchPage(carla, at.cofic, { q: 'pequizeiro', pagina: number }))
    const all = pages.flatMap(names)
    expect([all.length, new Set(all).size]).toEqual([46, 46])
    expect(pages[0]?.document.querySelector('a[href*="pagina=2"]')).not.toBeNull()
    expect(names(await searchPage(carla, at.cofic, { q: 'pequizeiro', pagina: '50' }))).toEqual([])
    expect((await searchPage(carla, at.cofic, { q: 'pequizeiro', pagina: '-3' })).status).toBe(200)
  })

  it('R7 go to spreadsheets whole, and no cell is a formula', async () => {
    const page = await searchPage(carla, at.cofic, { q: 'pequizeiro' })
    const href = page.document.querySelector('a[href*="/pesquisa/planilha"]')?.getAttribute('href') ?? ''
    const csv = await carla.open(href)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers['content-disposition']).toContain('attachment')
    const lines = csv.html.trim().split('\r\n')
    expect(lines).toHaveLength(47)
    expect(csv.html).toContain(`"'=HYPERLINK(""http://x"") pequizeiro"`)
    expect(csv.html).toContain(`"'+Empresa; ""Sol"""`)
    const draftless = await carla.open(`/em/${at.cofic}/pesquisa/planilha?q=jabuticaba`)
    expect(draftless.html.trim().split('\r\n')).toHaveLength(1)
  })
})
