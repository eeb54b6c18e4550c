import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { queueOfficial } from '../../../platform/outbox/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { PdfError } from '../../../platform/pdf/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import {
  checkLevel,
  findDocument,
  includeEmail,
  type LevelRequest,
  noteOpened,
  reserveNumber,
  takeReceived,
} from '../../documents/index.ts'
import { attachDocuments } from './attach-documents.ts'
import { drawEmail, type EmailToDraw } from './draw-email.ts'
import type { EmailWords } from './email.form.ts'
import { insertEmail, selectSender } from './emails.queries.ts'
import { type EmailRefusal, refusalsToSend } from './send-email.rules.ts'

export interface EmailRequest extends LevelRequest, EmailWords {
  readonly caseDigits: string
  readonly recipients: readonly string[]
  readonly badRecipients: readonly string[]
  /** Numbers of documents of that case file. */
  readonly documents: readonly string[]
  /** Files that this person sent for it. */
  readonly receivedIds: readonly string[]
}

/**
 * Sends an e-mail and makes it a document of the case file, for ever as it went (DOC-050): document, history and copies in
 * the outbox are there together, or not at all. Undefined when there is no such case file for this actor.
 */
export async function sendEmail(
  platform: Platform,
  db: Database,
  actor: Actor,
  request: EmailRequest,
  now: Date,
): Promise<Outcome<{ id: string; number: string }, EmailRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseDigits }, 'locked', now)
    if (!caseFile) return undefined
    const [sender, levelRefusals, files, documents] = await Promise.all([
      selectSender(trx, actor.unitId),
      checkLevel(trx, caseFile, request),
      takeReceived(trx, { accountId: actor.userId, caseFileId: caseFile.id }, request.receivedIds),
      findAll(trx, actor, request.documents, caseFile.id, now),
    ])
    const caseRefusals = refusalsToAct('include-document', factsToAct(caseFile, actor.unitId))
    const { attachments: ofDocuments, unfit } =
      caseRefusals.length > 0 ? { attachments: [], unfit: [] } : await attachDocuments(platform, trx, documents)
    const attachments = [...ofDocuments, ...files]
    const refusal = refused(
      refusalsToSend({
        caseRefusals,
        levelRefusals,
        unitAcronym: actor.unitAcronym,
        senders: sender.addresses,
        sender: request.sender,
        recipients: request.recipients,
        badRecipients: request.badRecipients,
        subjectLength: request.subject.length,
        messageLength: request.message.length,
        attachments: attachments.length,
        bytes: attachments.reduce((sum, one) => sum + one.sizeBytes, Buffer.byteLength(request.message)),
        unfit: [
          ...unfit,
          ...request.documents.filter((one) => !documents.some(({ number }) => Number(number) === Number(one))),
        ],
      }),
    )
    if (refusal) return refusal
    const { recipients, subject, message, level, legalBasisId } = request
    // Drawn before anything is written: a page maker that is out of breath leaves nothing half done.
    const number = await reserveNumber(trx)
    const file = await drawn(platform, {
      number,
      caseNumber: caseFile.number,
      agency: { name: sender.agencyName, acronym: sender.agencyAcronym },
      unitName: sender.unitName,
      sender: request.sender,
      recipients,
      subject,
      message,
      attachments,
      at: now,
    })
    if (!file) return refuse({ kind: 'try-later' })
    const made = await includeEmail(
      trx,
      actor,
      caseFile,
      { subject, level, legalBasisId, recipients: recipients.length, attachments: attachments.length },
      { number, file },
      now,
    )
    const messageKey = `<documento-${number}@${new URL(platform.publicUrl).hostname}>`
    const ids = await queueOfficial(trx, {
      messageKey,
      sender: request.sender,
      recipients,
      subject,
      body: message,
      reason: `documento ${number}`,
      attachments,
    })
    const copies = recipients.map((address, index) => ({ address, messageId: ids[index] ?? '' }))
    const { sender: from } = request
    const email = { documentId: made.id, messageKey, sender: from, subject, message, recipients: copies, attachments }
    await insertEmail(trx, actor, email, now)
    for (const document of documents) await noteOpened(trx, actor, document, now)
    return done({ id: made.id, number })
  })
}

/** Those of this case file that passed the gate. */
async function findAll(db: Database, actor: Actor, numbers: readonly string[], caseFileId: string, now: Date) {
  const found = await Promise.all(
    [...new Set(numbers)].slice(0, 100).map((number) => findDocument(db, actor, number, 'reading', now)),
  )
  return found.flatMap((document) => (document && document.caseFile.id === caseFileId ? [document] : []))
}

/** Undefined where the machine is at its limit: nothing is wrong with the e-mail. */
async function drawn(platform: Platform, email: EmailToDraw) {
  try {
    return await drawEmail(platform, email)
  } catch (error) {
    if (!(error instanceof PdfError) || error.kind === 'failed') throw error
    platform.log.warn({ err: error, document: email.number }, 'the paper of an e-mail was not drawn')
    return undefined
  }
}
