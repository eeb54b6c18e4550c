import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { type Document, documentsOf } from '../../documents/index.ts'
import { type Omission, omissionOf } from '../conversion.rules.ts'
import { mostDocuments } from '../copy-contents.rules.ts'

export interface CopyOffer {
  readonly readable: readonly Document[]
  readonly closed: readonly { readonly document: Document; readonly reason: Omission }[]
  /** The nº SEI of what is ticked: what was typed, or as much as one copy holds. */
  readonly ticked: ReadonlySet<string>
}

/** What can be copied of a case file that has passed the gate, and what cannot, both in the order of the tree. */
export async function offerCopy(
  db: Database,
  actor: Actor,
  caseFile: CaseFile,
  typed: readonly string[] | undefined,
): Promise<CopyOffer> {
  const documents = await documentsOf(db, actor, caseFile)
  const readable = documents.filter(({ readRefusals }) => readRefusals.length === 0)
  const closed = documents.flatMap((document) => {
    const reason = omissionOf(document.readRefusals)
    return reason ? [{ document, reason }] : []
  })
  return { readable, closed, ticked: new Set(typed ?? readable.slice(0, mostDocuments).map(({ number }) => number)) }
}
