import type { TreeDocument, TreeFolder } from '../../ui/index.ts'

/** Long trees are put into folders of this many documents, unless the installation says otherwise (PRO-231). */
export const folderSize = 50

/** The parameter as it is stored; what is no sensible number is passed over. */
export function folderSizeOf(setting: unknown): number {
  return typeof setting === 'number' && Number.isInteger(setting) && setting >= 10 && setting <= 200
    ? setting
    : folderSize
}

/**
 * The tree as the page shows it: up to two folders' worth of documents as they are; beyond, folders in the tree's order,
 * of which only the one with the current document (or the last) brings its items. The others are links that open them, so
 * that a case file of a thousand documents weighs no more than one of a hundred.
 */
export function inFolders(
  documents: readonly TreeDocument[],
  open: {
    readonly folder: number | undefined
    readonly hrefOf: (folder: number) => string
    readonly size?: number
  },
): (TreeDocument | TreeFolder)[] {
  const { size = folderSize } = open
  if (documents.length <= 2 * size) return [...documents]
  const count = Math.ceil(documents.length / size)
  const ofCurrent = Math.floor(documents.findIndex(({ current }) => current) / size)
  const shown = open.folder ?? (ofCurrent >= 0 ? ofCurrent : count - 1)
  return Array.from({ length: count }, (_, folder) => {
    const items = documents.slice(folder * size, (folder + 1) * size)
    const first = folder * size + 1
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
