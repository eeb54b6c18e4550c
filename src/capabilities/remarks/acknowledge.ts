import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../platform/outcome.ts'
import { type CaseFile, findCaseFiles } from '../cases/index.ts'
import { type Document, documentLabel, documentsOf } from '../documents/index.ts'
import { type EventToRecord, record } from '../history/index.ts'
import { refusalsOfCase } from './refusals-of-case.ts'
import { insertAcknowledgements, keyOf, type Subject } from './remarks.queries.ts'
import { type AcknowledgeRefusal, refusalsToAcknowledge } from './remarks.rules.ts'

/** How many things one act declares at most. */
export const mostAtOnce = 200

export interface AcknowledgeRequest {
  /** Case files as a whole, by the digits of their numbers; what is annexed to others among them. */
  readonly caseFiles: readonly string[]
  /** Documents of one case file, by nº SEI. */
  readonly within?: { readonly digits: string; readonly documents: readonly string[] } | undefined
}

/** What became of one thing. */
export interface Acknowledged {
  readonly label: string
  readonly outcome: Outcome<true, AcknowledgeRefusal>
}

/**
 * Declares to know of case files and documents (PRO-247), each for itself, once a day each. Never taken back. What is not
 * there for this actor has no result. @term ciência
 */
export async function acknowledge(
  db: Database,
  actor: Actor,
  request: AcknowledgeRequest,
  now: Date,
): Promise<readonly Acknowledged[]> {
  return inTransaction(db, async (trx) => {
    const items = await gather(trx, actor, request, now)
    const free = items.filter(({ refusals }) => refusals.length === 0)
    const written = await insertAcknowledgements(
      trx,
      actor,
      free.map(({ subject }) => subject),
      { now, today: todayIn(now) },
    )
    const isNew = (item: Item) => written.has(keyOf(item.subject))
    await record(trx, actor, now, free.filter(isNew).flatMap(eventsOf))
    return items.map((item) => ({
      label: item.label,
      outcome:
        refused(item.refusals) ?? (isNew(item) ? done(true) : refuse<AcknowledgeRefusal>({ kind: 'already-today' })),
    }))
  })
}

interface Item {
  readonly label: string
  readonly caseFile: CaseFile
  readonly document: Document | undefined
  readonly subject: Subject
  readonly refusals: readonly AcknowledgeRefusal[]
}

async function gather(db: Database, actor: Actor, request: AcknowledgeRequest, now: Date): Promise<Item[]> {
  const { within } = request
  const wanted = [...new Set([...request.caseFiles, ...(within ? [within.digits] : [])])].slice(0, mostAtOnce)
  const caseFiles = await findCaseFiles(
    db,
    actor,
    wanted.map((digits) => ({ digits })),
    'locked',
    now,
  )
  const home = caseFiles.find(({ digits }) => digits === within?.digits)
  const refusals = new Map(caseFiles.map((caseFile) => [caseFile.id, refusalsOfCase(actor, caseFile)]))
  const documents = home ? await documentsOf(db, actor, home) : []
  const chosen = new Set(within?.documents)
  return [
    ...caseFiles
      .filter(({ digits }) => request.caseFiles.includes(digits))
      .map((caseFile) => itemOf(caseFile, undefined, refusals)),
    ...documents
      .filter(({ number }) => chosen.has(number))
      .slice(0, mostAtOnce)
      .map((document) => itemOf(document.caseFile, document, refusals)),
  ]
}

function itemOf(
  caseFile: CaseFile,
  document: Document | undefined,
  refusalsById: ReadonlyMap<string, ReturnType<typeof refusalsOfCase>>,
): Item {
  return {
    label: document ? documentLabel(document) : caseFile.number,
    caseFile,
    document,
    subject: { caseFileId: caseFile.id, documentId: document?.id },
    refusals: refusalsToAcknowledge({
      caseRefusals: refusalsById.get(caseFile.id) ?? [],
      document: document && { closed: document.readRefusals.length > 0, isDraft: document.isDraft },
    }),
  }
}

function eventsOf({ caseFile, document, label }: Item): EventToRecord[] {
  const about = { caseFileId: caseFile.id, ...(document ? { documentId: document.id } : {}) }
  if (document) return [{ ...about, event: { kind: 'acknowledged', document: label } }]
  return [
    {
      ...about,
      event: caseFile.state === 'annexed' ? { kind: 'acknowledged', annexed: label } : { kind: 'acknowledged' },
    },
  ]
}
