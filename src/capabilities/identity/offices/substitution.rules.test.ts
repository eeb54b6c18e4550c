import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '../../../platform/calendar/index.ts'
import {
  mostDays,
  refusalsToHold,
  refusalsToSubstitute,
  type SubstitutionFacts,
  type TenureFacts,
} from './substitution.rules.ts'

const today = localDate('2027-01-04')
const holder = { accountId: '1', onAllDays: true }
const fine: SubstitutionFacts = {
  reason: 'vacation',
  from: today,
  until: localDate('2027-02-02'),
  today,
  officeInUse: true,
  substituteId: '2',
  holders: [holder],
  overlapping: undefined,
  profileChosen: false,
}
const another = { name: 'Bia', from: localDate('2027-01-10'), until: localDate('2027-01-20') }

describe('appointing a substitute', () => {
  test.each<[string, Partial<SubstitutionFacts>, string[]]>([
    ['from today on', {}, []],
    ['for this day only', { until: today }, []],
    ['for days to come', { from: localDate('2027-01-05') }, []],
    ['from yesterday on', { from: localDate('2027-01-03') }, ['in-the-past']],
    ['until before it begins', { until: localDate('2027-01-03') }, ['ends-before-start']],
    ['for as long as one act may', { until: addDays(today, mostDays - 1) }, []],
    ['for a day longer', { until: addDays(today, mostDays) }, ['too-long']],
    ['of an office out of use', { officeInUse: false }, ['office-out-of-use']],
    ['by the holder', { substituteId: '1' }, ['holder-themselves']],
    ['of nobody', { holders: [] }, ['nobody-holds-it']],
    ['of a holder who leaves in between', { holders: [{ ...holder, onAllDays: false }] }, ['not-all-days-held']],
    ['of two holders', { holders: [holder, { ...holder, accountId: '3' }] }, ['not-all-days-held']],
    ['of a vacant office, with a profile', { reason: 'vacancy', holders: [], profileChosen: true }, []],
    ['of a vacant office, without one', { reason: 'vacancy', holders: [] }, ['no-profile']],
    ['of an office said to be vacant that is held', { reason: 'vacancy', profileChosen: true }, ['not-vacant']],
    ['while another stands in', { overlapping: another }, ['overlaps']],
    [
      'wrong in many ways',
      { officeInUse: false, from: localDate('2027-01-01'), holders: [], overlapping: another },
      ['office-out-of-use', 'in-the-past', 'nobody-holds-it', 'overlaps'],
    ],
  ])('%s', (_, facts, kinds) => {
    expect(refusalsToSubstitute({ ...fine, ...facts }).map(({ kind }) => kind)).toEqual(kinds)
  })
})

const held: TenureFacts = {
  from: localDate('2020-01-01'),
  until: undefined,
  today,
  officeInUse: true,
  heldBy: undefined,
  vacancyFilledBy: undefined,
}

describe('registering who holds an office', () => {
  test.each<[string, Partial<TenureFacts>, string[]]>([
    ['since long', {}, []],
    ['until a day to come', { until: localDate('2027-12-31') }, []],
    ['until a day that is gone', { until: localDate('2027-01-03') }, ['over-already']],
    ['in days that run backwards', { until: localDate('2019-01-01') }, ['ends-before-start']],
    ['that another holds', { heldBy: 'Bia' }, ['held']],
    ['while a vacancy is filled', { vacancyFilledBy: 'Bia' }, ['vacancy-filled']],
    ['out of use', { officeInUse: false }, ['office-out-of-use']],
  ])('%s', (_, facts, kinds) => {
    expect(refusalsToHold({ ...held, ...facts }).map(({ kind }) => kind)).toEqual(kinds)
  })
})
