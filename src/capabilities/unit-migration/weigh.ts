import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { unitPeople } from '../identity/index.ts'
import type { Migration } from './migration.ts'
import { caseFileMovers } from './movers.ts'
import { type ObstacleKind, obstaclesTo } from './obstacles.rules.ts'
import { acronymIsTaken, selectNames, selectStanding } from './plan.queries.ts'
import type { PlannedCaseFile } from './plan.ts'

/** Everything that stands in the way of a migration now, and all that people must know of it before. */
export async function weigh(
  db: Database,
  migration: Migration,
  planned: readonly PlannedCaseFile[],
  now: Date,
): Promise<readonly ObstacleKind[]> {
  const fromIds = migration.from.map(({ id }) => id)
  const unitIds = [...fromIds, ...migration.to.map(({ id }) => id)]
  const rows = await selectStanding(db, migration.id, unitIds, todayIn(now))
  const people = new Map<string, readonly { readonly id: string; readonly name: string }[]>()
  for (const id of unitIds) people.set(id, await unitPeople(db, id, now))
  const standing = (ids: readonly { readonly id: string }[]) =>
    ids.flatMap(({ id }) => {
      const row = rows.find((one) => one.id === id)
      return row ? [{ ...row, peopleCount: people.get(id)?.length ?? 0 }] : []
    })
  const [renamed] = migration.from
  return obstaclesTo({
    mode: migration.mode,
    from: standing(migration.from),
    to: standing(migration.to),
    newAcronym: migration.newAcronym,
    acronymTaken:
      renamed !== undefined && migration.newAcronym !== null
        ? await acronymIsTaken(db, renamed.id, migration.newAcronym)
        : false,
    withoutPlace: migration.mode === 'rename' ? [] : withoutPlace(migration, people),
    unassigned: await unassigned(db, planned, people),
    busy: await busyPeople(db, fromIds, migration, now),
    ruleCount: migration.rules.length,
  })
}

type People = ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>

function withoutPlace({ from, to }: Migration, people: People): string[] {
  const placed = new Set(to.flatMap(({ id }) => people.get(id) ?? []).map(({ id }) => id))
  const leaving = from.flatMap(({ id }) => people.get(id) ?? []).filter(({ id }) => !placed.has(id))
  return [...new Set(leaving.map(({ name }) => name))].sort((one, other) => one.localeCompare(other, 'pt-BR'))
}

async function unassigned(db: Database, planned: readonly PlannedCaseFile[], people: People) {
  const works = new Map([...people].map(([unit, list]) => [unit, new Set(list.map(({ id }) => id))]))
  const losing = planned.filter(({ assignee, to }) => assignee !== null && !works.get(to)?.has(assignee))
  const names = await selectNames(db, [...new Set(losing.flatMap(({ assignee }) => assignee ?? []))])
  return { count: losing.length, names: names.map(({ name }) => name) }
}

async function busyPeople(db: Database, fromIds: readonly string[], { mode }: Migration, now: Date): Promise<string[]> {
  if (mode === 'rename') return []
  const found = await Promise.all(caseFileMovers.map((mover) => mover.busy?.(db, fromIds, now) ?? []))
  return [...new Set(found.flat().map(({ who }) => who))].sort()
}
