import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../../../test/support/builders-cases.ts'
import { indexAll, manyDocuments } from '../../../../test/support/builders-search.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { openDatabase, type Pool } from '../../../platform/db/index.ts'
import { find } from './find.ts'
import { emptyRequest, type SearchRequest } from './search-request.ts'

let house: TestHouse
/** One connection, so that its counters tell of these searches alone. */
let db: Pool

beforeAll(async () => {
  house = await openTestHouse()
  await manyDocuments(house, 20_000, { common: 'processo', rare: 'restituição', rarest: 'precatório' })
  await indexAll(house)
  await house.db.unsafe('vacuum analyze search.document_text')
  await house.db.unsafe('analyze')
  db = await openDatabase({ url: house.databaseUrl, poolSize: 1, statementTimeoutMs: 15_000, prepare: true })
}, 300_000)
afterAll(async () => {
  await db.end()
  await house.close()
})

const big = [
  'documents.document',
  'documents.version',
  'cases.case_file',
  'cases.passage',
  'search.document_text',
  'search.case_text',
]

async function sequentialScans(): Promise<Record<string, number>> {
  await db`select pg_stat_force_next_flush()`
  await db`select pg_stat_clear_snapshot()`
  const rows = await db<{ name: string; scans: string }[]>`
    select schemaname || '.' || relname as name, seq_scan as scans from pg_stat_user_tables`
  return Object.fromEntries(rows.flatMap(({ name, scans }) => (big.includes(name) ? [[name, Number(scans)]] : [])))
}

describe('R6 among 20,000 documents no search reads a whole table', () => {
  test.each<[string, Partial<SearchRequest>, number]>([
    ['a word of every document', { text: 'processo' }, 1001],
    ['a word of every document, by relevance', { text: 'processo', order: 'relevance' }, 1001],
    ['a rare word', { text: 'restituição' }, 1],
    ['two words', { text: 'processo precatório' }, 1],
    ['a filter alone', { ownAgency: true, what: ['authored'] }, 1001],
    ['a word within dates', { text: 'processo', from: '2020-01-01', to: '2020-12-31' }, 0],
    ['a word in what passed here', { text: 'processo', passedHere: true }, 1001],
    ['a word of nothing', { text: 'inexistente' }, 0],
  ])('%s', async (_name, change, atLeast) => {
    const actor = await actorOf(house, 'ana', at.asses)
    const stretch = { cap: 1000, limit: 20, offset: 0, snippets: true }
    const search = () => find(db, { kind: 'unit', actor }, { ...emptyRequest, ...change }, new Date(), stretch)
    await search()
    const before = await sequentialScans()
    // Often enough for PostgreSQL to plan without knowing the values.
    let result = await search()
    for (let times = 0; times < 8; times += 1) result = await search()
    expect(await sequentialScans()).toEqual(before)
    expect(result.total).toBeGreaterThanOrEqual(atLeast)
    if (atLeast === 0) expect(result.total).toBe(0)
    expect(Object.keys(before).sort()).toEqual([...big].sort())
  })
})

test('R6 of too many hits the newest are found', async () => {
  const actor = await actorOf(house, 'ana', at.asses)
  const stretch = { cap: 1000, limit: 1000, offset: 0, snippets: false }
  const request = { ...emptyRequest, text: 'processo', what: ['authored'] } as const
  const { found } = await find(db, { kind: 'unit', actor }, request, new Date(), stretch)
  const newest = await db<{ id: string }[]>`
    select d.id from documents.document d join cases.case_file c on c.id = d.case_file_id
     where c.level = 'public' or cases.passed(c.id, ${actor.unitId}) order by d.id desc limit 1000`
  expect(found.map(({ id }) => id)).toEqual(newest.map(({ id }) => id))
})
