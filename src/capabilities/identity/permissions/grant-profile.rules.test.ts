import { describe, expect, test } from 'vitest'
import { localDate } from '../../../platform/calendar/index.ts'
import { type GrantFacts, refusalsToGrant } from './grant-profile.rules.ts'

const day = localDate
const fine: GrantFacts = {
  from: day('2026-03-10'),
  until: undefined,
  today: day('2026-03-10'),
  alreadyGranted: false,
  administers: 'agency',
  reaches: 'agency',
}

describe('granting a profile', () => {
  test.each<[string, Partial<GrantFacts>, string[]]>([
    ['from today on, without end', {}, []],
    ['from a day that is gone', { from: day('2020-01-01') }, []],
    ['from a day to come', { from: day('2026-04-01'), until: day('2026-04-30') }, []],
    ['for this day only', { until: day('2026-03-10') }, []],
    ['until before it begins', { until: day('2026-03-09') }, ['ends-before-start']],
    ['for days that are gone', { from: day('2026-01-01'), until: day('2026-03-09') }, ['over-already']],
    ['that the person has there', { alreadyGranted: true }, ['already-granted']],
    ['with reach over all, by who has it', { administers: 'installation', reaches: 'installation' }, []],
    ['with reach over all, by who has not', { administers: 'installation' }, ['beyond-reach']],
    [
      'wrong in every way',
      { administers: 'installation', until: day('2026-03-01'), alreadyGranted: true },
      ['beyond-reach', 'ends-before-start', 'already-granted'],
    ],
  ])('%s', (_, facts, kinds) => {
    expect(refusalsToGrant({ ...fine, ...facts }).map(({ kind }) => kind)).toEqual(kinds)
  })
})
