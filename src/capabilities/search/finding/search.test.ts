import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile, confirmPasswordFor } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../../test/support/builders-documents.ts'
import { aCaseToFind, indexAll } from '../../../../test/support/builders-search.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'

let house: TestHouse
let marina: Person
let carla: Person
let rita: Person
let caseFile: Awaited<ReturnType<typeof aCaseFile>>
let signed: string
let draft: string
let upload: string
let restricted: Awaited<ReturnType<typeof aCaseFile>>
let restrictedDocument: string
let confidential: Awaited<ReturnType<typeof aCaseFile>>

beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  caseFile = await aCaseFile(house, { summary: 'Restituição de imposto pago em duplicidade' })
  signed = await aDraft(house, caseFile.digits, { text: 'Defiro o pedido de restituição do laticínio Serra Azul.' })
  await signDocument(house, signed)
  draft = await aDraft(house, caseFile.digits, { text: 'Minuta que fala de jabuticaba e nada mais.' })
  upload = await anUpload(house, caseFile.digits, { content: 'Requer a devolução, conforme nota fiscal do laticínio.' })
  restricted = await aCaseFile(house, { level: 'restricted', summary: 'Afastamento por araticum' })
  restrictedDocument = await aDraft(house, restricted.digits, {
    level: 'restricted',
    text: 'Atestado que cita araticum.',
  })
  await signDocument(house, restrictedDocument)
  confidential = await aCaseFile(house, { level: 'confidential', summary: 'Apuração de mangaba' })
  await house.workOff()
  ;[marina, carla, rita] = await Promise.all([house.signIn('marina'), house.signIn('carla'), house.signIn('rita')])
}, 120_000)
afterAll(() => house.close())

const searchPage = (person: Person, unit: string, query: Record<string, string | string[]> = {}) => {
  const pairs = Object.entries({ ordem: 'data', ...query }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  )
  return person.open(`/em/${unit}/pesquisa?${new URLSearchParams(pairs)}`)
}
const quick = (person: Person, unit: string, q: string) =>
  person.open(`/em/${unit}/pesquisa?q=${encodeURIComponent(q)}`)
const names = (page: Page) =>
  [...page.document.querySelectorAll('.result__name a')].map((link) => link.textContent ?? '')
const heading = (page: Page) => page.document.querySelector('h1')?.textContent ?? ''

