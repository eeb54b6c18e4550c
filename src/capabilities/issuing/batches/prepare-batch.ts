import type { Actor } from '../../../platform/actor.ts'
import { parseCsv } from '../../../platform/csv/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { fieldsIn, parseContent, type RichText } from '../../../rich-text/index.ts'
import { explainCaseRefusal, factsToAct, findCaseFiles, refusalsToAct } from '../../cases/index.ts'
import { contentToRead, type DraftRequest, findDocument, type InitialText } from '../../documents/index.ts'
import { findStandardText } from '../../knowledge/index.ts'
import { selectTemplate } from '../circulars/circulars.queries.ts'
import { insertBatch } from './batches.queries.ts'
import { type ListProblem, type ListRow, readList } from './list.rules.ts'

/** What all documents of a list have in common. */
export type BatchRequest = Omit<DraftRequest, 'caseDigits' | 'fields'>

/**
 * Looks through a list and keeps it, with what is wrong with each row. Nothing is made yet. `caseDigits`: the one case file
 * for all; without it each row names its own.
 */
export async function prepareBatch(
  db: Database,
  actor: Actor,
  batch: {
    readonly request: BatchRequest
    readonly caseDigits: string | undefined
    readonly fileName: string
    readonly text: string
  },
  now: Date,
): Promise<Outcome<{ id: string }, ListProblem>> {
  const asked = await fieldsAsked(db, actor, batch.request, now)
  const { rows, problems } = readList(parseCsv(batch.text), asked, batch.caseDigits)
  const refusal = refused(problems)
  if (refusal) return refusal
  const looked = await lookForCaseFiles(db, actor, rows, now)
  const { request, fileName } = batch
  return done({ id: await insertBatch(db, actor, { request, fileName, rows: looked }, now) })
}

/** The names that the template and the first text leave open. */
async function fieldsAsked(
  db: Database,
  actor: Actor,
  { typeId, initialText }: BatchRequest,
  now: Date,
): Promise<string[]> {
  const [template, text] = await Promise.all([selectTemplate(db, typeId), textOf(db, actor, initialText, now)])
  const parsed = parseContent(template)
  return [...new Set([...(parsed.ok ? fieldsIn(parsed.content) : []), ...(text ? fieldsIn(text) : [])])]
}

async function textOf(db: Database, actor: Actor, initial: InitialText, now: Date): Promise<RichText | undefined> {
  if (initial.kind === 'standard-text') return (await findStandardText(db, actor.unitId, initial.id))?.content
  if (initial.kind !== 'document') return undefined
  const model = await findDocument(db, actor, initial.number, 'reading', now)
  return model && (await contentToRead(db, model))?.content
}

/** A case file that is not there and one that is not for this person read the same. */
async function lookForCaseFiles(db: Database, actor: Actor, rows: readonly ListRow[], now: Date): Promise<ListRow[]> {
  const keys = [...new Set(rows.map(({ caseDigits }) => caseDigits).filter(Boolean))].map((digits) => ({ digits }))
  const found = new Map((await findCaseFiles(db, actor, keys, 'reading', now)).map((one) => [one.digits, one]))
  return rows.map((row) => {
    if (row.problem) return row
    const caseFile = found.get(row.caseDigits)
    if (!caseFile)
      return { ...row, problem: 'Nenhum processo com este número está disponível para você nesta unidade.' }
    const refusals = refusalsToAct('include-document', factsToAct(caseFile, actor.unitId))
    return refusals.length > 0 ? { ...row, problem: refusals.map(explainCaseRefusal).join(' ') } : row
  })
}
