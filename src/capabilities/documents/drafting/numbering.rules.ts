import type { LocalDate } from '../../../platform/calendar/index.ts'

/** How documents of a type are numbered (DOC-004): not at all, or by unit or agency, for ever or from 1 each year. */
export type Numbering = 'none' | 'unit' | 'agency' | 'unit-year' | 'agency-year'

/** Which row of the counters gives the next number; `year` 0 never starts again. Undefined: the type has no numbers. */
export function counterOf(
  numbering: Numbering,
  at: { readonly unitId: string; readonly agencyId: string; readonly today: LocalDate },
): { readonly scopeId: string; readonly year: number } | undefined {
  if (numbering === 'none') return undefined
  return {
    scopeId: numbering.startsWith('unit') ? at.unitId : at.agencyId,
    year: numbering.endsWith('-year') ? Number(at.today.slice(0, 4)) : 0,
  }
}

/** The number as documents carry it: `12`, or `12/2026` where it starts again each year. */
export function writeTypeNumber(last: number, year: number): string {
  return year === 0 ? String(last) : `${last}/${year}`
}
