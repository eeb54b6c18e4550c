import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { MarkColour } from '../../../ui/index.ts'
import { isOpened } from '../../cases/index.ts'

export interface WatchedRow {
  caseFileId: string
  note: { text: string; priority: boolean } | null
  labels: { name: string; colour: MarkColour; text: string }[]
  /** Name of the checkpoint where it stands in the unit. */
  checkpoint: string | null
  followedIn: (string | null)[]
}

/** `watchedRows`, of a page of the desk. */
export async function selectWatched(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  now: Date,
): Promise<WatchedRow[]> {
  return db<WatchedRow[]>`${watchedRows(db, actor, caseFileIds, now)}`
}

/**
 * What the unit and this person keep about these case files: note, labels, checkpoint, follow-up. One statement for a whole
 * page of the desk. Other units' is left out by the keys; in a confidential case file the note is the holder's own, and no
 * words are told before the password.
 */
export function watchedRows(db: Database, actor: Actor, caseFileIds: readonly string[], now: Date) {
  return db`
    select c.id as "caseFileId",
           (select jsonb_build_object('text', case when x.opened then n.text else '' end, 'priority', n.priority) from watchlists.note n
             where n.unit_id = ${actor.unitId} and n.case_file_id = c.id
               and n.account_id is not distinct from case when x.confidential then ${actor.userId}::bigint end) as note,
           (select coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'colour', l.colour, 'text', case when x.opened then y.text else '' end) order by lower(l.name)), '[]')
              from watchlists.labelling y join watchlists.label l on l.id = y.label_id
             where y.unit_id = ${actor.unitId} and y.case_file_id = c.id) as labels,
           (select p.name from checkpoints.standing s join checkpoints.checkpoint p on p.id = s.checkpoint_id
             where s.unit_id = ${actor.unitId} and s.case_file_id = c.id) as checkpoint,
           array(select w.name from watchlists.entry e left join watchlists.watchlist w on w.id = e.watchlist_id
                  where e.unit_id = ${actor.unitId} and e.case_file_id = c.id order by w.name) as "followedIn"
      from cases.case_file c
      cross join lateral (select ${isOpened(db, actor, now)} as opened,
             cases.governing_level(c, platform.flag('per-document-internal')) = 'confidential' as confidential) x
     where c.id = any (${[...caseFileIds]}::text[]::bigint[])`
}
