import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { registerStarterSet } from '../../classification/index.ts'
import { addNationalHolidays, registerAgency, registerUnit } from '../../organization/index.ts'
import { spendLink } from '../one-time-links.ts'
import { hashPassword } from '../password-hash.ts'
import { grantProfile, registerAccount, registerProfile } from '../register-account.ts'
import { standardProfiles } from '../standard-profiles.ts'
import { lockFirstAdministrator, selectAnyAccount } from './first-administrator.queries.ts'

export interface FirstAdministratorRequest {
  readonly agency: {
    readonly acronym: string
    readonly name: string
    readonly numberCode: string
    readonly numberMask: string
  }
  readonly unit: {
    readonly acronym: string
    readonly name: string
    readonly numberCode: string
    readonly address: string
    readonly city: string
    readonly state: string
    readonly email: string
  }
  readonly person: {
    readonly login: string
    readonly name: string
    readonly cpf: string | undefined
    readonly email: string
    readonly password: string
  }
  /** Whether to begin with types, classes and legal bases that are common to public bodies. */
  readonly withStarterSet: boolean
}

/**
 * Makes the first agency, unit and person of an installation, who administrates all of it and works in the unit. Used up
 * with the link: of any number of requests at once one is done, and none where there is an account already.
 */
export async function makeFirstAdministrator(
  db: Database,
  token: string,
  request: FirstAdministratorRequest,
  now: Date,
): Promise<Outcome<{ slug: string }, { readonly kind: 'link-over' }>> {
  const passwordHash = await hashPassword(request.person.password)
  return inTransaction(db, async (trx) => {
    await lockFirstAdministrator(trx)
    if (await selectAnyAccount(trx)) return refuse({ kind: 'link-over' })
    if (!(await spendLink(trx, token, 'first-administrator', now))) return refuse({ kind: 'link-over' })
    const today = todayIn(now)
    const { agencyId, unitId, slug } = await makeUnit(trx, request, today)
    await makePerson(trx, { ...request.person, passwordHash }, { agencyId, unitId }, today)
    if (request.withStarterSet) await registerStarterSet(trx)
    const year = Number(today.slice(0, 4))
    await addNationalHolidays(trx, [year, year + 1])
    return done({ slug })
  })
}

async function makeUnit(trx: Database, { agency, unit }: FirstAdministratorRequest, from: LocalDate) {
  const agencyId = made(await registerAgency(trx, agency)).id
  const { email, ...data } = unit
  const place = { agencyId, agencyAcronym: agency.acronym, from, emails: email ? [email] : [] }
  const { id: unitId, slug } = made(await registerUnit(trx, { ...data, ...place, isMailroom: true }))
  return { agencyId, unitId, slug }
}

async function makePerson(
  trx: Database,
  { cpf, ...person }: FirstAdministratorRequest['person'] & { readonly passwordHash: string },
  at: { readonly agencyId: string; readonly unitId: string },
  from: LocalDate,
): Promise<void> {
  const account = { ...person, agencyId: at.agencyId, ...(cpf ? { cpf } : {}) }
  const accountId = made(await registerAccount(trx, account)).id
  for (const profile of standardProfiles) {
    const { id: profileId } = await registerProfile(trx, profile)
    const grant = { accountId, profileId, in: { unitId: at.unitId }, from }
    if (profile.name === 'Administrador') await grantProfile(trx, { ...grant, administers: 'installation' })
    if (profile.name === 'Básico') await grantProfile(trx, grant)
  }
}

/** In an installation without anybody nothing can be taken; where it is, somebody filled it in by other means. */
function made<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.done) throw new Error('the installation has agencies but no account')
  return outcome.value
}
