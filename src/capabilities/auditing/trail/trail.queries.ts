import type { Database } from '../../../platform/db/index.ts'

export interface EntryToWrite {
  readonly at: string
  readonly account: string | null
  /** By which the person is known who has just signed in. */
  readonly session: string | null
  readonly substituting: string
  readonly unit: string | null
  readonly ip: string
  readonly agent: string
  readonly server: string
  readonly resource: string
  readonly operation: string
  readonly case_file: string | null
  /** Its number. */
  readonly document: string | null
  /** Digits of a public case file, read without a user; of its document, where one was read. */
  readonly public_case: string | null
  readonly public_document: string | null
  /** Whose register was read. */
  readonly contact: string | null
  /** Whatever the rules. */
  readonly always: boolean
}

/** What the rules of this moment want recorded, in one statement. */
export async function insertEntries(db: Database, entries: readonly EntryToWrite[]): Promise<void> {
  await db`
    insert into auditing.entry (at, account_id, substituting, unit_id, ip, user_agent, server, resource, operation,
                                case_file_id, document_id, contact_id)
    select n.at, coalesce(n.account, (select s.account_id from identity.session s
                                       where s.token_hash = decode(n.session, 'hex'))),
           n.substituting, n.unit, n.ip, n.agent, n.server, n.resource, n.operation,
           coalesce(n.case_file,
             (select c.id from cases.case_file c where c.digits = n.public_case),
             (select d.case_file_id from documents.document d where d.number = n.public_document)),
           (select d.id from documents.document d where d.number = coalesce(n.document, n.public_document)),
           n.contact
      from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb)
             as n(at timestamptz, account bigint, session text, substituting text, unit bigint, ip text, agent text,
                  server text, resource text, operation text, case_file bigint, document bigint, public_case text, public_document bigint, contact bigint, always boolean)
     where n.always or n.resource in (select unnest(r.resources) from auditing.rule r where r.is_on)`
}
