import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folderSize, inFolders } from './folders.rules.ts'

/** Some documents of a tree, as the gate hands them over. */
const documents = (count: number, firstPlace = 0) =>
  Array.from({ length: count }, (_, n) => ({
    id: String(firstPlace + n),
    href: `/documentos/${firstPlace + n}`,
    label: `Documento ${firstPlace + n}`,
    icon: 'document' as const,
  }))
const hrefOf = (folder: number) => `?pasta=${folder + 1}`

describe('the folders of a long tree', () => {
  it('shows a short tree as it is', () => {
    const total = 2 * folderSize
    expect(inFolders(documents(total), { firstPlace: 0, total, hrefOf })).toHaveLength(total)
  })

  it('R6 sends the documents of one folder only, in the folder where they stand', () => {
    const items = inFolders(documents(folderSize, 100), { firstPlace: 100, total: 310, hrefOf })
    expect(items.map((item) => 'open' in item && item.open)).toEqual([false, false, true, false, false, false, false])
    expect(items.map((item) => 'items' in item && item.items.length)).toEqual([0, 0, folderSize, 0, 0, 0, 0])
    expect(items[2]).toMatchObject({ label: 'Documentos 101 a 150', href: '?pasta=3', count: 50 })
    expect(items[6]).toMatchObject({ label: 'Documentos 301 a 310', count: 10 })
  })

  it('R6 makes folders as large as the installation wants them', () => {
    const items = inFolders(documents(20, 40), { firstPlace: 40, total: 60, hrefOf, size: 20 })
    expect(items.map(({ label }) => label)).toEqual(['Documentos 1 a 20', 'Documentos 21 a 40', 'Documentos 41 a 60'])
  })

  it('counts every document once, in the order of the tree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (total) => {
        const shown = total <= 2 * folderSize ? documents(total) : documents(folderSize)
        const items = inFolders(shown, { firstPlace: 0, total, hrefOf })
        expect(items.reduce((sum, item) => sum + ('items' in item ? (item.count ?? 0) : 1), 0)).toBe(total)
      }),
    )
  })
})
