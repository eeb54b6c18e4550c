import { describe, expect, it, test } from 'vitest'
import { localDate } from '../../../platform/calendar/index.ts'
import { clashesOf, figuresOf, nextDue, refusalsOfTerms, standingOf } from './activity.rules.ts'
import { tellStanding } from './activity.text.ts'
import type { ActivityDays, ActivityTerms } from './activity.ts'

const day = (text: string) => localDate(`2026-${text}`)
const today = day('06-15')

function days(from: string, until: string, rest: Partial<ActivityDays> = {}): ActivityDays {
  const planned = { plannedFrom: day(from), plannedUntil: day(until) }
  return { ...planned, begunOn: null, endedOn: null, percent: 0, isMilestone: false, isCancelled: false, ...rest }
}
const begun = { begunOn: day('06-01'), percent: 50 }

describe('R5 how an activity stands', () => {
  test.each([
    ['what ended yesterday by the plan', days('06-01', '06-14', begun), 'Atrasada há 1 dia'],
    ['what never began and should have ended', days('06-01', '06-05'), 'Atrasada há 10 dias'],
    ['what ends today', days('06-01', '06-15', begun), 'Vence hoje'],
    ['what ends tomorrow', days('06-01', '06-16', begun), 'Vence amanhã'],
    ['what ends in a week', days('06-01', '06-22', begun), 'Vence em 7 dias'],
    ['what ends later', days('06-01', '06-23', begun), 'Em andamento'],
    ['what should have begun', days('06-13', '06-20'), 'Devia ter começado há 2 dias'],
    ['what begins today', days('06-15', '07-20'), 'Não começou'],
    ['what ended in time', days('06-01', '06-05', { ...begun, endedOn: day('06-05'), percent: 100 }), 'Concluída'],
    [
      'what ended late',
      days('06-01', '06-05', { ...begun, endedOn: day('06-08'), percent: 100 }),
      'Concluída com 3 dias de atraso',
    ],
    ['what was given up', days('06-01', '06-05', { isCancelled: true }), 'Cancelada'],
  ])('%s', (_what, activity, word) => expect(tellStanding(standingOf(activity, 'under-way', today)).word).toBe(word))

  test.each(['paused', 'concluded', 'cancelled'] as const)('nothing is late in a project that is %s', (state) => {
    expect(standingOf(days('06-01', '06-05'), state, today).kind).toBe('not-begun')
    expect(standingOf(days('06-01', '06-05', begun), state, today).kind).toBe('under-way')
  })
})

describe('the critical facts', () => {
  const done = { begunOn: day('06-01'), endedOn: day('06-01'), percent: 100 }
  const all = [
    days('06-01', '06-01', done),
    days('06-01', '06-09', { begunOn: day('06-01'), percent: 50 }),
    days('06-20', '06-20'),
    days('06-16', '06-18', { isCancelled: true }),
  ]

  it('R8 count what was not cancelled, and weigh it by its planned days', () => {
    expect(figuresOf(all, 'under-way', today)).toEqual({ activities: 3, done: 1, late: 1, percent: 50 })
    expect(figuresOf(all, 'paused', today).late).toBe(0)
    expect(figuresOf([], 'planned', today).percent).toBeUndefined()
  })

  it('tell what falls due next, today included, and nothing that is done, late or cancelled', () => {
    expect(nextDue(all, today)?.plannedUntil).toBe('2026-06-20')
    expect(nextDue([...all, days('06-15', '06-15')], today)?.plannedUntil).toBe('2026-06-15')
    expect(nextDue(all.slice(0, 2), today)).toBeUndefined()
  })
})

const terms: ActivityTerms = {
  ...{ name: 'Questionários', who: '', plannedFrom: day('06-01'), plannedUntil: day('06-10'), begunOn: undefined },
  ...{ endedOn: undefined, percent: 0, isMilestone: false, isCancelled: false, afterIds: [], caseNumber: undefined },
}
const milestone = { isMilestone: true, plannedUntil: day('06-01') }

describe('R4 what an activity cannot be', () => {
  test.each([
    ['to end before it begins', { plannedUntil: day('05-31') }, ['ends-before-it-begins']],
    ['a milestone of some days', { isMilestone: true }, ['milestone-is-a-day']],
    ['half a milestone', { ...milestone, percent: 50, begunOn: day('06-01') }, ['milestone-is-whole']],
    ['partly done and not begun', { percent: 1 }, ['needs-begin']],
    ['ended and not begun', { endedOn: day('06-02'), percent: 100 }, ['needs-begin']],
    ['wholly done and not ended', { percent: 100, begunOn: day('06-01') }, ['needs-end']],
    [
      'ended before it began',
      { percent: 100, begunOn: day('06-03'), endedOn: day('06-02') },
      ['ended-before-it-began'],
    ],
    ['begun tomorrow', { begunOn: day('06-16') }, ['begin-not-yet']],
    ['ended tomorrow', { percent: 100, begunOn: day('06-01'), endedOn: day('06-16') }, ['end-not-yet']],
    ['nothing of that', { percent: 100, begunOn: day('06-01'), endedOn: today }, []],
    ['a milestone that was reached', { ...milestone, percent: 100, begunOn: today, endedOn: today }, []],
  ])('%s', (_what, rest, refusals) => expect(refusalsOfTerms({ ...terms, ...rest }, today)).toEqual(refusals))
})

describe('what waits for others', () => {
  const before = { id: '1', afterIds: [] as string[], ...days('06-01', '06-10') }
  const waiting = (from: string, rest: Partial<ActivityDays> = {}) => ({
    ...{ id: '2', afterIds: ['1'], ...days(from, '06-30', rest) },
  })
  test.each([
    ['begins the day after', waiting('06-11'), 0],
    ['begins on its last day', waiting('06-10'), 1],
    ['is cancelled', waiting('06-10', { isCancelled: true }), 0],
  ])('clashes or not where it %s', (_what, one, count) => expect(clashesOf(one, [before, one])).toHaveLength(count))

  it('may begin on the day of the milestone for which it waits', () => {
    const point = { ...before, ...days('06-10', '06-10', { isMilestone: true }) }
    expect(clashesOf(waiting('06-10'), [point])).toEqual([])
  })
})
