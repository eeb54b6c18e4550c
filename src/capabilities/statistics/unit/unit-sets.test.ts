import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../../../test/support/builders-admin.ts'
import { types } from '../../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { localDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { selectUnitFigures } from './unit-figures.queries.ts'
import { selectCaseLines } from './unit-list.queries.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 120_000)
afterAll(() => house.close())

describe('the sets of a unit and a period', () => {
  it('R6 open and closed part what passed, whatever stays there were; the time is that of a slow count', async () => {
    const stay = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }), fc.boolean())
    const world = fc.array(
      fc.record({
        level: fc.constantFrom('public', 'restricted', 'confidential'),
        stays: fc.array(stay, { maxLength: 3 }),
      }),
      { maxLength: 5 },
    )
    const first = Date.parse('2026-01-01T03:00:00Z')
    const hours = 12 * 3_600_000
    await fc.assert(
      fc.asyncProperty(world, fc.nat(25), fc.integer({ min: 0, max: 15 }), async (files, from, length) => {
        const period = { from: dayAt(first, from), until: dayAt(first, from + length) }
        const [start, beyond] = [first + from * 2 * hours, first + (from + length + 1) * 2 * hours]
        await undone(house.db, async (trx) => {
          const unitId = await idOf(house, 'organization.unit', 'acronym', 'COFIC')
          const expected = { passed: 0, open: 0, ms: 0, listed: [0, 0] }
          for (const [index, { level, stays }] of files.entries()) {
            const intervals = inSequence(stays).map(
              ([opened, closed]) =>
                [first + opened * hours, closed === undefined ? undefined : first + closed * hours] as const,
            )
            await insertStays(trx, { index, level, unitId, intervals })
            const touching = intervals.filter(([opened, closed]) => opened < beyond && (closed ?? beyond) >= start)
            if (touching.length === 0) continue
            const isOpen = touching.some(([, closed]) => (closed ?? beyond) >= beyond)
            expected.passed += 1
            expected.open += Number(isOpen)
            if (level !== 'confidential') expected.listed[Number(isOpen)] = (expected.listed[Number(isOpen)] ?? 0) + 1
            for (const [opened, closed] of touching) {
              expected.ms += Math.min(closed ?? beyond, beyond) - Math.max(opened, start)
            }
          }
          const now = new Date('2026-11-20T12:00:00Z')
          const rows = await selectUnitFigures(trx, unitId, period, now)
          const sum = (pick: (row: (typeof rows)[number]) => number) =>
            rows.reduce((total, row) => total + pick(row), 0)
          expect(sum(({ passed }) => passed)).toBe(expected.passed)
          expect(sum(({ open: isOpen }) => isOpen)).toBe(expected.open)
          expect(sum(({ seconds }) => seconds)).toBeCloseTo(expected.ms / 1000, 3)
          const list = (measure: 'tramitados' | 'fechados' | 'abertos') =>
            selectCaseLines(trx, measure, { unitId, period, typeId: undefined, now, limit: 50, offset: 0 })
          const [closed, opened, all] = [await list('fechados'), await list('abertos'), await list('tramitados')]
          expect([closed.length, opened.length, all.length]).toEqual([
            ...expected.listed,
            (expected.listed[0] ?? 0) + (expected.listed[1] ?? 0),
          ])
        })
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

function dayAt(first: number, days: number) {
  return localDate(new Date(first + days * 86_400_000).toISOString().slice(0, 10))
}

/** Stays that follow one another: only the last may go on. */
function inSequence(stays: readonly (readonly [number, number, boolean])[]): [number, number | undefined][] {
  let earliest = 0
  return stays.map(([gap, length, goesOn], index) => {
    const opened = earliest + gap
    earliest = opened + length
    return [opened, goesOn && index === stays.length - 1 ? undefined : earliest]
  })
}

interface Stays {
  readonly index: number
  readonly level: string
  readonly unitId: string
  readonly intervals: readonly (readonly [number, number | undefined])[]
}

async function insertStays(trx: Database, { index, level, unitId, intervals }: Stays): Promise<void> {
  const [file] = await trx<{ id: string }[]>`
    insert into cases.case_file (number, digits, agency_id, unit_id, case_type_id, filed_on, opened_at, opened_by, level, effective_level,
                                 legal_basis_id, news_at, news_unit_id)
    select 'T-' || ${index}::text, ${`9000000${index}`}, u.agency_id, (select id from organization.unit where acronym = 'PROT'), t.id, '2020-01-01', '2020-01-01', a.id, ${level}, ${level},
           (select min(id) from classification.legal_basis), '2020-01-01', u.id
      from organization.unit u, identity.account a, classification.case_type t
     where u.id = ${unitId} and a.login = 'carla' and t.name = ${types.request} returning id`
  for (const [opened, closed] of intervals) {
    await trx`insert into cases.holding (case_file_id, unit_id, origin, opened_at, closed_at, closing)
      values (${file?.id ?? ''}, ${unitId}, 'received', ${new Date(opened)}, ${closed === undefined ? null : new Date(closed)},
              ${closed === undefined ? null : 'sent'})`
  }
}

/** Does something in a transaction of which nothing remains. */
async function undone(db: TestHouse['db'], work: (trx: Database) => Promise<void>): Promise<void> {
  const enough = new Error('enough')
  await db
    .begin(async (trx) => {
      await work(trx)
      throw enough
    })
    .catch((error) => {
      if (error !== enough) throw error
    })
}
