import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type CaseFile, findCaseFiles } from '../../cases/index.ts'
import { type Document, documentsOf, findDocument } from '../../documents/index.ts'
import { refusalsOfDocument } from './include-items.ts'

/** What was chosen to go into a bundle, as far as it is there for this actor. */
export interface ToInclude {
  readonly caseFiles: readonly CaseFile[]
  /** Those asked for by number; without any, the drafts of the case files that may be signed. */
  readonly documents: readonly Document[]
}

export async function offerInclusion(
  db: Database,
  actor: Actor,
  asked: { readonly documents: readonly string[]; readonly caseFiles: readonly string[] },
  now: Date,
): Promise<ToInclude> {
  const keys = asked.caseFiles.map((digits) => ({ digits }))
  const [caseFiles, named] = await Promise.all([
    keys.length === 0 ? [] : findCaseFiles(db, actor, keys, 'reading', now),
    Promise.all(asked.documents.map((number) => findDocument(db, actor, number, 'reading', now))),
  ])
  const documents = named.filter((document) => document !== undefined)
  if (documents.length > 0 || caseFiles.length === 0) return { caseFiles, documents }
  const trees = await Promise.all(caseFiles.map((caseFile) => documentsOf(db, actor, caseFile)))
  const drafts = trees.flat().filter((document) => document.isDraft && refusalsOfDocument(document, actor).length === 0)
  return { caseFiles, documents: drafts.slice(0, 100) }
}
