import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { type PlaceRow, placesOf } from './places.queries.ts'
import { type ReopeningRow, reopenings } from './reopening/reopening.queries.ts'
import type { ReturnSide } from './returns/return.text.ts'
import { type ReturnRow, returnsOfCase } from './returns/returns.queries.ts'
import { directLine, recallable } from './routing.queries.ts'
import { type WronglyOpenedRow, wronglyOpened } from './wrongly-opened.queries.ts'

/** Moments as the text of the database: JSON has none. */
type InJson<Row> = {
  [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] extends Date | null ? string | null : Row[Key]
}

interface RoutingRow {
  places: InJson<PlaceRow>[]
  recallable: string[]
  directLine: string[]
  returns: InJson<ReturnRow & { side: ReturnSide }>[]
  reopenings: InJson<ReopeningRow>[]
  wronglyOpened: InJson<WronglyOpenedRow> | null
}

/** All that the page of a case file shows of its ways, in one statement. */
export async function selectRoutingOfCase(db: Database, actor: Actor, caseFileId: string): Promise<RoutingRow> {
  const [row] = await db<RoutingRow[]>`
    select (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${placesOf(db, actor.unitId, caseFileId)}) x) as places,
           array(select x.acronym from (${recallable(db, caseFileId, actor.unitId)}) x) as recallable,
           array(select x.id::text from (${directLine(db, caseFileId, actor.unitId)}) x) as "directLine",
           (select coalesce(jsonb_agg(to_jsonb(x) || ${idsAsText(db)}), '[]')
              from (${returnsOfCase(db, actor, caseFileId)}) x) as returns,
           (select coalesce(jsonb_agg(to_jsonb(x) || ${idsAsText(db)}), '[]')
              from (${reopenings(db, actor, caseFileId)}) x) as reopenings,
           (select to_jsonb(x) from (${wronglyOpened(db, caseFileId)}) x) as "wronglyOpened"`
  if (!row) throw new Error('a select without a source gave no row')
  return row
}

const idsAsText = (db: Database) => db`jsonb_build_object('id', x.id::text, 'caseFileId', x."caseFileId"::text)`
