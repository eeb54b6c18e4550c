import { type LocalDate, localDate, nationalHolidays } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Reach, reaches } from '../administration/reach.ts'
import type { Holiday, HolidayToAdd } from './holiday.ts'
import { deleteHoliday, insertHolidays, selectHoliday, selectHolidays } from './holidays.queries.ts'

/**
 * The holidays that an agency keeps between two days, its own and those of all agencies, in order: what working days
 * are counted with (EST-070).
 */
export function holidaysOf(
  db: Database,
  agencyId: string,
  from: LocalDate,
  until: LocalDate,
): Promise<readonly Holiday[]> {
  return selectHolidays(db, agencyId, from, until)
}

/** Adds a holiday. Refused where that day already is one of the same agency, or of all. */
export async function addHoliday(
  db: Database,
  holiday: HolidayToAdd,
): Promise<Outcome<true, { readonly kind: 'already-a-holiday' }>> {
  return (await insertHolidays(db, [holiday])) > 0 ? done(true) : refuse({ kind: 'already-a-holiday' })
}

/** Adds the national holidays of the years that are not there yet, for all agencies; optional days are left to each. */
export async function addNationalHolidays(db: Database, years: readonly number[]): Promise<number> {
  const wanted = years.flatMap(nationalHolidays).filter(({ kind }) => kind === 'feriado')
  return insertHolidays(
    db,
    wanted.map(({ date, name, kind }) => ({ date, name, kind, agencyId: undefined })),
  )
}

/** The national holidays and optional days of a year that the agency does not keep yet. */
export function missingNational(year: number, kept: readonly Holiday[]): readonly Omit<HolidayToAdd, 'agencyId'>[] {
  const days = new Set(kept.map(({ date }) => date))
  return nationalHolidays(year).filter(({ date }) => !days.has(date))
}

/** Adds, of the missing national ones of a year, those whose days are given. Answers how many. */
export async function addSuggested(
  db: Database,
  agency: { readonly kept: string; readonly forAgency: string | undefined },
  year: number,
  days: readonly string[],
): Promise<number> {
  const kept = await holidaysOf(db, agency.kept, firstOf(year), lastOf(year))
  const chosen = missingNational(year, kept).filter(({ date }) => days.includes(date))
  return insertHolidays(
    db,
    chosen.map(({ date, name, kind }) => ({ date, name, kind, agencyId: agency.forAgency })),
  )
}

/** A holiday that the administrator may take away; undefined where there is none, or it is out of reach. */
export async function findHoliday(db: Database, reach: Reach, id: string): Promise<Holiday | undefined> {
  const holiday = await selectHoliday(db, id)
  if (!holiday) return undefined
  const within = holiday.agencyId === undefined ? reach.agencyId === undefined : reaches(reach, holiday.agencyId)
  return within ? holiday : undefined
}

/** Takes a holiday away. Deadlines that were counted with it keep their dates (EST-072). */
export async function removeHoliday(db: Database, holiday: Holiday): Promise<void> {
  await deleteHoliday(db, holiday.id)
}

export function firstOf(year: number): LocalDate {
  return localDate(`${year}-01-01`)
}

export function lastOf(year: number): LocalDate {
  return localDate(`${year}-12-31`)
}
