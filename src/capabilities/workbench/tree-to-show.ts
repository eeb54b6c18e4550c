import type { InnerVisit } from '../../platform/http/index.ts'
import type { TreeDocument, TreeFolder } from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'
import { type Document, documentsOf, treeOf } from '../documents/index.ts'
import { directLineOf } from '../routing/index.ts'
import { folderSizeOf, inFolders } from './folders.rules.ts'
import { selectFolderSize } from './summary.queries.ts'

export interface ShownTree {
  /** All of the case file, whatever the tree leaves out. */
  readonly documents: readonly Document[]
  readonly tree: readonly (TreeDocument | TreeFolder)[]
  readonly directLine: { readonly href: string; readonly on: boolean } | undefined
}

/**
 * The tree as the address asks for it: one folder of a long one, and with `linha=direta` only the documents of this unit
 * and of those that sent the case file to it or received it from it (PRO-131).
 */
export async function treeToShow(visit: InnerVisit, caseFile: CaseFile, currentNumber?: string): Promise<ShownTree> {
  const on = visit.query('linha') === 'direta'
  const [documents, unitIds, setting] = await Promise.all([
    documentsOf(visit.db, visit.actor, caseFile),
    directLineOf(visit.db, visit.actor, caseFile.id),
    selectFolderSize(visit.db),
  ])
  const direct = new Set(unitIds)
  const chosen = on
    ? documents.filter(({ unitId, number }) => direct.has(unitId) || number === currentNumber)
    : documents
  const asked = Number(visit.query('pasta'))
  const more = on ? 'linha=direta' : ''
  const items = treeOf(chosen, { link: (path) => withQuery(visit.href(path), more), currentNumber })
  const tree = inFolders(items, {
    folder: Number.isInteger(asked) && asked > 0 ? asked - 1 : undefined,
    hrefOf: (folder) =>
      withQuery(visit.href(`/processos/${caseFile.digits}`), [`pasta=${folder + 1}`, more].filter(Boolean).join('&')),
    size: folderSizeOf(setting),
  })
  const here = currentNumber ? `/documentos/${currentNumber}` : `/processos/${caseFile.digits}`
  // With no unit on the other end, or with nothing left out, there is nothing to choose.
  const narrows = on || documents.some(({ unitId }) => !direct.has(unitId))
  return {
    documents,
    tree,
    directLine:
      unitIds.length > 1 && narrows ? { href: withQuery(visit.href(here), on ? '' : 'linha=direta'), on } : undefined,
  }
}

function withQuery(address: string, query: string): string {
  return query ? `${address}?${query}` : address
}
