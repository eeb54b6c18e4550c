import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { type CaseFile, findCaseFile, noteNews } from '../cases/index.ts'
import { type Document, findDocument, labelForHistory } from '../documents/index.ts'
import { type CaseEvent, record } from '../history/index.ts'
import { refusalsOfCase } from './refusals-of-case.ts'
import { emptyComment, insertComment, selectComment, updateComment } from './remarks.queries.ts'
import { type CommentRefusal, refusalsToComment, refusalsToTouch } from './remarks.rules.ts'

/** What is commented on: a case file by its digits, or a document by its nº SEI. */
export type CommentedOn = { readonly digits: string } | { readonly number: string }

export interface CommentRequest {
  readonly about: CommentedOn
  readonly text: string
}

/**
 * Writes a comment beside a case file or a document, for all who may read it (PRO-246). Undefined when there is nothing
 * there for this actor.
 */
export async function writeComment(
  db: Database,
  actor: Actor,
  { about, text }: CommentRequest,
  now: Date,
): Promise<Outcome<true, CommentRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const subject = await findSubject(trx, actor, about, 'locked', now)
    if (!subject) return undefined
    const words = text.trim()
    const refusal = refused(refusalsOf(actor, subject, words.length))
    if (refusal) return refusal
    const { caseFile, document } = subject
    await Promise.all([
      insertComment(trx, actor, { caseFileId: caseFile.id, documentId: document?.id }, words, now),
      tell(trx, actor, 'comment-added', subject, now),
      noteNews(trx, actor, caseFile.id, now),
    ])
    return done(true)
  })
}

/** Puts other words into a comment of the actor's unit. Undefined when there is no such comment for this actor. */
export async function changeComment(
  db: Database,
  actor: Actor,
  { id, text }: { readonly id: string; readonly text: string },
  now: Date,
): Promise<Outcome<CommentedOn, CommentRefusal> | undefined> {
  return touch(db, actor, id, now, async (trx, subject) => {
    const words = text.trim()
    const refusal = refused(refusalsOf(actor, subject, words.length))
    if (refusal) return refusal
    await Promise.all([updateComment(trx, id, words, now), tell(trx, actor, 'comment-changed', subject, now)])
    return done(aboutOf(subject))
  })
}

/** Takes a comment of the actor's unit back: its words are gone for good, and that it stood there is still told. */
export async function deleteComment(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Outcome<CommentedOn, CommentRefusal> | undefined> {
  return touch(db, actor, id, now, async (trx, subject) => {
    const refusal = refused(refusalsOf(actor, subject, 1))
    if (refusal) return refusal
    await Promise.all([emptyComment(trx, actor, id, now), tell(trx, actor, 'comment-deleted', subject, now)])
    return done(aboutOf(subject))
  })
}

/** A comment to be asked about, with what stands against touching it. */
export async function findComment(db: Database, actor: Actor, id: string, now: Date) {
  const row = /^\d{1,18}$/.test(id) ? await selectComment(db, actor, id, false) : undefined
  const subject = await findSubject(db, actor, row ? keyOf(row) : noCaseFile, 'reading', now)
  if (!row || !subject || isClosed(subject)) return undefined
  const refusals = [...refusalsToTouch({ ours: row.ours, deleted: row.deleted }), ...refusalsOf(actor, subject, 1)]
  return { ...subject, text: row.text, refusals }
}

async function touch(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
  act: (trx: Database, subject: CommentSubject) => Promise<Outcome<CommentedOn, CommentRefusal>>,
): Promise<Outcome<CommentedOn, CommentRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const seen = /^\d{1,18}$/.test(id) ? await selectComment(trx, actor, id, false) : undefined
    const subject = await findSubject(trx, actor, seen ? keyOf(seen) : noCaseFile, 'locked', now)
    if (!seen || !subject || isClosed(subject)) return undefined
    const row = await selectComment(trx, actor, id, true)
    if (!row) return undefined
    const refusal = refused(refusalsToTouch({ ours: row.ours, deleted: row.deleted }))
    return refusal ?? act(trx, subject)
  })
}

/** Asked for where there is no comment: it takes as long as what is not for this actor. */
const noCaseFile = { id: '0' }

interface CommentSubject {
  readonly caseFile: CaseFile
  readonly document: Document | undefined
}

async function findSubject(
  db: Database,
  actor: Actor,
  about: CommentedOn | { readonly id: string },
  mode: 'reading' | 'locked',
  now: Date,
): Promise<CommentSubject | undefined> {
  if ('number' in about) {
    const document = await findDocument(db, actor, about.number, mode, now)
    return document && { caseFile: document.caseFile, document }
  }
  const caseFile = await findCaseFile(db, actor, about, mode, now)
  return caseFile && { caseFile, document: undefined }
}

function refusalsOf(actor: Actor, subject: CommentSubject, length: number) {
  const { caseFile, document } = subject
  const caseRefusals = refusalsOfCase(actor, caseFile)
  return refusalsToComment({
    caseRefusals,
    document: document && {
      closed: document.readRefusals.length > 0,
      isDraft: document.isDraft,
      isOurs: document.isOurs,
    },
    length,
  })
}

/** Comments on a document whose content is closed are closed with it, and on a case file that is known by its number alone. */
function isClosed({ caseFile, document }: CommentSubject): boolean {
  return document ? document.readRefusals.length > 0 : caseFile.reach !== 'full'
}

function keyOf({ number, caseFileId }: { readonly number: string | null; readonly caseFileId: string }) {
  return number === null ? { id: caseFileId } : { number }
}

function aboutOf({ caseFile, document }: CommentSubject): CommentedOn {
  return document ? { number: document.number } : { digits: caseFile.digits }
}

async function tell(
  db: Database,
  actor: Actor,
  kind: Extract<CaseEvent['kind'], 'comment-added' | 'comment-changed' | 'comment-deleted'>,
  { caseFile, document }: CommentSubject,
  now: Date,
): Promise<void> {
  const event = { kind, ...(document ? { document: labelForHistory(document) } : {}) }
  const about = { caseFileId: caseFile.id, ...(document ? { documentId: document.id } : {}) }
  // What is said of a draft concerns nobody else (PRO-067).
  await record(db, actor, now, [{ ...about, ...(document?.isDraft ? { scope: 'unit' as const } : {}), event }])
}
