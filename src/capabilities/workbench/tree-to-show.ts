import type { InnerVisit } from '../../platform/http/index.ts'
import type { TreeDocument, TreeFolder } from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'
import { documentsOf, type TreePart, treeOf, treePartOf } from '../documents/index.ts'
import { routingOfCase } from '../routing/index.ts'
import { folderSize, inFolders } from './folders.rules.ts'

export interface ShownTree extends Pick<TreePart, 'drafts' | 'total' | 'readsByBundle'> {
  readonly tree: readonly (TreeDocument | TreeFolder)[]
  readonly directLine: { readonly href: string; readonly on: boolean } | undefined
}

/**
 * The tree as the address asks for it: one folder of a long one, and with `linha=direta` only the documents of this unit
 * and of those that sent the case file to it or received it from it (PRO-131).
 */
export async function treeToShow(visit: InnerVisit, caseFile: CaseFile, currentNumber?: string): Promise<ShownTree> {
  const { db, actor } = visit
  const on = visit.query('linha') === 'direta'
  const asked = Number(visit.query('pasta'))
  const folder = Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? asked - 1 : undefined
  const [{ directLine: unitIds }, part] = await Promise.all([
    routingOfCase(db, actor, caseFile),
    treePartOf(db, actor, caseFile, { usualFolderSize: folderSize, folder, currentNumber }),
  ])
  const size = part.folderSize
  const chosen = on ? await ofDirectLine(visit, caseFile, new Set(unitIds), { size, folder, currentNumber }) : part
  const more = on ? 'linha=direta' : ''
  const items = treeOf(chosen.documents, { link: (path) => withQuery(visit.href(path), more), currentNumber })
  const tree = inFolders(items, {
    firstPlace: chosen.firstPlace,
    total: chosen.total,
    hrefOf: (folder) =>
      withQuery(visit.href(`/processos/${caseFile.digits}`), [`pasta=${folder + 1}`, more].filter(Boolean).join('&')),
    size,
  })
  const here = currentNumber ? `/documentos/${currentNumber}` : `/processos/${caseFile.digits}`
  const { drafts, total, readsByBundle } = part
  return {
    tree,
    drafts,
    total,
    readsByBundle,
    directLine:
      unitIds.length > 1 && (on || narrows(part, unitIds))
        ? { href: withQuery(visit.href(here), on ? '' : 'linha=direta'), on }
        : undefined,
  }
}

/** With nothing left out there is nothing to choose; a tree in folders may leave out what is not shown. */
function narrows({ documents, total }: TreePart, unitIds: readonly string[]): boolean {
  return documents.length < total || documents.some(({ unitId }) => !unitIds.includes(unitId))
}

/** The folder that is asked for, or that of the document, or the last, of the documents of these units. */
async function ofDirectLine(
  { db, actor }: InnerVisit,
  caseFile: CaseFile,
  unitIds: ReadonlySet<string>,
  wish: { readonly size: number; readonly folder: number | undefined; readonly currentNumber: string | undefined },
): Promise<Pick<TreePart, 'documents' | 'firstPlace' | 'total'>> {
  const all = await documentsOf(db, actor, caseFile)
  const chosen = all.filter(({ unitId, number }) => unitIds.has(unitId) || number === wish.currentNumber)
  const total = chosen.length
  if (total <= 2 * wish.size) return { documents: chosen, firstPlace: 0, total }
  const last = Math.floor((total - 1) / wish.size)
  const ofCurrent = chosen.findIndex(({ number }) => number === wish.currentNumber)
  const folder = Math.min(last, wish.folder ?? (ofCurrent >= 0 ? Math.floor(ofCurrent / wish.size) : last))
  const firstPlace = folder * wish.size
  return { documents: chosen.slice(firstPlace, firstPlace + wish.size), firstPlace, total }
}

function withQuery(address: string, query: string): string {
  return query ? `${address}?${query}` : address
}
