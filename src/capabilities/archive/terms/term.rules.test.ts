import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type LocalDate, localDate } from '../../../platform/calendar/index.ts'
import { addYears, type ClassFacts, isOver, type Term, termOf } from './term.rules.ts'

const day = localDate
const five: ClassFacts = { code: '5', currentYears: 2, intermediateYears: 3, disposition: 'elimination', termEvent: '' }
const ten: ClassFacts = { ...five, code: '10', intermediateYears: 8 }
const permanent: ClassFacts = { ...five, code: 'P', disposition: 'permanent' }
const unsaid: ClassFacts = { ...five, code: 'N', disposition: null }
const yearless: ClassFacts = { ...five, code: 'Y', currentYears: null, intermediateYears: null }
const accounts: ClassFacts = { ...five, code: 'C', termEvent: 'aprovação das contas' }
const approved = (on: string) => [{ name: 'aprovação das contas', on: day(on) }]
const concludedOn = day('2020-03-10')

describe('the term of a case file (PRO-042, PRO-043, PRO-049)', () => {
  test.each<[string, readonly ClassFacts[], ReturnType<typeof approved>, Term['kind'], string, string | undefined]>([
    ['of one class: its years from the conclusion', [five], [], 'counted', '5', '2025-03-10'],
    ['of two classes: the longer', [five, ten], [], 'counted', '10', '2030-03-10'],
    ['in any order', [ten, five], [], 'counted', '10', '2030-03-10'],
    ['with one that is permanent: for ever', [ten, permanent, five], [], 'permanent', 'P', undefined],
    ['without a class: nobody has said', [], [], 'undefined', '', undefined],
    ['of a class without destination: nobody has said', [ten, unsaid], [], 'undefined', 'N', undefined],
    ['of a class without years: nobody has said', [yearless], [], 'undefined', 'Y', undefined],
    ['permanent before unsaid', [unsaid, permanent], [], 'permanent', 'P', undefined],
    ['of a fact not yet recorded: it waits', [ten, accounts], [], 'awaiting', 'C', undefined],
    ['unsaid before waiting', [accounts, unsaid], [], 'undefined', 'N', undefined],
    ['of a fact recorded: its years from the fact', [accounts], approved('2022-07-01'), 'counted', 'C', '2027-07-01'],
    ['of a fact before the conclusion: not shorter', [accounts], approved('2019-01-01'), 'counted', 'C', '2025-03-10'],
    [
      'of a fact that ends after the longer class',
      [ten, accounts],
      approved('2029-01-01'),
      'counted',
      'C',
      '2034-01-01',
    ],
  ])('%s', (_, classes, events, kind, code, finalOn) => {
    const term = termOf({ concludedOn, classes, events })
    expect(term.kind).toBe(kind)
    expect(term.code ?? '').toBe(code)
    expect(term.kind === 'counted' ? term.finalOn : undefined).toBe(finalOn)
  })

  test.each([
    ['2025-03-09', false],
    ['2025-03-10', false],
    ['2025-03-11', true],
  ])('on %s it is over: %s', (today, over) => {
    expect(isOver(termOf({ concludedOn, classes: [five], events: [] }), day(today))).toBe(over)
  })

  test.each([
    ['2020-02-29', 1, '2021-03-01'],
    ['2020-02-29', 4, '2024-02-29'],
    ['2096-02-29', 4, '2100-03-01'],
    ['1999-12-31', 1, '2000-12-31'],
    ['2020-02-29', 0, '2020-02-29'],
  ])('%s and %d years: %s', (from, years, to) => {
    expect(addYears(day(from), years)).toBe(to)
  })

  const anyDay = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  const anyLocal = anyDay.map((one) => one.toISOString().slice(0, 10) as LocalDate)
  const anyClass: fc.Arbitrary<ClassFacts> = fc.record({
    code: fc.constantFrom('1', '2', '3'),
    currentYears: fc.option(fc.integer({ min: 0, max: 100 })),
    intermediateYears: fc.option(fc.integer({ min: 0, max: 100 })),
    disposition: fc.constantFrom('elimination' as const, 'permanent' as const, null),
    termEvent: fc.constantFrom('', 'a', 'b'),
  })
  const anyEvents = fc.array(fc.record({ name: fc.constantFrom('a', 'b'), on: anyLocal }), { maxLength: 2 })

  it('one more class never lets a case file be eliminated earlier', () => {
    const facts = fc.record({
      concludedOn: anyLocal,
      classes: fc.array(anyClass, { minLength: 1, maxLength: 4 }),
      events: anyEvents,
    })
    fc.assert(
      fc.property(facts, anyClass, anyLocal, (one, more, today) => {
        const wider = { ...one, classes: [...one.classes, more] }
        return !isOver(termOf(wider), today) || isOver(termOf(one), today)
      }),
    )
  })

  it('what is over stays over, and is never over before the conclusion and all years of every class', () => {
    const facts = fc.record({
      concludedOn: anyLocal,
      classes: fc.array(anyClass, { minLength: 1, maxLength: 4 }),
      events: anyEvents,
    })
    fc.assert(
      fc.property(facts, anyLocal, (one, today) => {
        const term = termOf(one)
        if (!isOver(term, today)) return true
        return one.classes.every(
          ({ currentYears, intermediateYears, disposition }) =>
            disposition === 'elimination' &&
            addYears(one.concludedOn, (currentYears ?? 0) + (intermediateYears ?? 0)) <= addYears(today, 0) &&
            one.concludedOn < today,
        )
      }),
    )
  })
})
