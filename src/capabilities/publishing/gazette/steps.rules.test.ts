import { describe, expect, it, test } from 'vitest'
import { localDate } from '../../../platform/calendar/index.ts'
import { hasClosed } from '../days/publication-day.rules.ts'
import type { Stage } from '../publishing/publication.ts'
import type { Vehicle } from '../vehicles/vehicle.ts'
import { externalSteps, type GazetteStep, refusalsToStep, stepsFrom, stepsOf } from './steps.rules.ts'

const gs = { id: '1', acronym: 'GS', label: 'GS (SET)' }
const vehicle = { kind: 'external', approvingUnit: gs } as unknown as Vehicle
const stages = 'to-send approved sent received scheduled published checked rejected cancelled'.split(' ') as Stage[]
const steps = 'approved sent received scheduled published rejected checked cancelled'.split(' ') as GazetteStep[]

/** A row a stage, a column a step, in the order above: yes or no. */
const table = `
  to-send   | y . . . . . . y
  approved  | . y . . . . . y
  sent      | . . y y y y . y
  received  | . . . y y y . y
  scheduled | . . . y y y . y
  published | . . . . . . y .
  checked   | . . . . . . y .
  rejected  | . . . . . . . .
  cancelled | . . . . . . . .`
const cells = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [stage = '', marks = ''] = line.split('|').map((part) => part.trim())
    return marks.split(' ').map((mark, index) => [stage as Stage, steps[index] as GazetteStep, mark === 'y'] as const)
  })

const day = localDate('2026-11-25')
const fits = { on: day, today: day, reason: 'Fora do padrão.', day: [], intact: true, isPublic: true, signedOn: day }
const cabinet = { isOurs: false, isApprover: true }
const sector = { isOurs: true, isApprover: false }

describe('R6 the steps of an external gazette', () => {
  it('has a cell for each stage and step', () => expect(cells).toHaveLength(stages.length * steps.length))

  test.each(cells)('%s → %s: %s', (stage, step, goes) => {
    expect(stepsFrom[step].includes(stage)).toBe(goes)
    if (step === 'checked' || step === 'cancelled') return
    const refusals = refusalsToStep({ vehicle, stage }, { step, ...fits, who: cabinet })
    expect(refusals).toEqual(goes ? [] : [{ kind: 'step', from: stage }])
    expect(stepsOf({ vehicle, stage }, cabinet).includes(step)).toBe(goes)
  })

  test.each(externalSteps)('R13 “%s” is for the unit that approves and sends, or for both', (step) => {
    const [stage = 'to-send'] = stepsFrom[step]
    const kinds = refusalsToStep({ vehicle, stage }, { step, ...fits, who: sector }).map(({ kind }) => kind)
    const ofHouse = step === 'approved' || step === 'sent'
    expect(kinds).toEqual(ofHouse ? ['not-approver'] : [])
    expect(stepsOf({ vehicle, stage }, sector).includes(step)).toBe(!ofHouse)
    const own = { ...vehicle, approvingUnit: undefined }
    expect(refusalsToStep({ vehicle: own, stage }, { step, ...fits, who: sector })).toEqual([])
  })

  test.each([
    ['sent', { intact: false }, 'not-intact'],
    ['sent', { isPublic: false }, 'not-public'],
    ['approved', { isPublic: false }, 'not-public'],
    ['published', { on: localDate('2026-11-24') }, 'before-signing'],
    ['scheduled', { on: undefined }, 'day-missing'],
    ['published', { on: localDate('2026-11-26') }, 'day-ahead'],
    ['rejected', { reason: 'não' }, 'reason-missing'],
    ['scheduled', { day: [{ kind: 'no-edition' } as const] }, 'day'],
  ] as const)('“%s” with %j is refused: %s', (step, change, kind) => {
    const [stage = 'to-send'] = stepsFrom[step]
    const refusals = refusalsToStep({ vehicle, stage }, { step, ...fits, who: cabinet, ...change })
    expect(refusals.map((one) => one.kind)).toEqual([kind])
  })
})

describe('R6 an edition closes for what was sent to it', () => {
  const edition = { on: localDate('2026-11-25'), dayBefore: localDate('2026-11-24'), extraordinary: false }
  const at = (day: string, time: string) => ({ day: localDate(day), time })
  test.each([
    ['2026-11-23', '23:00', '17:00', false, false],
    ['2026-11-24', '16:59', '17:00', false, false],
    ['2026-11-24', '17:00', '17:00', false, true],
    ['2026-11-24', '23:59', undefined, false, false],
    ['2026-11-24', '17:00', '17:00', true, false],
    ['2026-11-25', '00:00', undefined, true, true],
  ] as const)('%s at %s, with the hour %s, extraordinary %s: %s', (day, time, cutOff, extraordinary, closed) => {
    expect(hasClosed({ cutOff }, { ...edition, extraordinary }, at(day, time))).toBe(closed)
  })
})
