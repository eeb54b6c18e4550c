import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { takeNumber } from '../take-number.queries.ts'
import type { LetterStep, LetterToAsk } from './letter.ts'

export async function insertLetter(
  db: Database,
  actor: Actor,
  letter: LetterToAsk & {
    readonly documentId: string
    readonly caseFileId: string
    readonly attachmentIds: readonly string[]
    readonly expeditionUnitId: string
    readonly receiptDays: number
    readonly year: number
  },
  now: Date,
): Promise<{ id: string; number: number }> {
  const number = await takeNumber(db, { unitId: actor.unitId, kind: 'letter', year: letter.year })
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into mailroom.letter (unit_id, year, number, document_id, case_file_id, expedition_unit_id, service, with_receipt,
             receipt_days, format, contact_id, addressee, address, city, state, postal_code, notes, departure, asked_at, asked_by)
      values (${actor.unitId}, ${letter.year}, ${number}, ${letter.documentId}, ${letter.caseFileId}, ${letter.expeditionUnitId},
              ${letter.service}, ${letter.withReceipt}, ${letter.receiptDays}, ${letter.format}, ${letter.contactId ?? null}::bigint,
              ${letter.addressee}, ${letter.address}, ${letter.city}, ${letter.state}, ${letter.postalCode}, ${letter.notes},
              ${letter.departure}, ${now}, ${actor.userId}) returning id),
    attached as (
      insert into mailroom.letter_attachment (letter_id, document_id)
      select made.id, a from made, unnest(${[...letter.attachmentIds]}::bigint[]) a)
    insert into mailroom.letter_step (letter_id, step, at, account_id, unit_id)
    select made.id, 'requested', ${now}, ${actor.userId}, ${actor.unitId} from made returning letter_id as id`
  if (!row) throw new Error('a letter was not inserted')
  return { id: row.id, number }
}

/** What changes of letters with a step; what is undefined stays. */
export interface LetterChange {
  readonly id: string
  readonly step: LetterStep
  readonly note?: string
  readonly listId?: string
  readonly trackingCode?: string | null
  readonly postedOn?: string
  readonly deliveredOn?: string
  readonly receiver?: string
  readonly returnReason?: string
  readonly receiptDocumentId?: string
}

/** Moves letters a step, each with the line that says so, in one statement. */
export async function moveLetters(
  db: Database,
  actor: Actor,
  changes: readonly LetterChange[],
  now: Date,
): Promise<void> {
  await db`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as c(id bigint, step text, note text, "listId" bigint,
        "trackingCode" text, "postedOn" date, "deliveredOn" date, receiver text, "returnReason" text, "receiptDocumentId" bigint)),
    moved as (
      update mailroom.letter x set step = c.step, posting_list_id = coalesce(c."listId", x.posting_list_id),
             tracking_code = coalesce(c."trackingCode", x.tracking_code), posted_on = coalesce(c."postedOn", x.posted_on),
             delivered_on = coalesce(c."deliveredOn", x.delivered_on), receiver = coalesce(c.receiver, x.receiver),
             return_reason = coalesce(c."returnReason", x.return_reason),
             receipt_document_id = coalesce(c."receiptDocumentId", x.receipt_document_id)
        from asked c where x.id = c.id)
    insert into mailroom.letter_step (letter_id, step, note, at, account_id, unit_id)
    select c.id, c.step, coalesce(c.note, ''), ${now}, ${actor.userId}, ${actor.unitId} from asked c`
}

/** Codes of letters that are being prepared: what was read from the labels, before anything is posted. */
export async function updateCodes(db: Database, codes: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...codes].map(([id, code]) => ({ id, code }))
  await db`
    update mailroom.letter x set tracking_code = c.code
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as c(id bigint, code text) where x.id = c.id and x.step = 'preparing'`
}

/** Codes of these that letters have already, but for those of the list itself. */
export async function selectTakenCodes(db: Database, codes: readonly string[], listId: string): Promise<string[]> {
  const rows = await db<{ code: string }[]>`
    select tracking_code as code from mailroom.letter
     where tracking_code = any (${[...codes]}::text[]) and posting_list_id is distinct from ${listId}`
  return rows.map(({ code }) => code)
}
