import type { Actor } from '../../../platform/actor.ts'
import { parseLocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import {
  type CaseFile,
  type CaseRefusal,
  classesOf,
  explainCaseRefusal,
  explainOpenRefusal,
  factsToAct,
  findCaseFile,
  interestedOf,
  isPriority,
  type OpenedCaseFile,
  openCaseFile,
  refusalsToAct,
  relateCaseFiles,
  relatedOf,
} from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { explainDraft } from '../drafting/draft-document.text.ts'
import { draftDocument } from '../drafting/draft-document.ts'
import { documentsOf } from '../find-document.ts'
import { copyUpload } from './copy-upload.ts'

export interface DuplicateRequest {
  /** Digits of the case file to be copied. */
  readonly digits: string
  /** By nº SEI. */
  readonly documents: readonly string[]
  /** Contacts among those interested in the case file. */
  readonly parties: readonly string[]
  readonly keepRelations: boolean
}

/** What became of one document that was to be copied. */
export interface CopiedDocument {
  readonly label: string
  /** The nº SEI of the copy; undefined where there is none. */
  readonly number: string | undefined
  readonly reason: string
}

export interface Duplicated {
  readonly opened: OpenedCaseFile
  readonly documents: readonly CopiedDocument[]
}

/** Why nothing was copied at all, in sentences where the new case file itself was refused. */
export type DuplicateRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'opening'; readonly message: string }

/** Whether a document may go into a copy: read here, in force, no draft (PRO-220) and no e-mail (DOC-052). */
export function isCopied(document: Pick<Document, 'readRefusals' | 'isDraft' | 'state' | 'role'>): boolean {
  const { readRefusals, isDraft, state, role } = document
  return readRefusals.length === 0 && !isDraft && state === 'active' && role !== 'email'
}

/**
 * Opens a case file like another one: type, summary, classes, priority, level, and of parties, documents and relations
 * those that were chosen (PRO-220). Texts become drafts of the actor's unit, files are copied with what is said of them
 * (PRO-221). What cannot be copied holds nothing else back. Undefined when there is no such case file for this actor.
 */
export async function duplicateCaseFile(
  db: Database,
  actor: Actor,
  request: DuplicateRequest,
  now: Date,
): Promise<Outcome<Duplicated, DuplicateRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const source = await findCaseFile(trx, actor, { digits: request.digits }, 'locked', now)
    if (!source) return undefined
    const refusal = refused<DuplicateRefusal>(
      refusalsToAct('duplicate', factsToAct(source, actor.unitId)).map((why) => ({ kind: 'case', why })),
    )
    if (refusal) return refusal
    const opened = await openLike(trx, actor, source, request, now)
    if (!opened.done) {
      return refused<DuplicateRefusal>(opened.refusals.map((message) => ({ kind: 'opening', message }))) ?? undefined
    }
    const { id, number } = opened.value
    await record(trx, actor, now, [
      { caseFileId: id, event: { kind: 'duplicated-from', other: source.number } },
      { caseFileId: source.id, event: { kind: 'case-duplicated', other: number } },
    ])
    const documents = await copyDocuments(trx, actor, source, opened.value, request.documents, now)
    if (request.keepRelations) await copyRelations(trx, actor, source, opened.value, now)
    return done({ opened: opened.value, documents })
  })
}

/** In plain Portuguese. */
export function explainDuplicate(refusal: DuplicateRefusal): string {
  return refusal.kind === 'case' ? explainCaseRefusal(refusal.why) : refusal.message
}

async function openLike(
  db: Database,
  actor: Actor,
  source: CaseFile,
  { parties }: DuplicateRequest,
  now: Date,
): Promise<Outcome<OpenedCaseFile, string>> {
  const [classes, interested] = await Promise.all([classesOf(db, source), interestedOf(db, [source.id])])
  const kept = (interested.get(source.id) ?? []).filter(({ contactId }) => parties.includes(contactId))
  const outcome = await openCaseFile(
    db,
    actor,
    {
      typeId: source.typeId,
      summary: source.summary,
      recordClassIds: classes.map(({ id }) => id),
      parties: kept.map(({ contactId }) => ({ contactId })),
      priority: isPriority(source.priority ?? '') ? (source.priority as never) : undefined,
      observation: '',
      level: source.level,
      legalBasisId: source.legalBasisId ?? undefined,
    },
    now,
  )
  if (outcome.done) return outcome
  const [first, ...others] = outcome.refusals
  return refuse(explainOpenRefusal(first).message, ...others.map((one) => explainOpenRefusal(one).message))
}

async function copyDocuments(
  db: Database,
  actor: Actor,
  source: CaseFile,
  to: OpenedCaseFile,
  numbers: readonly string[],
  now: Date,
): Promise<CopiedDocument[]> {
  const chosen = (await documentsOf(db, actor, source)).filter(({ number }) => numbers.includes(number))
  const copied: CopiedDocument[] = []
  for (const document of chosen) {
    const label = documentLabel(document)
    if (!isCopied(document)) {
      copied.push({
        label,
        number: undefined,
        reason: 'é minuta, é e-mail, foi cancelado ou não pode ser lido nesta unidade.',
      })
    } else if (document.kind === 'uploaded') {
      copied.push({ label, number: await copyUpload(db, actor, document, to.id, now), reason: '' })
    } else {
      copied.push({ label, ...(await copyText(db, actor, document, to.digits, now)) })
    }
  }
  return copied
}

async function copyText(db: Database, actor: Actor, document: Document, caseDigits: string, now: Date) {
  const { number, typeId, description, treeName, datedOn, level, legalBasisId } = document
  const outcome = await draftDocument(
    db,
    actor,
    {
      caseDigits,
      typeId,
      initialText: { kind: 'document', number },
      description,
      treeName,
      datedOn: parseLocalDate(datedOn) ?? todayIn(now),
      level,
      legalBasisId: legalBasisId ?? undefined,
    },
    now,
  )
  if (outcome?.done) return { number: outcome.value.number, reason: '' }
  const reason = outcome ? outcome.refusals.map((one) => explainDraft(one).message).join(' ') : 'não foi encontrado.'
  return { number: undefined, reason }
}

async function copyRelations(
  db: Database,
  actor: Actor,
  source: CaseFile,
  to: OpenedCaseFile,
  now: Date,
): Promise<void> {
  for (const { digits } of await relatedOf(db, actor, source, now)) {
    await relateCaseFiles(db, actor, to.digits, digits, now)
  }
}
