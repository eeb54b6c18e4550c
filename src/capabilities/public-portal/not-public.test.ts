import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../test/support/builders-documents.ts'
import { aCaseToFind, indexAll } from '../../../test/support/builders-search.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
let citizen: Person
let caseFile: Awaited<ReturnType<typeof aCaseFile>>
let signed: string
let upload: string
const closed: Record<string, string> = {}

beforeAll(async () => {
  house = await openTestHouse()
  citizen = house.visitor()
  caseFile = await aCaseFile(house, {
    summary: 'Restituição ao contribuinte 529.982.247-25',
    observation: 'Anotação interna sobre jenipapo.',
  })
  signed = await aDraft(house, caseFile.digits, {
    text: 'Defiro a **restituição** ao laticínio, CPF 529.982.247-25. <script>x</script>',
  })
  await signDocument(house, signed)
  upload = await anUpload(house, caseFile.digits, { content: 'Requer a devolução do laticínio.' })
  closed.draft = await aDraft(house, caseFile.digits, { text: 'Minuta que cita laticínio.' })
  closed.restricted = await aDraft(house, caseFile.digits, { level: 'restricted', text: 'Atestado do laticínio.' })
  await signDocument(house, closed.restricted)
  closed.cancelled = await anUpload(house, caseFile.digits, { content: 'Cancelado do laticínio.' })
  await house.db`update documents.document set state = 'cancelled' where number = ${closed.cancelled}`
  await house.workOff()
}, 120_000)
afterAll(() => house.close())
beforeEach(async () => {
  await house.db`delete from platform.setting where name like 'public-%'`
})

const names = (page: Page) =>
  [...page.document.querySelectorAll('.result__name a')].map((link) => link.textContent ?? '')
const consult = (query: Record<string, string>) => citizen.open(`/consulta?${new URLSearchParams(query)}`)
const setTo = (name: string, value: unknown) =>
  house.db`insert into platform.setting (name, value) values (${name}, ${JSON.stringify(value)}::text::jsonb)`

describe('R1 what is not public is not there', () => {
  test.each(['draft', 'restricted', 'cancelled'])('a %s document', async (kind) => {
    const number = closed[kind] ?? ''
    const absent = await citizen.open('/consulta/documentos/0099999')
    for (const address of [`/consulta/documentos/${number}`, `/consulta/documentos/${number}/arquivo`]) {
      const page = await citizen.open(address)
      expect([page.status, page.html === absent.html]).toEqual([404, true])
    }
    expect((await citizen.open(`/consulta/${caseFile.digits}`)).html).not.toContain(number)
    expect((await consult({ q: 'laticínio' })).html).not.toContain(number)
    const byNumber = await consult({ q: number })
    expect([byNumber.url.startsWith('/consulta?'), names(byNumber)]).toEqual([true, []])
  })

  test.each<[string, () => Promise<{ digits: string; number: string }>]>([
    ['restricted', () => aCaseFile(house, { level: 'restricted', summary: 'Buritizal' })],
    ['confidential', () => aCaseFile(house, { level: 'confidential', summary: 'Buritizal' })],
    ['deleted', () => aCaseToFind(house, { unit: at.prot, deleted: true, summary: 'Buritizal', documents: [] })],
    [
      'that holds a confidential document',
      () =>
        aCaseToFind(house, {
          unit: at.prot,
          summary: 'Buritizal',
          documents: [{ unit: at.prot, text: 'Buritizal', level: 'confidential' }],
        }),
    ],
    [
      'annexed to a restricted one',
      async () => {
        const [annexed, principal] = [
          await aCaseFile(house, { summary: 'Buritizal' }),
          await aCaseFile(house, { level: 'restricted' }),
        ]
        await annexTo(annexed.digits, principal.digits)
        return annexed
      },
    ],
  ])('a case file %s', async (_name, build) => {
    const { digits, number } = await build()
    await indexAll(house)
    const absent = await citizen.open('/consulta/99999999999999999')
    const page = await citizen.open(`/consulta/${digits}`)
    expect([page.status, page.html === absent.html]).toEqual([404, true])
    expect(names(await consult({ q: 'buritizal' }))).toEqual([])
    expect((await consult({ q: number })).url).toContain('/consulta?')
  })

  it('that somebody is known by a name is told to nobody', async () => {
    const held = await aCaseToFind(house, {
      unit: at.prot,
      level: 'restricted',
      parties: ['Jandira Secretíssima'],
      documents: [],
    })
    await indexAll(house)
    const known = await consult({ interessado: 'Jandira Secretíssima' })
    const unknown = await consult({ interessado: 'Jandira Inexistente' })
    expect([known.status, unknown.status]).toEqual([200, 200])
    expect(known.text.replaceAll(/\d\d:\d\d/g, '')).toBe(unknown.text.replaceAll(/\d\d:\d\d/g, ''))
    expect(known.html).not.toContain(held.number)
  })
})

