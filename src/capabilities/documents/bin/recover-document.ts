import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import {
  type CaseRefusal,
  factsToAct,
  findCaseFile,
  noteNews,
  refreshEffectiveLevel,
  refusalsToAct,
} from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { type Document, documentLabel, labelForHistory } from '../document.ts'
import { documentOf } from '../find-document.ts'
import { selectDeleted, selectDeletedDocument } from '../gate.queries.ts'
import { extractTextTask } from '../uploading/include-files.ts'
import { restoreDocument, selectBinDays, selectCaseNumbers, selectUnreadFile } from './bin.queries.ts'

const perPage = 50
const dayMs = 86_400_000

/** A deleted document as the bin of its unit lists it. */
export interface BinItem {
  readonly number: string
  readonly label: string
  readonly caseNumber: string
  readonly caseDigits: string
  readonly deletedAt: Date
  readonly deletedBy: string
  /** The last moment at which it can be brought back. */
  readonly until: Date
}

/** What the actor's unit deleted and may still bring back (DOC-082); 50 a page. */
export async function listBin(
  db: Database,
  actor: Actor,
  page: number,
  now: Date,
): Promise<{ rows: readonly BinItem[]; total: number; pageCount: number; days: number }> {
  const days = await selectBinDays(db)
  const rows = await selectDeleted(db, actor, since(days, now), { limit: perPage, offset: (page - 1) * perPage }, now)
  const numbers = new Map(
    (
      await selectCaseNumbers(
        db,
        rows.map(({ caseFileId }) => caseFileId),
      )
    ).map((one) => [one.id, one]),
  )
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map((row) => ({
      number: row.number,
      label: documentLabel({ ...row, typeNumber: row.typeNumber ?? undefined }),
      caseNumber: numbers.get(row.caseFileId)?.number ?? '',
      caseDigits: numbers.get(row.caseFileId)?.digits ?? '',
      deletedAt: row.deletedAt,
      deletedBy: row.deletedBy,
      until: new Date(row.deletedAt.getTime() + days * dayMs),
    })),
    total,
    pageCount: Math.max(1, Math.ceil(total / perPage)),
    days,
  }
}

/** One document of the bin, whose content the actor may read; behind the gate of its case file, like any other. */
export async function findInBin(
  db: Database,
  actor: Actor,
  number: string,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<Document | undefined> {
  if (!/^\d{1,15}$/.test(number)) return undefined
  const from = since(await selectBinDays(db), now)
  const seen = await selectDeletedDocument(db, actor, number, from, false)
  // The gate is asked where there is no such document too: what is not there and what is not for this actor take as long.
  const caseFile = await findCaseFile(db, actor, { id: seen?.caseFileId ?? '0' }, mode, now)
  if (!caseFile) return undefined
  const row = await selectDeletedDocument(db, actor, number, from, mode === 'locked')
  const document = row && documentOf({ ...row, state: 'active' }, caseFile)
  return document?.readRefusals.length === 0 ? document : undefined
}

/**
 * Brings a deleted document back into the tree, as it was, with its signatures. Undefined when the bin of this unit holds
 * no such document any more.
 */
export async function recoverDocument(
  db: Database,
  actor: Actor,
  number: string,
  now: Date,
): Promise<Outcome<{ number: string }, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findInBin(trx, actor, number, 'locked', now)
    if (!document) return undefined
    const { caseFile, id } = document
    const refusal = refused(refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    const event = { kind: 'document-recovered', document: labelForHistory(document) } as const
    await Promise.all([
      restoreDocument(trx, id, actor.unitId),
      record(trx, actor, now, [{ caseFileId: caseFile.id, documentId: id, event }]),
      noteNews(trx, actor, caseFile.id, now),
    ])
    const unread = await selectUnreadFile(trx, id)
    if (unread) await enqueue(trx, extractTextTask, { documentId: id, sha256: unread })
    await refreshEffectiveLevel(trx, actor, caseFile.id, now)
    return done({ number: document.number })
  })
}

function since(days: number, now: Date): Date {
  return new Date(now.getTime() - days * dayMs)
}
