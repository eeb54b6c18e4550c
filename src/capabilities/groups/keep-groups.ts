import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import type { FieldProblem } from '../../platform/form-fields.ts'
import { isMailAddress } from '../../platform/mail/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import {
  explainLabel,
  findUnitsByLabel,
  type ListOf,
  listOf,
  noteActive,
  noteChange,
  type Reach,
} from '../organization/index.ts'
import type { GroupRequest } from './group.form.ts'
import type { GroupScope, RecipientGroup } from './group.ts'
import {
  type GroupRow,
  type GroupsAsked,
  insertGroup,
  type OwnerOfGroup,
  replaceAddresses,
  replaceContacts,
  replaceUnits,
  selectGroup,
  selectGroups,
  selectNamedContacts,
  updateGroup,
  updateGroupActive,
} from './groups.queries.ts'
import { kindWords, scopeWords } from './groups.text.ts'

export type GroupRefusal =
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'beyond-reach' }
  | { readonly kind: 'members'; readonly problem: FieldProblem }

/** What the person may keep besides what is their own: undefined without the permission to administrate. */
export type KeeperReach = Reach | undefined

/** The groups that are there for this person in this unit. */
export async function listGroups(db: Database, actor: Actor, asked: GroupsAsked): Promise<ListOf<GroupRow>> {
  return listOf(await selectGroups(db, actor, asked))
}

export function findGroup(db: Database, actor: Actor, id: string): Promise<RecipientGroup | undefined> {
  return selectGroup(db, actor, id)
}

/** Whose groups this person keeps here: their own, the unit's, and as far as their administration reaches (EST-043). */
export function scopesKept(actor: Actor, reach: KeeperReach): readonly GroupScope[] {
  return [
    'person',
    ...(actor.permissions.has('knowledge.manage') ? (['unit'] as const) : []),
    ...(reach && !reach.unitIds ? (['agency'] as const) : []),
    ...(reach && reach.agencyId === undefined ? (['installation'] as const) : []),
  ]
}

/** Makes a group, of units, contacts or e-mails. */
export async function makeGroup(
  db: Database,
  actor: Actor,
  reach: KeeperReach,
  request: GroupRequest,
  now: Date,
): Promise<Outcome<{ id: string }, GroupRefusal>> {
  if (!scopesKept(actor, reach).includes(request.scope)) return refuse({ kind: 'beyond-reach' })
  return inTransaction(db, async (trx) => {
    const members = await resolve(trx, request)
    if (!members.done) return members
    const id = await insertGroup(trx, ownerOf(actor, request.scope), request)
    if (!id) return refuse({ kind: 'name-taken' })
    await members.value(trx, id)
    await note(trx, actor, id, undefined, now)
    return done({ id })
  })
}

/** Changes the name, the description and the members. Undefined where the group is not this person's to keep. */
export async function changeGroup(
  db: Database,
  actor: Actor,
  reach: KeeperReach,
  id: string,
  request: GroupRequest,
  now: Date,
): Promise<Outcome<true, GroupRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const before = await selectGroup(trx, actor, id, 'locked')
    if (!before || !scopesKept(actor, reach).includes(before.scope)) return undefined
    const members = await resolve(trx, { ...request, kind: before.kind })
    if (!members.done) return members
    if (!(await updateGroup(trx, id, request))) return refuse({ kind: 'name-taken' })
    await members.value(trx, id)
    await note(trx, actor, id, before, now)
    return done(true)
  })
}

/** Takes a group out of use, or back. Undefined where it is not this person's to keep. */
export async function setGroupActive(
  db: Database,
  actor: Actor,
  reach: KeeperReach,
  id: string,
  active: boolean,
  now: Date,
): Promise<true | undefined> {
  return inTransaction(db, async (trx) => {
    const group = await selectGroup(trx, actor, id, 'locked')
    if (!group || !scopesKept(actor, reach).includes(group.scope)) return undefined
    if (group.active === active) return true
    await updateGroupActive(trx, id, active ? undefined : now)
    await noteActive(trx, actor, { register: 'group', id }, active, now)
    return true
  })
}

function ownerOf({ agencyId, unitId, userId }: Actor, scope: GroupScope): OwnerOfGroup {
  return {
    scope,
    agencyId: scope === 'agency' ? agencyId : null,
    unitId: scope === 'unit' ? unitId : null,
    accountId: scope === 'person' ? userId : null,
  }
}

type Keep = (db: Database, groupId: string) => Promise<void>

/** Finds who the lines mean, and answers how they are kept; or what is wrong with a line. */
async function resolve(
  db: Database,
  { kind, lines }: Pick<GroupRequest, 'kind' | 'lines'>,
): Promise<Outcome<Keep, GroupRefusal>> {
  if (kind === 'emails') return resolveAddresses(lines)
  return kind === 'units' ? resolveUnits(db, lines) : resolveContacts(db, lines)
}

async function resolveUnits(db: Database, lines: readonly string[]): Promise<Outcome<Keep, GroupRefusal>> {
  const found = await findUnitsByLabel(db, lines, { agencyId: undefined })
  const wrong = found.map(explainLabel).find((one) => one !== undefined)
  if (wrong) return wrongMember(wrong)
  const ids = found.flatMap((one) => (one.kind === 'found' ? [one.unit.id] : []))
  return done((trx, id) => replaceUnits(trx, id, [...new Set(ids)]))
}

async function resolveContacts(db: Database, lines: readonly string[]): Promise<Outcome<Keep, GroupRefusal>> {
  const rows = await selectNamedContacts(db, lines)
  const ids: string[] = []
  for (const line of lines) {
    const found = rows.filter((row) => row.line === line)
    const [first, ...others] = found
    if (!first) return wrongMember(`Não há contato em uso chamado “${line.slice(0, 60)}”. Confira em Contatos.`)
    if (others.length > 0) return wrongMember(`Há mais de um contato “${line.slice(0, 60)}”. Escreva o CPF ou o CNPJ.`)
    ids.push(first.id)
  }
  return done((trx, id) => replaceContacts(trx, id, [...new Set(ids)]))
}

function resolveAddresses(lines: readonly string[]): Outcome<Keep, GroupRefusal> {
  const emails = lines.map((line) => {
    const [address = '', ...words] = line.split(' ')
    return { address: address.toLowerCase(), description: words.join(' ').slice(0, 120) }
  })
  const bad = emails.find(({ address }) => !isMailAddress(address))
  if (bad) return wrongMember(`“${bad.address.slice(0, 60)}” não tem a forma de um endereço de e-mail.`)
  return done((trx, id) => replaceAddresses(trx, id, emails))
}

function wrongMember(message: string): Outcome<Keep, GroupRefusal> {
  return refuse({ kind: 'members', problem: { field: 'membros', message } })
}

async function note(db: Database, actor: Actor, id: string, before: RecipientGroup | undefined, now: Date) {
  const after = await selectGroup(db, actor, id)
  if (!after) throw new Error(`group ${id} is not there for who keeps it`)
  await noteChange(
    db,
    actor,
    { register: 'group', id },
    { before: before && fieldsOfGroup(before), after: fieldsOfGroup(after) },
    now,
  )
}

/** The group as its form shows it. */
export function fieldsOfGroup({ name, description, members, kind, scope }: RecipientGroup): Record<string, string> {
  return {
    nome: name,
    descricao: description,
    especie: kindWords[kind],
    alcance: scopeWords[scope],
    membros: members.join('\n'),
  }
}
