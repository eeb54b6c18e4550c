import { addDays, type LocalDate } from '../../../../platform/calendar/index.ts'
import type { Database } from '../../../../platform/db/index.ts'
import { explainDeadlineRefusal, setDeadlines } from '../../../deadlines/index.ts'
import { currentUnitOf, holidaysOf } from '../../../organization/index.ts'
import type { Held } from '../../publishing/hold-publication.ts'
import { termStartOf } from '../term-start.rules.ts'
import { type AskedTerm, selectAsked, selectUnit, settleAwaited } from './awaited-terms.queries.ts'

/**
 * Sets the deadlines that were asked for, now that the gazette has come out: by the command that people use, in the name of
 * who asked, for the unit that stands for theirs today (DOE-05). What cannot be set does not keep the publication from
 * being recorded; the unit that asked is told why.
 */
export async function startTerms(db: Database, held: Held, on: LocalDate, now: Date): Promise<void> {
  for (const asked of await selectAsked(db, held.publication.id)) {
    await settleAwaited(db, held.publication.id, asked.unitId, await start(db, held, asked, on, now))
  }
}

async function start(db: Database, { document, publication }: Held, asked: AskedTerm, on: LocalDate, now: Date) {
  const unitId = await currentUnitOf(db, asked.unitId)
  const unit = await selectUnit(db, unitId)
  const holidays = await holidaysOf(db, unit.agencyId, on, addDays(on, 60))
  const { startsOn } = termStartOf(on, publication.vehicle.termsFrom, holidays)
  const actor = {
    ...{
      userId: asked.accountId,
      name: asked.name,
      login: asked.login,
      permissions: new Set<never>(),
      sessionHash: '',
    },
    ...{ unitId, unitSlug: unit.slug, unitAcronym: unit.acronym, unitName: unit.name, agencyId: unit.agencyId },
  }
  const { text, days, counting } = asked
  const term = { from: addDays(startsOn, -1), days, counting }
  const [set] = await setDeadlines(db, actor, { caseNumbers: [document.caseFile.digits], text, term }, now)
  if (!set) return { refusal: 'O processo não está mais ao alcance da unidade.' }
  if (set.outcome.done) return { dueOn: set.outcome.value.due }
  return { refusal: set.outcome.refusals.map(explainDeadlineRefusal).join(' ').slice(0, 500) }
}
