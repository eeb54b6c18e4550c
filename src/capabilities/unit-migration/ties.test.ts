import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { idOf } from '../../../test/support/builders-admin.ts'
import { actorOf, done, types } from '../../../test/support/builders-cases.ts'
import {
  aMigration,
  aUnit,
  manyCaseFiles,
  orderRun,
  tiedToUnits,
} from '../../../test/support/builders-unit-migration.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { doc, section } from '../../rich-text/index.ts'
import { addStandardText } from '../knowledge/index.ts'
import { runMigration } from './index.ts'
import { caseFileMovers, unitMovers } from './movers.ts'

let house: TestHouse
let lines: { column: string; fate: string; how: string }[]
beforeAll(async () => {
  house = await openTestHouse()
  const readme = await readFile(join(import.meta.dirname, 'README.md'), 'utf8')
  lines = [...readme.matchAll(/^\| `(\w+\.\w+\.\w+)`\s*\| (\w+)\s*\| (.*?)\s*\|$/gm)].map(
    ([, column = '', fate = '', how = '']) => ({ column, fate, how }),
  )
}, 120_000)
afterAll(() => house.close())

it('R16 every column of the database that names a unit has its line in the readme, and no line is of one that is gone', async () => {
  const columns = (await tiedToUnits(house.db)).map(({ table, column }) => `${table}.${column}`)
  const told = lines
    .map(({ column }) => column)
    .filter((column) => column !== 'classification.document_counter.scope_id')
  expect(columns.length).toBeGreaterThan(60)
  expect(columns.filter((column) => !told.includes(column))).toEqual([])
  expect(told.filter((column) => !columns.includes(column))).toEqual([])
  expect(lines.filter(({ fate }) => !['moves', 'read', 'stays'].includes(fate))).toEqual([])
})

it('R16 what moves names its mover, and every mover is named', () => {
  const kinds = [...caseFileMovers, ...unitMovers].map(({ kind }) => kind)
  const named = lines
    .filter(({ fate }) => fate === 'moves')
    .map(({ column, how }) => {
      return {
        column,
        by: [...how.matchAll(/`([\w-]+)`/g)].flatMap(([, kind]) => (kind && kinds.includes(kind) ? [kind] : [])),
      }
    })
  expect(named.filter(({ by }) => by.length === 0)).toEqual([])
  expect(kinds.filter((kind) => !named.some(({ by }) => by.includes(kind)))).toEqual([])
})

it('R6 R16 in a world that has some of everything, what moves is in the new unit, as the simulation counted', async () => {
  await manyCaseFiles(house, 70)
  const nova = await aUnit(house, 'NOVA', ['marina', 'paulo'])
  const prot = await idOf(house, 'organization.unit', 'acronym', 'PROT')
  const content = doc(section('corpo', 'body', 'Encaminho.'))
  const marina = await actorOf(house, 'marina', at.prot)
  await done(addStandardText(house.db, marina, { name: 'Encaminhamento', content }, new Date()))
  await house.db`insert into classification.case_type_scope (case_type_id, unit_id) select id, ${prot} from classification.case_type where name = ${types.vacation}`
  await house.db`insert into classification.document_counter (document_type_id, scope_id, year, last)
    select id, ${prot}, 2026, 7 from classification.document_type where numbering in ('unit', 'unit-year') limit 1`
  await keptForOthers(prot)
  const id = await aMigration(house)
  await orderRun(house, id)
  await runMigration(house.platform, { migrationId: id })
  const missing: string[] = []
  for (const { column } of lines.filter(({ fate }) => fate === 'moves')) {
    const [schema, table, name] = column.split('.')
    const there =
      await house.db`select 1 from ${house.db(`${schema}.${table}`)} where ${house.db(name ?? '')} = ${nova} limit 1`
    if (there.length === 0) missing.push(column)
  }
  expect(missing).toEqual([])
  const unlike = await house.db`select kind, planned, moved, notes from unit_migration.item
    where migration_id = ${id} and (state <> 'done' or planned is distinct from moved)`
  expect(unlike).toEqual([])
  const [simulated] = await house.db<{ counts: Record<string, number> }[]>`
    select simulation -> 'counts' as counts from unit_migration.migration where id = ${id}`
  const kinds = [...caseFileMovers, ...unitMovers].map(({ kind }) => kind)
  expect(kinds.filter((kind) => !simulated?.counts[kind])).toEqual([])
})

/** Something of each kind that a unit keeps for others, was given by name, has at hand, or writes. */
async function keptForOthers(unitId: string): Promise<void> {
  const { db } = house
  const [person] = await db<{ id: string; agency: string }[]>`
    select a.id, u.agency_id as agency from identity.account a, organization.unit u where a.login = 'marina' and u.id = ${unitId}`
  const by = person?.id ?? ''
  await db`
    with text as (
      insert into knowledge.institutional_text (kind, name, scope, level, owner_agency_id, owner_unit_id, version, changed_at, changed_by)
      values ('text', 'Aos subordinados', 'units', 'local', ${person?.agency ?? ''}, ${unitId}, 1, now(), ${by}) returning id),
    given as (insert into knowledge.distribution (unit_id, text_id) select ${unitId}, id from text),
    seen as (insert into knowledge.seen_version (unit_id, text_id, version) select ${unitId}, id, 1 from text),
    kept as (insert into knowledge.favourite_group (unit_id, name) values (${unitId}, 'Do dia a dia') returning id)
    insert into knowledge.favourite (unit_id, group_id, institutional_text_id, added_at, added_by)
    select ${unitId}, kept.id, text.id, now(), ${by} from text, kept`
  await db`insert into groups.recipient_group (kind, scope, unit_id, name) values ('units', 'unit', ${unitId}, 'As de sempre')`
  await db`insert into people.contact_access (unit_id, kind, level, reason, changed_at, changed_by)
    values (${unitId}, 'person', 'full', 'Atendimento ao público', now(), ${by})`
  await db`insert into guides.guide (unit_id, created_at, created_by) values (${unitId}, now(), ${by})`
}
