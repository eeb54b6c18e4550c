import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { isMailAddress } from '../../../platform/mail/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findDocument } from '../../documents/index.ts'
import type { EmailWords } from '../emails/email.form.ts'
import { explainEmail } from '../emails/emails.text.ts'
import { sendEmail } from '../emails/send-email.ts'
import { skipped } from './circular.text.ts'
import { type AddressedRow, selectAddressed, updateSent } from './circulars.queries.ts'

export interface CircularSending extends EmailWords {
  /** Number of the base. */
  readonly number: string
  /** Numbers of documents of the circular. */
  readonly documents: readonly string[]
}

/** What became of the sending to one addressee. */
export interface SentToAddressee {
  readonly contactName: string
  readonly number: string
  readonly done: boolean
  /** Number of the e-mail, or why there is none. */
  readonly text: string
}

/** As many as one request can draw and keep. */
export const mostAtOnce = 50

/**
 * Sends to each chosen addressee the signed document that is his, one e-mail each, each a document of the case file.
 * What cannot go is skipped and says why (DOC-054). Undefined when there is no such base for this actor.
 */
export async function sendCircular(
  platform: Platform,
  db: Database,
  actor: Actor,
  request: CircularSending,
  now: Date,
): Promise<readonly SentToAddressee[] | undefined> {
  return inTransaction(db, async (trx) => {
    const base = await findDocument(trx, actor, request.number, 'locked', now)
    if (base?.role !== 'circular-base' || base.readRefusals.length > 0) return undefined
    const chosen = (await selectAddressed(trx, base.id)).filter(({ number }) => request.documents.includes(number))
    const results: SentToAddressee[] = []
    for (const row of chosen.slice(0, mostAtOnce)) {
      const why = reasonToSkip(row)
      const outcome = why ? { done: false, text: skipped[why] } : await sendOne(platform, trx, actor, request, row, now)
      results.push({ contactName: row.contactName, number: row.number, ...outcome })
    }
    return results
  })
}

/** Why the document of an addressee does not go now; undefined: it goes. */
export function reasonToSkip(row: AddressedRow): keyof typeof skipped | undefined {
  if (row.emailNumber) return 'sent-before'
  if (!row.inForce) return 'gone'
  if (row.email === '') return 'no-email'
  if (!isMailAddress(row.email)) return 'bad-email'
  return row.signed ? undefined : 'unsigned'
}

async function sendOne(
  platform: Platform,
  db: Database,
  actor: Actor,
  { sender, subject, message }: EmailWords,
  row: AddressedRow,
  now: Date,
): Promise<{ done: boolean; text: string }> {
  const document = await findDocument(db, actor, row.number, 'reading', now)
  if (!document) return { done: false, text: skipped.gone }
  const outcome = await sendEmail(
    platform,
    db,
    actor,
    {
      sender,
      subject,
      message,
      caseDigits: document.caseFile.digits,
      recipients: [row.email],
      badRecipients: [],
      documents: [document.number],
      receivedIds: [],
      level: document.level,
      legalBasisId: document.legalBasisId ?? undefined,
    },
    now,
  )
  if (!outcome) return { done: false, text: skipped.gone }
  if (!outcome.done) return { done: false, text: outcome.refusals.map((why) => explainEmail(why).message).join(' ') }
  await updateSent(db, row.documentId, outcome.value.id)
  return { done: true, text: `e-mail ${outcome.value.number} enviado a ${row.email}.` }
}
