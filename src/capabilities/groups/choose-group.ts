import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { AddedGroup, GroupChoice, GroupKind } from './group.ts'
import {
  selectAddressesOfGroup,
  selectChoices,
  selectContactsOfGroup,
  selectGroup,
  selectUnitsOfGroup,
} from './groups.queries.ts'

/** The groups of a kind that this person may choose in this unit, their own first; at most 300. */
export function groupsToChoose(db: Database, actor: Actor, kind: GroupKind): Promise<readonly GroupChoice[]> {
  return selectChoices(db, actor, kind)
}

/**
 * The units of a group, besides those already chosen: those that case files may be sent to, and by name those that are
 * left out. `most` is how many may be chosen in all. Undefined when there is no such group for this person here.
 */
export async function addUnits(
  db: Database,
  actor: Actor,
  groupId: string,
  choosing: { readonly chosen: readonly string[]; readonly most: number },
  now: Date,
): Promise<{ readonly ids: readonly string[]; readonly told: AddedGroup } | undefined> {
  const group = await groupOf(db, actor, groupId, 'units')
  if (!group) return undefined
  const units = await selectUnitsOfGroup(db, actor, group.id, todayIn(now))
  const room = choosing.most - choosing.chosen.length
  const fit = units.filter(({ why, id }) => why === null && !choosing.chosen.includes(id))
  const taken = fit.slice(0, Math.max(0, room))
  return {
    ids: [...choosing.chosen, ...taken.map(({ id }) => id)],
    told: {
      name: group.name,
      added: taken.map(({ label }) => label),
      leftOut: [
        ...units.flatMap(({ label, why }) => (why ? [{ label, why }] : [])),
        ...fit.slice(taken.length).map(({ label }) => ({ label, why: 'too-many' as const })),
      ],
    },
  }
}

/** The addresses of a group of e-mails; undefined when there is no such group for this person here. */
export async function addressesOfGroup(
  db: Database,
  actor: Actor,
  groupId: string,
): Promise<{ readonly name: string; readonly addresses: readonly string[] } | undefined> {
  const group = await groupOf(db, actor, groupId, 'emails')
  return group && { name: group.name, addresses: await selectAddressesOfGroup(db, group.id) }
}

/** The contacts in use of a group; undefined when there is no such group for this person here. */
export async function contactsOfGroup(
  db: Database,
  actor: Actor,
  groupId: string,
): Promise<{ readonly name: string; readonly contacts: readonly { id: string; name: string }[] } | undefined> {
  const group = await groupOf(db, actor, groupId, 'contacts')
  return group && { name: group.name, contacts: await selectContactsOfGroup(db, group.id) }
}

async function groupOf(db: Database, actor: Actor, id: string, kind: GroupKind) {
  const group = /^\d{1,18}$/.test(id) ? await selectGroup(db, actor, id) : undefined
  return group?.active && group.kind === kind ? group : undefined
}
