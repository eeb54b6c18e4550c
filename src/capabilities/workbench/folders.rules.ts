import type { TreeDocument, TreeFolder } from '../../ui/index.ts'

/** Long trees are put into folders of this many documents, unless the installation says otherwise (PRO-231). */
export const folderSize = 50

/**
 * The tree as the page shows it: up to two folders' worth of documents as they are; beyond, folders in the tree's order,
 * of which only one brings its items. The others are links that open them, so that a case file of a thousand documents
 * weighs no more than one of a hundred.
 *
 * `shown`: the documents of the whole tree, or of the open folder, of which the first stands at `firstPlace`.
 */
export function inFolders(
  shown: readonly TreeDocument[],
  whole: {
    readonly firstPlace: number
    readonly total: number
    readonly hrefOf: (folder: number) => string
    readonly size?: number
  },
): (TreeDocument | TreeFolder)[] {
  const { firstPlace, total, hrefOf, size = folderSize } = whole
  if (total <= 2 * size) return [...shown]
  const open = Math.floor(firstPlace / size)
  return Array.from({ length: Math.ceil(total / size) }, (_, folder) => {
    const first = folder * size + 1
    const last = Math.min(total, first + size - 1)
    return {
      id: `pasta-${folder + 1}`,
      label: `Documentos ${first} a ${last}`,
      href: hrefOf(folder),
      open: folder === open,
      items: folder === open ? [...shown] : [],
      count: last - first + 1,
    }
  })
}
