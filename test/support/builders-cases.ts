import {
  changeHoldings,
  type OpenedCaseFile,
  type OpenRequest,
  openCaseFile,
  typesToOpen,
} from '../../src/capabilities/cases/index.ts'
import { draftDocument } from '../../src/capabilities/documents/index.ts'
import { confirmCaseAccess } from '../../src/capabilities/identity/index.ts'
import type { Actor, Permission } from '../../src/platform/actor.ts'
import { todayIn } from '../../src/platform/calendar/index.ts'
import type { Database } from '../../src/platform/db/index.ts'
import type { HouseToFill, TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { at, type Login } from './world.ts'

/** The case type that allows every level, and the one of one case file a party. */
export const types = { request: 'Arrecadação: Pedido de Contribuinte', vacation: 'Pessoal: Férias' } as const

type Slug = (typeof at)[keyof typeof at]

export interface CaseFileToBuild extends Partial<Omit<OpenRequest, 'typeId' | 'legalBasisId'>> {
  /** Who opens it, and in which unit; Marina at PROT unless said otherwise. */
  readonly by?: Login
  readonly unit?: Slug
  readonly type?: string
}

/** The person as commands know them, at work in a unit, without a browser. */
export async function actorOf(house: HouseToFill, login: Login, unit: Slug): Promise<Actor> {
  const [row] = await house.db<(Omit<Actor, 'permissions'> & { permissions: Permission[] })[]>`
    select a.id as "userId", coalesce(a.social_name, a.name) as name, a.login, u.id as "unitId", u.slug as "unitSlug",
           u.acronym as "unitAcronym", u.name as "unitName", u.agency_id as "agencyId", '' as "sessionHash",
           identity.permissions_in(a.id, u.id, current_date) as permissions
      from identity.account a, organization.unit u where a.login = ${login} and u.slug = ${unit}`
  if (!row) throw new Error(`nobody called ${login}, or no unit ${unit}`)
  return { ...row, permissions: new Set(row.permissions) }
}

/** A case file opened by the command that everybody uses; a fitting legal basis is found by itself. */
export async function aCaseFile(house: HouseToFill, toBuild: CaseFileToBuild = {}): Promise<OpenedCaseFile> {
  const { by = 'marina', unit = at.prot, type = types.request, ...rest } = toBuild
  const actor = await actorOf(house, by, unit)
  const chosen = (await typesToOpen(house.db, actor)).find(({ name }) => name === type)
  if (!chosen) throw new Error(`the type ${type} is not offered to ${unit}`)
  const level = rest.level ?? 'public'
  const outcome = await openCaseFile(
    house.db,
    actor,
    {
      summary: 'Pedido de restituição',
      recordClassIds: chosen.suggestedClassIds,
      parties: [],
      priority: undefined,
      observation: '',
      ...rest,
      level,
      typeId: chosen.id,
      legalBasisId: level === 'public' ? undefined : await legalBasisOf(house.db, level),
    },
    house.platform.clock(),
  )
  if (!outcome.done) throw new Error(`no case file was opened: ${JSON.stringify(outcome.refusals)}`)
  return outcome.value
}

export async function legalBasisOf(db: Database, level: 'restricted' | 'confidential'): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    select id from classification.legal_basis where level = ${level} and deactivated_at is null order by id limit 1`
  if (!row) throw new Error(`no legal basis for ${level}`)
  return row.id
}

/** Opens a case file as people do, on the pages. Answers the page after the act. */
export async function openCaseOnPages(
  person: Person,
  unit: Slug,
  fields: Record<string, string | readonly string[]> = {},
  type: string = types.request,
): Promise<Page> {
  const list = await person.open(`/em/${unit}/processos/novo`)
  const link = [...list.document.querySelectorAll('a')].find((anchor) => anchor.textContent === type)
  if (!link) throw new Error(`the type ${type} is not on ${list.url}`)
  const form = await person.open(link.getAttribute('href') ?? '')
  return person.send(form, formOf('novo'), { acao: 'abrir', ...fields })
}

/** The form whose action ends with this noun. */
export function formOf(noun: string): string {
  return `form[action$="/${noun}"]`
}

/** Gives the password that confidential case files ask for in this session. */
export async function confirmPasswordFor(person: Person, unit: Slug, digits: string, secret: string): Promise<Page> {
  const page = await person.open(`/em/${unit}/processos/${digits}/senha`)
  return person.send(page, formOf('senha'), { senha: secret })
}

/** Lets commands of builders, which have no session, into a confidential case file. */
export async function openForCommands(house: TestHouse, login: Login, unit: Slug, caseFileId: string): Promise<void> {
  await confirmCaseAccess(house.db, await actorOf(house, login, unit), caseFileId, house.platform.clock())
}

/** The kinds of events of a case file, in the order in which they happened. */
export async function eventsOf(house: TestHouse, caseFileId: string): Promise<string[]> {
  const rows = await house.db<{ kind: string }[]>`
    select kind from history.event where case_file_id = ${caseFileId} order by id`
  return rows.map(({ kind }) => kind)
}

/** Runs a command as somebody, in a transaction of its own, and fails the test where it is refused. */
export async function done<Value>(
  outcome: Promise<{ done: true; value: Value } | { done: false; refusals: readonly unknown[] } | undefined>,
): Promise<Value> {
  const settled = await outcome
  if (!settled?.done) throw new Error(`refused: ${JSON.stringify(settled?.refusals ?? 'no such case file')}`)
  return settled.value
}

/** A draft in the case file, so that it has a document. Answers its nº SEI. */
export async function aDraft(
  house: TestHouse,
  digits: string,
  {
    by = 'marina',
    unit = at.prot,
    level = 'public',
  }: { by?: Login; unit?: Slug; level?: 'public' | 'restricted' } = {},
): Promise<string> {
  const actor = await actorOf(house, by, unit)
  const now = house.platform.clock()
  const [type] = await house.db<{ id: string }[]>`select id from classification.document_type where name = 'Despacho'`
  const made = await done(
    draftDocument(
      house.db,
      actor,
      {
        caseDigits: digits,
        typeId: type?.id ?? '',
        initialText: { kind: 'template' },
        description: '',
        treeName: '',
        datedOn: todayIn(now),
        level,
        legalBasisId: level === 'public' ? undefined : await legalBasisOf(house.db, level),
      },
      now,
    ),
  )
  return made.number
}

/** Puts the case file on another unit's desk too, as sending it with "keep open" does. */
export async function alsoOpenIn(
  house: TestHouse,
  caseFileId: string,
  unit: Slug,
  by: Login = 'marina',
): Promise<void> {
  const [row] = await house.db<{ unitId: string; accountId: string }[]>`
    select u.id as "unitId", a.id as "accountId" from organization.unit u, identity.account a
     where u.slug = ${unit} and a.login = ${by}`
  if (!row) throw new Error(`no unit ${unit}`)
  const now = house.platform.clock()
  const open = [{ unitId: row.unitId, origin: 'received' as const, receivedBy: row.accountId, seen: true }]
  await house.db.begin((trx) => changeHoldings(trx, { caseFileId, open, by: row.accountId, now }))
}

/** Takes the case file off a unit's desk, as concluding it does. */
export async function concludedIn(house: TestHouse, caseFileId: string, unit: Slug): Promise<void> {
  const actor = await actorOf(house, 'admin', unit)
  const close = [{ unitId: actor.unitId, closing: 'concluded' as const }]
  const change = { caseFileId, close, by: actor.userId, now: house.platform.clock(), mayLeaveNoDesk: true }
  await house.db.begin((trx) => changeHoldings(trx, change))
}

/** Posts to an address whatever its page would show: for acts that the page does not offer. */
export async function postAnyway(
  person: Person,
  url: string,
  fields: Record<string, string | readonly string[]> = {},
): Promise<Page> {
  const unit = url.split('/')[2] ?? ''
  const page = await person.open(`/em/${unit}/processos/novo`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1]
  if (!csrf) throw new Error(`no form on ${page.url}`)
  return person.post(url, { _csrf: csrf, _chave: `teste-${Math.random()}`, ...fields })
}
