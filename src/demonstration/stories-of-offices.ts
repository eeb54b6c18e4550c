import { appointHolder, appointSubstitute, findOffice, openOffice } from '../capabilities/identity/index.ts'
import { addDays, localDate, todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'

/** The secretary's office, and who stands in while she is on leave next week. Begun anew, what is there stays: undefined. */
export async function tellOffices({ db, clock }: Platform, ids: Ids): Promise<string | undefined> {
  const now = clock()
  const administrator = ids.as('adelia.admin', 'GS')
  const secretary = ids.as('helena.secretaria', 'GS')
  const adviser = ids.as('ana.assessora', 'ASSEG')
  const { unitId } = secretary
  const opened = await openOffice(
    db,
    administrator,
    { unitId, unit: 'GS (SET/RN)', title: 'Secretária de Estado da Tributação' },
    now,
  )
  if (!opened.done) return undefined
  const { id } = opened.value
  const holder = { id: secretary.userId, name: secretary.name }
  const since = { from: localDate('2023-01-02'), until: undefined }
  must(await appointHolder(db, administrator, { id }, { holder, act: 'Decreto de nomeação', ...since }, now))
  const office = await findOffice(db, id, { agencyId: undefined }, now)
  if (!office) throw new Error('the office of the demonstration is not there')
  const begin = addDays(todayIn(now), 7)
  const request = {
    substitute: { id: adviser.userId, name: adviser.name },
    reason: 'vacation',
    act: 'Portaria nº 12-GS',
    style: 'em exercício',
    profileId: undefined,
    from: begin,
    until: addDays(begin, 9),
  } as const
  const outcome = await appointSubstitute(db, administrator, { agencyId: undefined }, office, request, now)
  if (!outcome?.done) throw new Error(`nobody stands in: ${JSON.stringify(outcome)}`)
  return id
}
