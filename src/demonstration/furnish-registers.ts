import {
  registerCaseType,
  registerConferenceKind,
  registerDocumentType,
  registerLegalBasis,
  registerRecordClass,
} from '../capabilities/classification/index.ts'
import {
  grantProfile,
  hashPassword,
  registerAccount,
  registerProfile,
  standardProfiles,
} from '../capabilities/identity/index.ts'
import { registerAgency, registerUnit } from '../capabilities/organization/index.ts'
import type { LocalDate } from '../platform/calendar/index.ts'
import type { Database } from '../platform/db/index.ts'
import type { Outcome } from '../platform/outcome.ts'
import type { Platform } from '../platform/platform.ts'
import { agencies } from './houses.ts'
import { people } from './people.ts'
import { caseTypes, documentTypes, legalBases, recordClasses } from './types.ts'

const from = '2020-01-01' as LocalDate

/** The registers of the demonstration, made by the commands of their capabilities. */
export async function furnishRegisters(platform: Pick<Platform, 'db'>): Promise<void> {
  const { db } = platform
  const unitIds = await furnishHouses(db)
  await furnishPeople(platform, unitIds)
  await furnishTypes(db)
}

type UnitIds = ReadonlyMap<string, { readonly unitId: string; readonly agencyId: string }>

async function furnishHouses(db: Database): Promise<UnitIds> {
  const ids = new Map<string, { unitId: string; agencyId: string }>()
  for (const [position, { units, ...agency }] of agencies.entries()) {
    const { id: agencyId } = must(await registerAgency(db, { ...agency, position }))
    for (const { parent, ...unit } of units) {
      const parentId = parent ? ids.get(`${agency.acronym} ${parent}`)?.unitId : undefined
      const made = await registerUnit(db, {
        ...unit,
        agencyId,
        agencyAcronym: agency.acronym,
        from,
        ...(parentId ? { parentId } : {}),
      })
      ids.set(`${agency.acronym} ${unit.acronym}`, { unitId: must(made).id, agencyId })
    }
  }
  return ids
}

async function furnishPeople(platform: Pick<Platform, 'db'>, unitIds: UnitIds): Promise<void> {
  const { db } = platform
  const profiles = new Map<string, string>()
  for (const profile of standardProfiles) profiles.set(profile.name, (await registerProfile(db, profile)).id)
  // Nobody knows this password: people of the demonstration sign in by a click, and sign with the password that the page shows.
  const passwordHash = await hashPassword(demoPassword)
  for (const person of people) {
    const agencyId = unitIds.get(`${person.agency} ${person.units[0]}`)?.agencyId ?? ''
    const { id: accountId } = must(
      await registerAccount(db, {
        agencyId,
        login: person.login,
        name: person.name,
        email: `${person.login}@exemplo.gov.br`,
        passwordHash,
      }),
    )
    for (const unit of person.units) {
      const unitId = unitIds.get(`${person.agency} ${unit}`)?.unitId ?? ''
      for (const profile of person.profiles) {
        await grantProfile(db, {
          accountId,
          profileId: profiles.get(profile) ?? '',
          in: { unitId },
          from,
          ...(profile === 'Administrador' ? { administers: 'installation' as const } : {}),
        })
      }
    }
  }
}

/** Of everybody in the demonstration, and of nobody elsewhere: signing asks for a password, so people must know it. */
export const demoPassword = 'carimbo de demonstração'

async function furnishTypes(db: Database): Promise<void> {
  const classIds = new Map<string, string>()
  for (const one of recordClasses) classIds.set(one.code, must(await registerRecordClass(db, one)).id)
  const basisIds = new Map<string, string>()
  for (const one of legalBases) basisIds.set(one.name, must(await registerLegalBasis(db, one)).id)
  for (const { classes, legalBasis, ...type } of caseTypes) {
    const suggestedLegalBasisId = legalBasis ? basisIds.get(legalBasis) : undefined
    must(
      await registerCaseType(db, {
        ...type,
        recordClassIds: classes.map((code) => classIds.get(code) ?? ''),
        ...(suggestedLegalBasisId ? { suggestedLegalBasisId } : {}),
      }),
    )
  }
  for (const type of documentTypes) must(await registerDocumentType(db, type))
  for (const [name, certifiable] of [
    ['Cópia autenticada administrativamente', true],
    ['Cópia autenticada por cartório', false],
    ['Cópia simples', false],
    ['Documento original', false],
  ] as const) {
    must(await registerConferenceKind(db, { name, certifiable }))
  }
}

/** The value of a deed that cannot be refused in a house that was empty. */
export function must<Value>(outcome: Outcome<Value, unknown> | undefined): Value {
  if (!outcome?.done) throw new Error(`the demonstration could not be furnished: ${JSON.stringify(outcome?.refusals)}`)
  return outcome.value
}
