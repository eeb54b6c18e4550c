import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type CaseFile, factsToAct, findCaseFiles, noteNews, refusalsToAct } from '../../cases/index.ts'
import type { Document } from '../document.ts'
import { draftDocument } from '../drafting/draft-document.ts'
import { findDocument } from '../find-document.ts'
import { checkLevel } from '../level/check-level.ts'
import { copyUpload } from './copy-upload.ts'
import {
  type DuplicateDocumentRefusal,
  type Protection,
  protectionOfCopy,
  refusalsToDuplicate,
} from './duplicate-document.rules.ts'

export interface DuplicateDocumentRequest {
  /** The nº SEI. */
  readonly number: string
  /** Digits of the case file that gets the copy; undefined: that of the original. */
  readonly toDigits: string | undefined
}

/**
 * One more document like this one (QUE-34): a text becomes a draft of the actor's unit, without signatures; a file is the
 * same bytes, without certifications. Undefined when there is no such document for this actor, or it may not be read.
 */
export async function duplicateDocument(
  db: Database,
  actor: Actor,
  { number, toDigits }: DuplicateDocumentRequest,
  now: Date,
): Promise<Outcome<{ number: string }, DuplicateDocumentRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const seen = await findDocument(trx, actor, number, 'reading', now)
    if (!seen || !isReadable(seen)) return undefined
    // Both are held, in one order, before anything is decided.
    const digits = toDigits ?? seen.caseFile.digits
    const keys = [{ id: seen.caseFile.id }, { digits }]
    const target = (await findCaseFiles(trx, actor, keys, 'locked', now)).find((one) => one.digits === digits)
    const document = await findDocument(trx, actor, number, 'locked', now)
    if (document?.caseFile.id !== seen.caseFile.id || !isReadable(document)) return undefined
    const isTheSame = target?.id === document.caseFile.id
    const { effectiveLevel, legalBasisId } = document.caseFile
    const protection = protectionOfCopy(document, { level: effectiveLevel, legalBasisId }, isTheSame)
    const refusal = refused(await refusalsOf(trx, actor, document, target, protection))
    if (refusal || !target) return refusal ?? refuse<DuplicateDocumentRefusal>({ kind: 'target-not-found' })
    if (document.kind === 'authored') return draftLike(trx, actor, document, target, protection, now)
    // In another case file nothing tells whence it came: who reads there may not know of it.
    const copy = await copyUpload(trx, actor, { ...document, ...protection }, target.id, now, isTheSame)
    await noteNews(trx, actor, target.id, now)
    return done({ number: copy })
  })
}

/** Whatever is cancelled is still named; everything else that may not be read is not there. */
export function isReadable({ readRefusals }: Document): boolean {
  return readRefusals.every(({ kind }) => kind === 'cancelled')
}

async function refusalsOf(
  db: Database,
  actor: Actor,
  document: Document,
  target: CaseFile | undefined,
  { level, legalBasisId }: Protection,
): Promise<DuplicateDocumentRefusal[]> {
  const request = { level, legalBasisId: legalBasisId ?? undefined }
  return refusalsToDuplicate({
    cancelled: document.state === 'cancelled',
    isEmail: document.role === 'email',
    sourceLevel: document.caseFile.effectiveLevel,
    target: target && {
      isTheSame: target.id === document.caseFile.id,
      level: target.effectiveLevel,
      refusals: refusalsToAct('include-document', factsToAct(target, actor.unitId)),
      levelRefusals: await checkLevel(db, target, request, legalBasisId),
    },
  })
}

async function draftLike(
  db: Database,
  actor: Actor,
  document: Document,
  target: CaseFile,
  { level, legalBasisId }: Protection,
  now: Date,
): Promise<Outcome<{ number: string }, DuplicateDocumentRefusal> | undefined> {
  const { number, typeId, description, treeName } = document
  const draft = { caseDigits: target.digits, typeId, description, treeName, level }
  const initialText = { kind: 'document', number } as const
  const request = { ...draft, initialText, datedOn: todayIn(now), legalBasisId: legalBasisId ?? undefined }
  const outcome = await draftDocument(db, actor, request, now)
  if (!outcome || outcome.done) return outcome
  return refused(outcome.refusals.map((why) => ({ kind: 'draft', why }) as const))
}