describe('E2E-02 what was done is found', () => {
  it('R2 what is signed is found by its words, in any writing, by other units too', async () => {
    for (const q of [
      'laticínio',
      'LATICINIOS',
      '"serra azul"',
      'latic*',
      'pedido restituicao serra',
      'inexistente ou laticinio',
    ]) {
      const page = await searchPage(carla, at.cofic, { q })
      expect([q, names(page).some((name) => name.includes(signed))]).toEqual([q, true])
    }
    const page = await searchPage(carla, at.cofic, { q: 'laticínio não serra' })
    expect(names(page)).toEqual([expect.stringContaining(upload)])
  })

  it('shows where the word stands, with the word marked', async () => {
    const page = await searchPage(carla, at.cofic, { q: 'laticinios' })
    const marks = [...page.document.querySelectorAll('.result mark')].map((mark) => mark.textContent)
    expect(marks).toContain('laticínio')
  })

  it('R3 a draft is found by its own unit alone', async () => {
    expect(names(await searchPage(marina, at.prot, { q: 'jabuticaba' }))).toEqual([expect.stringContaining(draft)])
    const elsewhere = await searchPage(carla, at.cofic, { q: 'jabuticaba' })
    expect(elsewhere.text).toContain('Nada foi encontrado')
    expect(elsewhere.html).not.toContain(draft)
  })

  test.each([
    ['as written', (number: string) => number],
    ['digits alone', (number: string) => number.replace(/\D/g, '')],
    ['other punctuation', (number: string) => number.replace(/\D+/g, ' ')],
    ['copied with a label', (number: string) => `Processo nº ${number}`],
  ])('R5 a number opens its case file: %s', async (_name, written) => {
    const page = await quick(carla, at.cofic, written(caseFile.number))
    expect(page.url).toBe(`/em/${at.cofic}/processos/${caseFile.digits}?aberto=numero`)
    expect(page.document.querySelector('main [role=status]')?.textContent).toContain('Aberto pelo número pesquisado.')
  })

  it('R5 the nº SEI opens its document, and a single result of words too', async () => {
    expect((await quick(carla, at.cofic, signed)).url).toBe(`/em/${at.cofic}/documentos/${signed}?aberto=numero`)
    const only = await quick(carla, at.cofic, 'serra azul')
    expect(only.url).toBe(`/em/${at.cofic}/documentos/${signed}?aberto=unico`)
    expect(only.text).toContain('Aberto por ser o único resultado da pesquisa.')
    expect((await searchPage(carla, at.cofic, { q: 'serra azul' })).url).toContain('/pesquisa')
  })

  it('words that find little lead to the filters where they may belong, and R4 whether anybody is called so is not told', async () => {
    const page = await quick(carla, at.cofic, 'Marina Protocolista')
    expect(page.text).toContain('Nada foi encontrado')
    const link = (label: string) =>
      [...page.document.querySelectorAll('main a')].find((one) => one.textContent === label)?.getAttribute('href') ?? ''
    expect(names(await carla.open(link('Documentos assinados por “Marina Protocolista”'))).join()).toContain(signed)
    expect(link('Processos com o interessado “Marina Protocolista”')).toContain('interessado=Marina+Protocolista')
    const nobody = await quick(carla, at.cofic, 'Ninguém Destenome')
    expect(nobody.text).toContain('Documentos assinados por “Ninguém Destenome”')
  })

  it('part of a number is told to be no whole one, and its beginning leads to the case file', async () => {
    const page = await quick(carla, at.cofic, caseFile.number.slice(0, -1))
    expect(page.text).toContain('ele precisa estar inteiro')
    const links = [...page.document.querySelectorAll('main a')]
    const href = links
      .find((one) => one.textContent?.startsWith('Processos cujo número começa por'))
      ?.getAttribute('href')
    expect(names(await carla.open(href ?? '')).join()).toContain(caseFile.number)
    const hidden = await quick(carla, at.cofic, restricted.number.slice(0, -1))
    expect(names(await carla.open(`/em/${at.cofic}/pesquisa?q=${restricted.digits.slice(0, -1)}*&ordem=data`))).toEqual(
      [],
    )
    expect(hidden.text).toContain('ele precisa estar inteiro')
  })

  it('says up to when everything is found', async () => {
    const page = await searchPage(carla, at.cofic, { q: 'laticínio' })
    expect(page.text).toMatch(/A pesquisa já encontra o que foi registrado até hoje às \d\d:\d\d/)
  })
})

