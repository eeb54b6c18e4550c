import { afterAll, beforeAll, expect, it } from 'vitest'
import { idOf } from '../../../test/support/builders-admin.ts'
import { aBundle } from '../../../test/support/builders-bundles.ts'
import { aCaseFile, concludedIn } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { aMigration, aUnit, manyCaseFiles, orderRun } from '../../../test/support/builders-unit-migration.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { runMigration } from './index.ts'

let house: TestHouse
let before: Readable
let after: Readable

/** What each person may read in each unit: `marina PROT` to the case files and documents; `nobody` holds no credential. */
type Readable = ReadonlyMap<string, ReadonlySet<string>>

beforeAll(async () => {
  house = await openTestHouse()
  await aUnit(house, 'NOVA', ['marina', 'carla'])
  await manyCaseFiles(house, 70)
  const open = await aCaseFile(house, { level: 'restricted' })
  await aDraft(house, open.digits, { text: 'Minuta restrita.' })
  const closed = await aCaseFile(house, { level: 'restricted' })
  await signDocument(house, await aDraft(house, closed.digits, { text: 'Restrito assinado.' }))
  await concludedIn(house, closed.id, at.prot)
  await aCaseFile(house, { level: 'confidential' })
  const elsewhere = { by: 'ana', unit: at.asses } as const
  const lent = await aCaseFile(house, { ...elsewhere, level: 'restricted' })
  const toSign = await aDraft(house, lent.digits, { ...elsewhere, text: 'A assinar.' })
  await aBundle(house, { ...elsewhere, to: [at.prot], documents: [toSign], available: true })
  const told = await aCaseFile(house, { ...elsewhere, level: 'restricted' })
  await aDraft(house, told.digits, { ...elsewhere, text: 'Para a reunião.' })
  await aBundle(house, { ...elsewhere, kind: 'meeting', to: [at.prot], caseFiles: [told.digits], available: true })
  await aCaseFile(house, { ...elsewhere, level: 'restricted' })
  before = await readable()
  const id = await aMigration(house)
  await orderRun(house, id)
  await runMigration(house.platform, { migrationId: id })
  expect(await house.db`select state from unit_migration.migration where id = ${id}`).toMatchObject([{ state: 'done' }])
  after = await readable()
}, 120_000)
afterAll(() => house.close())

it('R17 who worked in the old unit reads in the new one what was read there, and what the new one had', () => {
  expect(of(before, 'marina PROT').size).toBeGreaterThan(60)
  expect(of(after, 'marina NOVA')).toEqual(union(of(before, 'marina PROT'), of(before, 'marina NOVA')))
})

it('R17 who comes from elsewhere reads what belonged to the unit, and nothing that was for holders of a credential', () => {
  expect(of(before, 'nobody PROT')).not.toEqual(of(before, 'marina PROT'))
  expect(of(after, 'carla NOVA')).toEqual(union(of(before, 'nobody PROT'), of(before, 'carla NOVA')))
})

it('R11 R17 a credential goes to its holder: in the old unit nothing of it is left, nor anything new', () => {
  for (const person of ['paulo PROT', 'marina PROT']) {
    expect([...of(after, person)].filter((thing) => !of(before, 'nobody PROT').has(thing))).toEqual([])
  }
  expect(of(after, 'paulo NOVA')).toEqual(union(of(before, 'paulo PROT'), of(before, 'paulo NOVA')))
})

it('R17 in every other unit everybody reads exactly what they read before', () => {
  const others = [...after.keys()].filter((key) => !/ (PROT|NOVA)$/.test(key))
  expect(others.length).toBeGreaterThan(20)
  expect(others.filter((key) => difference(of(after, key), of(before, key)).length > 0)).toEqual([])
})

it('R17 what the bundles lent is lent to the new unit alone, until they are returned', async () => {
  const prot = await idOf(house, 'organization.unit', 'acronym', 'PROT')
  const lent = await house.db`
    select unit_id from documents.co_signing where until is null and unit_id = ${prot}
    union all select unit_id from cases.temporary_reading where until is null and unit_id = ${prot}`
  expect(lent).toEqual([])
})

/** The gate's own rules, for every person in every unit, whether or not they have a place there. */
async function readable(): Promise<Readable> {
  const rows = await house.db<{ key: string; things: string[] }[]>`
    with people as (select id, login from identity.account union all select 0, 'nobody')
    select p.login || ' ' || u.acronym as key,
           array(select 'case ' || c.id from cases.case_file c
                  where cases.may_list(c, u.id, f.per_document) or cases.holds_credential(c.id, p.id, u.id)
                 union all
                 select 'document ' || d.id from documents.document d join cases.case_file c on c.id = d.case_file_id
                  where documents.may_read(d, c, p.id, u.id, f.per_document)) as things
      from people p, organization.unit u, (select platform.flag('per-document-internal') as per_document) f`
  // The case file in which the migration was decided is made between the two looks.
  const made = (
    await house.db<{ id: string }[]>`select id from cases.case_file where summary = 'Reforma das unidades'`
  ).map(({ id }) => `case ${id}`)
  return new Map(rows.map(({ key, things }) => [key, new Set(things.filter((thing) => !made.includes(thing)))]))
}

function of(readable: Readable, key: string): ReadonlySet<string> {
  const things = readable.get(key)
  if (!things) throw new Error(`nobody is called ${key}`)
  return things
}

function union(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one, ...other])
}

function difference(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((thing) => !other.has(thing)).concat([...other].filter((thing) => !one.has(thing)))
}
