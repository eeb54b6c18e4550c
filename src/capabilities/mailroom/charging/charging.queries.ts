import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

/** What is known of the charging of one letter. */
export interface ChargeRow {
  letterId: string
  /** Its document and case file are public, today: a public document may tell of them. */
  isPublic: boolean
  chargedAt: Date | null
  /** The last document by which it was charged; null also where that one is no longer public. */
  lastDocument: string | null
}

/** Of letters that the caller found. */
export async function selectCharges(db: Database, letterIds: readonly string[]): Promise<ChargeRow[]> {
  return db<ChargeRow[]>`
    select x.id as "letterId", k.at as "chargedAt", k.number as "lastDocument",
           c.level = 'public' and c.effective_level = 'public' and d.level = 'public' as "isPublic"
      from mailroom.letter x join cases.case_file c on c.id = x.case_file_id join documents.document d on d.id = x.document_id
      left join lateral (
        select g.at, case when kd.level = 'public' and kc.level = 'public' and kc.effective_level = 'public' and kd.state = 'active'
                          then lpad(kd.number::text, 7, '0') end as number
          from mailroom.charge g join documents.document kd on kd.id = g.document_id join cases.case_file kc on kc.id = kd.case_file_id
         where g.letter_id = x.id order by g.at desc, g.document_id desc limit 1) k on true
     where x.id = any (${[...letterIds]}::bigint[])`
}

export async function insertCharges(
  db: Database,
  actor: Actor,
  charge: { readonly documentId: string; readonly letterIds: readonly string[] },
  now: Date,
): Promise<void> {
  await db`
    insert into mailroom.charge (letter_id, document_id, at, account_id)
    select l, ${charge.documentId}, ${now}, ${actor.userId} from unnest(${[...charge.letterIds]}::bigint[]) l`
}
