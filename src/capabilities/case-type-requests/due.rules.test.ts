import { expect, test } from 'vitest'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { dueState } from './due.rules.ts'

test.each([
  ['analysis', '2026-06-09', 'success', 'No prazo, até 10/06/2026'],
  ['analysis', '2026-06-10', 'warning', 'Vence hoje, 10/06/2026'],
  ['analysis', '2026-06-11', 'danger', 'Atrasado: venceu em 10/06/2026'],
  ['refused', '2026-06-11', 'neutral', 'Respondido'],
] as const)('R2 a request in %s on %s is %s', (state, today, tone, words) => {
  expect(dueState(state, '2026-06-10', today as LocalDate)).toEqual({ tone, words })
})
