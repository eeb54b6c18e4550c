import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { findCaseFile } from '../cases/index.ts'
import { type DemandRow, selectDemand, selectDemands } from './demands.queries.ts'
import { type DemandsFilter, listPageSize } from './demands-filter.ts'
import { type ExtensionRow, type SectorRow, selectExtensions, selectSectors } from './sectors.queries.ts'

/** A demand whose words are for this person; undefined also where its case file does not let them in. */
export async function findDemand(
  db: Database,
  actor: Actor,
  id: string,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<DemandRow | undefined> {
  const row = await selectDemand(db, actor, { id, mode, today: todayIn(now) }, now)
  if (!row?.isTold) return undefined
  return row.caseFileId === null || (await openCaseId(db, actor, { id: row.caseFileId }, now)) ? row : undefined
}

/** The id of a case file that is wholly open to this person; else nothing is told of it. */
export async function openCaseId(
  db: Database,
  actor: Actor,
  wanted: { readonly digits: string } | { readonly id: string },
  now: Date,
): Promise<string | undefined> {
  const found = await findCaseFile(db, actor, wanted, 'reading', now)
  return found?.reach === 'full' ? found.id : undefined
}

/** One page of the list. */
export function listDemands(db: Database, actor: Actor, filter: DemandsFilter, now: Date) {
  const place = { today: todayIn(now), most: listPageSize, from: (filter.page - 1) * listPageSize }
  return selectDemands(db, actor, filter, place, now)
}

const mostExported = 5000

/** All that the filter finds; at most 5000. */
export async function listForExport(
  db: Database,
  actor: Actor,
  filter: DemandsFilter,
  now: Date,
): Promise<readonly DemandRow[]> {
  return (await selectDemands(db, actor, filter, { today: todayIn(now), most: mostExported, from: 0 }, now)).rows
}

/** The units asked in a demand that was found. */
export function listSectors(db: Database, actor: Actor, demand: DemandRow): Promise<readonly SectorRow[]> {
  return selectSectors(db, actor, demand.id)
}

/** The extensions asked for in a demand that was found. */
export function listExtensions(db: Database, demand: DemandRow): Promise<readonly ExtensionRow[]> {
  return selectExtensions(db, demand.id)
}