describe('what one may not see leaves no trace', () => {
  it('R4 what is restricted elsewhere is not in results nor counts, and opens by its exact number without content', async () => {
    expect(names(await searchPage(marina, at.prot, { q: 'araticum' })).join()).toContain(restrictedDocument)
    const page = await searchPage(carla, at.cofic, { q: 'araticum' })
    expect(names(page)).toEqual([])
    expect(page.text).toContain('Nada foi encontrado')
    expect(page.html).not.toContain(restricted.number)
    const byNumber = await quick(carla, at.cofic, restricted.number)
    expect(byNumber.url).toBe(`/em/${at.cofic}/processos/${restricted.digits}?aberto=numero`)
    expect(byNumber.html).not.toContain('Atestado que cita')
  })

  it('R4 what is confidential is in nobody’s results and opens for its holder alone', async () => {
    for (const [person, unit] of [
      [marina, at.prot],
      [carla, at.cofic],
    ] as const) {
      expect(names(await searchPage(person, unit, { q: 'mangaba' }))).toEqual([])
    }
    const holder = await quick(marina, at.prot, confidential.number)
    expect(holder.url).toContain(`/processos/${confidential.digits}`)
    await confirmPasswordFor(marina, at.prot, confidential.digits, password)
    expect(names(await searchPage(marina, at.prot, { q: 'mangaba' }))).toEqual([])
    const absent = confidential.number.replace(/^\d{5}/, '99998')
    const asked = [await quick(carla, at.cofic, confidential.number), await quick(carla, at.cofic, absent)]
    const bare = (html: string, number: string) =>
      html
        .replaceAll(number, 'N')
        .replaceAll(new URLSearchParams({ q: number }).toString(), 'q=N')
        .replaceAll(/"[\w-]{30,}"|\d\d:\d\d(:\d\d\.\d+Z)?/g, '')
    expect(asked.map(({ status }) => status)).toEqual([200, 200])
    const hidden = bare(asked[0]?.html ?? '', confidential.number)
    const nothing = bare(asked[1]?.html ?? '', absent)
    expect(hidden === nothing).toBe(true)
  })

  test.each([
    ['restricted', 'araçá', 1],
    ['confidential', 'bacuri', 0],
  ])('R4 of what was made %s nothing is shown at once, whatever the index still says', async (level, word, own) => {
    const built = await aCaseToFind(house, { unit: at.prot, documents: [{ unit: at.prot, text: `fala de ${word}` }] })
    await indexAll(house)
    expect((await searchPage(rita, at.rj, { q: word })).text).toContain('1 resultado')
    await house.db`update cases.case_file set level = ${level}, effective_level = ${level},
      legal_basis_id = (select min(id) from classification.legal_basis where level = ${level}) where id = ${built.id}`
    expect((await searchPage(rita, at.rj, { q: word })).text).toContain('Nada foi encontrado')
    await indexAll(house)
    expect((await searchPage(rita, at.rj, { q: word })).text).toContain('Nada foi encontrado')
    expect(names(await searchPage(marina, at.prot, { q: word }))).toHaveLength(own)
  })

  it('R3 a text whose signature lost its effect is a draft again at once', async () => {
    const built = await aCaseToFind(house, { unit: at.prot, documents: [{ unit: at.prot, text: 'fala de cagaita' }] })
    await indexAll(house)
    expect((await searchPage(rita, at.rj, { q: 'cagaita' })).text).toContain('1 resultado')
    await house.db`update documents.document set signature_count = 0 where id = ${built.documents[0]?.id ?? ''}`
    expect((await searchPage(rita, at.rj, { q: 'cagaita' })).text).toContain('Nada foi encontrado')
  })

  it('text of others is shown as text', async () => {
    await aCaseToFind(house, {
      unit: at.prot,
      documents: [{ unit: at.prot, text: '<script>alert(1)</script> pitomba <b>' }],
    })
    await indexAll(house)
    const page = await searchPage(carla, at.cofic, { q: 'pitomba' })
    expect(page.html).not.toContain('<script>alert')
    expect(page.text).toContain('<script>alert(1)</script> pitomba')
  })
})

describe('whatever is typed', () => {
  test.each([
    '"',
    '((((',
    'não não não',
    "'; drop table x; --",
    '\\',
    '*',
    '%%%',
    '0qz',
    'a'.repeat(3000),
    '<->',
    '😀',
    'e ou não',
    '&|!',
    ':*',
  ])('%j is answered', async (q) => {
    const page = await searchPage(carla, at.cofic, { q, especificacao: q.slice(0, 50), arvore: q.slice(0, 20) })
    expect(page.status).toBe(200)
    expect(heading(page)).toBe('Pesquisa')
  })

  it('a control character breaks nothing', async () => {
    expect(
      (await searchPage(carla, at.cofic, { q: '\u0000x', unidades: '\u0000', autores: 'a\u0007' })).status,
    ).toBeLessThan(500)
    expect((await searchPage(carla, at.cofic, { q: '\u0007laticínio' })).text).toContain('laticínio')
  })

  it('words that everything says are told to be too common', async () => {
    const page = await searchPage(carla, at.cofic, { q: 'de para o' })
    expect(page.text).toContain('não são pesquisadas sozinhas')
  })

  it('asks for signing in, and is not there for units that are not one’s own', async () => {
    expect((await house.visitor().open(`/em/${at.cofic}/pesquisa?q=laticinio`)).url).toContain('/entrar')
    expect((await searchPage(carla, at.prot, { q: 'laticinio' })).status).toBe(404)
  })
})
