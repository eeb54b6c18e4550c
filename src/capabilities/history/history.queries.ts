import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { EventToRecord } from './record.ts'

/** One statement for any number of events. */
export async function insertEvents(
  db: Database,
  actor: Actor,
  now: Date,
  events: readonly EventToRecord[],
): Promise<void> {
  const rows = events.map(({ caseFileId, documentId, scope, event }) => {
    const { kind, ...told } = event
    // Who acted in another's place is recorded with whose place it was (QUE-50, AUD-010).
    const facts = actor.substituting ? { ...told, substituting: actor.substituting } : told
    return { case_file_id: caseFileId, document_id: documentId ?? null, kind, facts, scope: scope ?? 'case' }
  })
  await db`insert into history.event (case_file_id, document_id, kind, facts, scope, account_id, unit_id, at)
    select case_file_id, document_id, kind, facts, scope, ${actor.userId || null}, ${actor.unitId || null}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as row(case_file_id bigint, document_id bigint, kind text, facts jsonb, scope text)`
}

export interface EventRow {
  id: string
  at: Date
  kind: string
  facts: Record<string, unknown>
  scope: 'case' | 'unit'
  person: string | null
  unit: string | null
}

/** One page of events, newest first, and how many there are. */
export async function selectEvents(
  db: Database,
  request: {
    readonly caseFileId: string
    readonly unitId: string
    readonly leftOut: readonly string[]
    readonly page: number
    readonly pageSize: number
  },
): Promise<{ rows: EventRow[]; total: number }> {
  const condition = db`e.case_file_id = ${request.caseFileId} and (e.scope = 'case' or e.unit_id in (select organization.lineage(${request.unitId})))
    and e.kind <> all (${[...request.leftOut]}::text[])`
  const [rows, counted] = await Promise.all([
    db<EventRow[]>`
      select e.id, e.at, e.kind, e.facts, e.scope, coalesce(a.social_name, a.name) as person,
             coalesce(n.acronym, u.acronym) as unit
        from history.event e
        left join identity.account a on a.id = e.account_id
        left join organization.unit u on u.id = e.unit_id
        left join organization.unit_name n on n.unit_id = e.unit_id and n.valid @> e.at::date
       where ${condition} order by e.id desc limit ${request.pageSize} offset ${(request.page - 1) * request.pageSize}`,
    db<{ total: number }[]>`select count(*)::int as total from history.event e where ${condition}`,
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}