describe('R2 the installation’s switches (AUD-021)', () => {
  it('suspends everything but authenticity', async () => {
    await setTo('public-search', false)
    for (const address of ['/consulta', '/consulta?q=laticinio']) {
      const page = await citizen.open(address)
      expect([page.status, page.text.includes('está suspensa')]).toEqual([404, true])
    }
    for (const address of [
      `/consulta/${caseFile.digits}`,
      `/consulta/documentos/${signed}`,
      `/consulta/documentos/${upload}/arquivo`,
    ]) {
      expect((await citizen.open(address)).status).toBe(404)
    }
    expect((await citizen.open('/')).document.querySelector('main form')).toBeNull()
    expect((await citizen.open('/autenticidade')).status).toBe(200)
  })

  it('keeps content before a day closed: listed, not shown, not found', async () => {
    await setTo('public-content-from', '2099-01-01')
    const page = await citizen.open(`/consulta/${caseFile.digits}`)
    expect(page.text).toContain('conteúdo anterior a 01/01/2099')
    expect(page.document.querySelector('#documentos a')).toBeNull()
    const document = await citizen.open(`/consulta/documentos/${signed}`)
    expect([document.status, document.text.includes('Defiro')]).toEqual([200, false])
    expect((await citizen.open(`/consulta/documentos/${upload}/arquivo`)).status).toBe(404)
    expect(names(await consult({ q: 'laticínio' }))).toEqual([])
  })

  it('keeps types of case files closed', async () => {
    const [type] = await house.db<
      { id: string }[]
    >`select case_type_id as id from cases.case_file where digits = ${caseFile.digits}`
    await setTo('public-hidden-case-types', [Number(type?.id)])
    expect((await citizen.open(`/consulta/${caseFile.digits}`)).status).toBe(404)
    expect((await citizen.open(`/consulta/documentos/${signed}`)).status).toBe(404)
    expect(names(await consult({ q: 'laticínio' }))).toEqual([])
  })

  test.each([
    ['public-content-from', '01/01/2099'],
    ['public-hidden-case-types', 'Férias'],
    ['public-search', 'sim'],
  ])('R3 a switch that is not understood closes: %s', async (name, value) => {
    await setTo(name, value)
    expect((await citizen.open(`/consulta/${caseFile.digits}`)).status).toBe(404)
  })

  it('lets search engines in only where it says so, and never to documents', async () => {
    const robots = async (address: string) => (await citizen.open(address)).html.includes('noindex')
    expect(await robots(`/consulta/${caseFile.digits}`)).toBe(true)
    await setTo('public-robots', true)
    expect([await robots(`/consulta/${caseFile.digits}`), await robots(`/consulta/documentos/${signed}`)]).toEqual([
      false,
      true,
    ])
  })
})

async function annexTo(digits: string, principalDigits: string): Promise<void> {
  await house.db`with pair as (select a.id as annexed, p.id as principal, a.unit_id, a.opened_by from cases.case_file a, cases.case_file p
      where a.digits = ${digits} and p.digits = ${principalDigits}),
    made as (insert into cases.annexation (annexed_id, principal_id, unit_id, made_at, made_by)
      select annexed, principal, unit_id, now(), opened_by from pair)
    update cases.case_file set state = 'annexed' where digits = ${digits}`
}
