import { grantProfile, registerAccount } from '../../src/capabilities/identity/index.ts'
import type { LocalDate } from '../../src/platform/calendar/index.ts'
import type { HouseToFill, TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { quickHash } from './quick-hash.ts'
import { at } from './world.ts'

const longAgo = '2020-01-01' as LocalDate

/** The address of a page of the administration, from the cabinet unless said otherwise. */
export function admin(path: string, unit: string = at.gs): string {
  return `/em/${unit}/administracao${path}`
}

export interface PersonToBuild {
  readonly login: string
  readonly name?: string
  readonly agency?: 'SET/RN' | 'SEPLAG/RJ'
  readonly cpf?: string
  readonly email?: string
  /** Profiles by name, each in a unit by acronym. */
  readonly grants?: readonly GrantToBuild[]
}

export interface GrantToBuild {
  readonly profile: string
  readonly unit: string
  readonly administers?: 'unit' | 'agency' | 'installation'
  readonly extendsToSubunits?: boolean
  readonly from?: string
  readonly until?: string
}

/** Somebody with the password of the world. Answers the account's id. */
export async function aPerson(house: TestHouse, toBuild: PersonToBuild): Promise<string> {
  const { login, name = `Pessoa ${login}`, agency = 'SET/RN', grants = [], ...rest } = toBuild
  const agencyId = await idOf(house, 'organization.agency', 'acronym', agency)
  const passwordHash = await quickHash()
  const outcome = await registerAccount(house.db, { agencyId, login, name, passwordHash, ...rest })
  if (!outcome.done) throw new Error(`${login} was not registered`)
  for (const grant of grants) await aGrant(house, login, grant)
  return outcome.value.id
}

/** A profile given to somebody in a unit. */
export async function aGrant(house: HouseToFill, login: string, grant: GrantToBuild): Promise<void> {
  const { profile, unit, administers, extendsToSubunits, from, until } = grant
  await grantProfile(house.db, {
    accountId: await idOf(house, 'identity.account', 'login', login),
    profileId: await idOf(house, 'identity.profile', 'name', profile),
    in: {
      unitId: await idOf(house, 'organization.unit', 'acronym', unit),
      ...(extendsToSubunits ? { extendsToSubunits } : {}),
    },
    from: (from ?? longAgo) as LocalDate,
    ...(until ? { until: until as LocalDate } : {}),
    ...(administers ? { administers } : {}),
  })
}

/** Somebody who administrates the whole installation from the cabinet, signed in. */
export async function aCentralAdministrator(house: TestHouse, login = 'central'): Promise<Person> {
  const grant = { profile: 'Administrador', unit: 'GS', administers: 'installation' } as const
  await aPerson(house, { login, name: 'Clara Central', grants: [grant, { profile: 'Básico', unit: 'GS' }] })
  return signInAs(house, login)
}

/** Signs in somebody who is not of the world. */
export async function signInAs(house: TestHouse, login: string): Promise<Person> {
  const person = house.visitor()
  await person.signIn(login)
  return person
}

/** The id of a row by what names it. */
export async function idOf(house: HouseToFill, table: string, column: string, value: string): Promise<string> {
  const [row] = await house.db<{ id: string }[]>`
    select id from ${house.db(table)} where ${house.db(column)} = ${value} order by id limit 1`
  if (!row) throw new Error(`no row of ${table} with ${column} ${value}`)
  return row.id
}

/** Takes everybody and everything out of the house: an installation that nobody has entered yet. */
export async function emptyHouse(house: TestHouse): Promise<void> {
  await house.db.begin(async (trx) => {
    // Append-only tables refuse to be emptied, and rightly so; an installation without a first day has none of their rows.
    await trx`set local session_replication_role = replica`
    await trx`truncate organization.agency, identity.account, identity.profile, classification.case_type,
      classification.document_type, classification.record_class, classification.legal_basis,
      classification.conference_kind, organization.holiday cascade`
  })
}

/** Sends the form whose action ends with this path of the administration. */
export function formTo(path: string): string {
  return `form[method="post"][action$="/administracao${path}"]`
}

/** How many statements the pages opened by the work asked of the database. */
export async function countingQueries(house: TestHouse, work: () => Promise<unknown>): Promise<number> {
  const options = house.db.options as { debug: unknown }
  let count = 0
  options.debug = () => {
    count += 1
  }
  try {
    await work()
  } finally {
    options.debug = false
  }
  return count
}

/** The messages beside the fields of a page, by the name of the field. */
export function problemsOf(page: Page): Record<string, string> {
  const problems = [...page.document.querySelectorAll('.field__error')]
  return Object.fromEntries(
    problems.map((problem) => [
      (problem.getAttribute('id') ?? '').replace(/^campo-|-erro$/g, ''),
      (problem.textContent ?? '').replace(/^\s*Erro: /, '').trim(),
    ]),
  )
}

/** What a form needs beside its fields, from any page of the same person: for posts to addresses that show no form. */
export function keysFrom(page: Page): { _csrf: string; _chave: string } {
  const token = page.document.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? ''
  return { _csrf: token, _chave: crypto.randomUUID() }
}
