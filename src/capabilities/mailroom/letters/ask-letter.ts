import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { factsToAct, refusalsToAct } from '../../cases/index.ts'
import { type Document, documentLabel, findDocument } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { currentUnitOf } from '../../organization/index.ts'
import { selectAnyPosting, selectWay } from '../expedition/rules.queries.ts'
import { insertLetter } from './keep-letters.queries.ts'
import { type AskRefusal, refusalsToAsk } from './letter.rules.ts'
import type { LetterToAsk } from './letter.ts'

/**
 * Asks the unit that posts for the posting of a signed document, with what goes along (FLX-055). Who posts is said by
 * the table of deliveries (GT-02). Undefined: there is no such document for this actor.
 */
export async function askLetter(
  db: Database,
  actor: Actor,
  request: LetterToAsk,
  now: Date,
): Promise<Outcome<{ id: string }, AskRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.document, 'locked', now)
    if (!document || document.readRefusals.length > 0) return undefined
    const [attachments, way] = [
      await attachmentsOf(trx, actor, document, request.attachments, now),
      await selectWay(trx, actor.agencyId, request),
    ]
    const departs = request.departure !== ''
    const refusal = refused(
      refusalsToAsk({
        ...factsOf(document, actor),
        attachmentsFound: attachments.length === request.attachments.length,
        ...{ way, departs, service: request.service, withReceipt: request.withReceipt },
      }),
    )
    if (refusal) return refusal
    const posting = way?.way === 'post' ? way : await selectAnyPosting(trx, actor.agencyId)
    if (!posting?.unitId) return refuse({ kind: 'nobody-posts' })
    const year = Number(todayIn(now).slice(0, 4))
    const letter = await insertLetter(
      trx,
      actor,
      {
        ...request,
        documentId: document.id,
        caseFileId: document.caseFile.id,
        attachmentIds: attachments.map(({ id }) => id),
        expeditionUnitId: await currentUnitOf(trx, posting.unitId),
        receiptDays: posting.receiptDays,
        year,
      },
      now,
    )
    const number = `${letter.number}/${year} – ${actor.unitAcronym}`
    const event = { kind: 'letter-moved', document: documentLabel(document), letter: letter.id, number } as const
    await record(trx, actor, now, [
      { caseFileId: document.caseFile.id, documentId: document.id, event: { ...event, step: 'requested' } },
    ])
    return done({ id: letter.id })
  })
}

/** The reasons that are in the document and its case file: no form could be sent that mends them. */
export function standingRefusals(document: Document, actor: Actor): AskRefusal[] {
  return refusalsToAsk({
    ...factsOf(document, actor),
    ...{ attachmentsFound: true, departs: true, service: 'registered', withReceipt: false },
    way: { way: 'post', unitId: null, withReceipt: false, receiptDays: 1 },
  })
}

function factsOf(document: Document, actor: Actor) {
  return {
    caseRefusals: refusalsToAct('annotate', factsToAct(document.caseFile, actor.unitId)),
    isConfidential: document.caseFile.effectiveLevel === 'confidential',
    isSigned: isSigned(document),
  }
}

/** Written here, or by a unit that this one succeeds, signed and in force. */
export function isSigned({ kind, isOurs, signatureCount, state, role }: Document): boolean {
  return kind === 'authored' && isOurs && signatureCount > 0 && state === 'active' && !role
}

/** Other documents of the same case file that may be read and are no drafts; the others are not there. */
async function attachmentsOf(
  db: Database,
  actor: Actor,
  document: Document,
  numbers: readonly string[],
  now: Date,
): Promise<Document[]> {
  const found: Document[] = []
  for (const number of numbers) {
    const one = await findDocument(db, actor, number, 'reading', now)
    const fits = one && one.caseFile.id === document.caseFile.id && one.id !== document.id
    if (fits && one.readRefusals.length === 0 && !one.isDraft && one.state === 'active') found.push(one)
  }
  return found
}
