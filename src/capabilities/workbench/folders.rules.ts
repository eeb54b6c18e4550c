import type { TreeDocument, TreeFolder } from '../../ui/index.ts'

/** Long trees are put into folders of this many documents (PRO-231). */
export const folderSize = 50

/**
 * The tree as the page shows it: up to two folders' worth of documents as they are; beyond, folders in the tree's order,
 * of which only the one with the current document (or the last) brings its items. The others are links that open them, so
 * that a case file of a thousand documents weighs no more than one of a hundred.
 */
export function inFolders(
  documents: readonly TreeDocument[],
  open: { readonly folder: number | undefined; readonly hrefOf: (folder: number) => string },
): (TreeDocument | TreeFolder)[] {
  if (documents.length <= 2 * folderSize) return [...documents]
  const count = Math.ceil(documents.length / folderSize)
  const ofCurrent = Math.floor(documents.findIndex(({ current }) => current) / folderSize)
  const shown = open.folder ?? (ofCurrent >= 0 ? ofCurrent : count - 1)
  return Array.from({ length: count }, (_, folder) => {
    const items = documents.slice(folder * folderSize, (folder + 1) * folderSize)
    const first = folder * folderSize + 1
    return {
      id: `pasta-${folder + 1}`,
      label: `Documentos ${first} a ${first + items.length - 1}`,
      href: open.hrefOf(folder),
      open: folder === shown,
      items: folder === shown ? items : [],
      count: items.length,
    }
  })
}
