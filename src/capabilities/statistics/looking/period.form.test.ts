import { describe, expect, it, test } from 'vitest'
import { localDate } from '../../../platform/calendar/index.ts'
import { readPeriod } from './period.form.ts'

const today = localDate('2026-11-22')

describe('R8 a period', () => {
  it('that nobody chose is the last thirty days', () => {
    expect(readPeriod('', '', today).period).toEqual({ from: '2026-10-24', until: '2026-11-22' })
  })

  test.each([
    ['2026-11-01', '2026-11-22', { from: '2026-11-01', until: '2026-11-22' }],
    ['2026-11-01', '2027-01-01', { from: '2026-11-01', until: '2026-11-22' }],
    ['2021-11-23', '2026-11-22', { from: '2021-11-23', until: '2026-11-22' }],
  ])('from %s until %s is %j', (from, until, period) => {
    expect(readPeriod(from, until, today)).toMatchObject({ period, problems: [] })
  })

  test.each([
    ['2026-11-22', '2026-11-21', 'ate', 'O último dia vem antes do primeiro.'],
    ['2020-01-01', '2026-11-21', 'ate', 'O período tem mais de cinco anos. Escolha um mais curto.'],
    ['2026-11-23', '2026-11-24', 'de', 'O período começa no futuro.'],
    ['2026-02-30', '2026-11-21', 'de', 'Informe o primeiro dia do período como dia, mês e ano.'],
    ["1'--", '2026-11-21', 'de', 'Informe o primeiro dia do período como dia, mês e ano.'],
    ['2026-11-01', '', 'ate', 'Informe o último dia do período como dia, mês e ano.'],
  ])('from %s until %s is refused beside %s: %s', (from, until, field, message) => {
    const asked = readPeriod(from, until, today)
    expect(asked.period).toBeUndefined()
    expect(asked.problems).toEqual([{ field, message }])
    expect(asked.typed).toEqual({ de: from, ate: until })
  })
})
