import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type Editor, noteFields, type Reach, reaches } from '../../organization/index.ts'
import { findProfileChoices } from '../permissions/find-profile-choices.ts'
import type { Office, Reason, Style } from './office.ts'
import { endSubstitutionRows, insertSubstitution, lockOffice, selectNeighbours } from './offices.queries.ts'
import { actingCapacity, reasonWords, tellDay } from './offices.text.ts'
import { refusalsToSubstitute, type SubstitutionRefusal } from './substitution.rules.ts'

export interface SubstitutionRequest {
  readonly substitute: { readonly id: string; readonly name: string }
  readonly reason: Reason
  /** The act that appoints: `Portaria nº 12/2026`. */
  readonly act: string
  readonly style: Style
  readonly from: LocalDate
  readonly until: LocalDate
  /** Of a vacant office: the profile that the substitute gets there. */
  readonly profileId: string | undefined
}

/**
 * Appoints who stands in for the holder of an office, between days. @term substituição
 *
 * On those days, and on no other, the substitute has in that unit what the holder was given there, as it stands at each
 * moment, and signs as `Secretário em exercício`. Credentials, and what keeps registers, do not pass. Undefined where
 * the office is out of reach.
 */
export async function appointSubstitute(
  db: Database,
  by: Editor,
  reach: Reach,
  office: Office,
  request: SubstitutionRequest,
  now: Date,
): Promise<Outcome<true, SubstitutionRefusal> | undefined> {
  if (!reaches(reach, office.agencyId, office.unitId)) return undefined
  const { substitute, reason, act, style, from, until } = request
  return inTransaction(db, async (trx) => {
    const officeInUse = await lockOffice(trx, office.id)
    const [near, profiles] = await Promise.all([
      until >= from ? selectNeighbours(trx, office.id, from, until) : undefined,
      reason === 'vacancy' ? findProfileChoices(trx, reach) : [],
    ])
    const profile = profiles.find(({ id }) => id === request.profileId)
    const refusal = refused(
      refusalsToSubstitute({
        ...{ reason, from, until, today: todayIn(now), officeInUse, substituteId: substitute.id },
        holders: near?.holders ?? [],
        overlapping: near?.overlapping ?? undefined,
        profileChosen: profile !== undefined,
      }),
    )
    if (refusal) return refusal
    const tenureId = reason === 'vacancy' ? undefined : near?.holders[0]?.tenureId
    const profileId = reason === 'vacancy' ? profile?.id : undefined
    const one = {
      officeId: office.id,
      tenureId,
      profileId,
      substituteId: substitute.id,
      reason,
      act,
      style,
      from,
      until,
    }
    await insertSubstitution(trx, one, by.userId, now)
    const told = `${substitute.name}, ${actingCapacity(office.title, style)}, de ${tellDay(from)} a ${tellDay(until)}, ${act} (${reasonWords[reason]})`
    const change = { field: 'substituto', before: undefined, after: told }
    await Promise.all([
      noteFields(trx, by, { register: 'office', id: office.id }, [change], now),
      noteFields(
        trx,
        by,
        { register: 'user', id: substitute.id },
        [{ ...change, field: 'substituicao', after: `${office.title}, ${office.unit}: ${told}` }],
        now,
      ),
    ])
    return done(true)
  })
}

/** Ends a substitution at once, also in sessions that are open. Undefined where it was over. */
export async function endSubstitution(
  db: Database,
  by: Editor,
  office: Pick<Office, 'id' | 'title' | 'unit'>,
  substitution: { readonly id: string; readonly accountId: string },
  now: Date,
): Promise<true | undefined> {
  return inTransaction(db, async (trx) => {
    await lockOffice(trx, office.id)
    const ending = { userId: by.userId, now, today: todayIn(now) }
    const [name] = await endSubstitutionRows(trx, office.id, { id: substitution.id }, ending)
    if (!name) return undefined
    const before = `${office.title}, ${office.unit}`
    await Promise.all([
      noteFields(
        trx,
        by,
        { register: 'office', id: office.id },
        [{ field: 'substituto', before: name, after: undefined }],
        now,
      ),
      noteFields(
        trx,
        by,
        { register: 'user', id: substitution.accountId },
        [{ field: 'substituicao', before, after: undefined }],
        now,
      ),
    ])
    return true
  })
}
