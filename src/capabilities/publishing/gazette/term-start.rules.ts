import { addDays, type Holiday, isWorkingDay, type LocalDate } from '../../../platform/calendar/index.ts'

/** From when terms that depend on a publication count. */
export interface TermStart {
  /** The day on which it is held to be published. */
  readonly publishedOn: LocalDate
  /** The first day of the terms. */
  readonly startsOn: LocalDate
}

/**
 * Lei nº 11.419/2006, art. 4º: what an electronic gazette makes available is published on the first working day after (§ 3º),
 * and terms begin on the first working day after that (§ 4º). In a printed one the day of the edition is that of publication.
 */
export function termStartOf(
  edition: LocalDate,
  termsFrom: 'edition' | 'made-available',
  holidays: readonly Pick<Holiday, 'date' | 'name'>[],
): TermStart {
  const publishedOn = termsFrom === 'edition' ? edition : workingDayAfter(edition, holidays)
  return { publishedOn, startsOn: workingDayAfter(publishedOn, holidays) }
}

function workingDayAfter(day: LocalDate, holidays: readonly Pick<Holiday, 'date' | 'name'>[]): LocalDate {
  const next = addDays(day, 1)
  return isWorkingDay(next, holidays) ? next : workingDayAfter(next, holidays)
}
