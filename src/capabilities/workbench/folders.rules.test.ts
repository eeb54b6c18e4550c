import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folderSize, folderSizeOf, inFolders } from './folders.rules.ts'

const documents = (count: number, current?: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: String(n),
    href: `/documentos/${n}`,
    label: `Documento ${n}`,
    icon: 'document' as const,
    current: n === current,
  }))
const closed = { folder: undefined, hrefOf: (folder: number) => `?pasta=${folder + 1}` }

describe('the folders of a long tree', () => {
  it('shows a short tree as it is', () => {
    expect(inFolders(documents(2 * folderSize), closed)).toHaveLength(2 * folderSize)
  })

  it('R6 sends the documents of one folder only: the last one, or that of the current document', () => {
    const shown = (count: number, current?: number) =>
      inFolders(documents(count, current), closed).flatMap((item) => ('items' in item ? item.items : [item]))
    expect(shown(1000).map(({ id }) => id)[0]).toBe(String(1000 - folderSize))
    expect(shown(1000, 120).map(({ id }) => id)).toContain('120')
    expect(shown(1000, 120)).toHaveLength(folderSize)
  })

  it('opens the folder that the address asks for', () => {
    const items = inFolders(documents(300), { ...closed, folder: 1 })
    expect(items.map((item) => 'open' in item && item.open)).toEqual([false, true, false, false, false, false])
  })

  it('R6 makes folders as large as the installation wants them', () => {
    const items = inFolders(documents(60), { ...closed, size: folderSizeOf(20) })
    expect(items.map(({ label }) => label)).toEqual(['Documentos 1 a 20', 'Documentos 21 a 40', 'Documentos 41 a 60'])
    for (const odd of [undefined, 'vinte', 3, 1000, 20.5, null]) expect(folderSizeOf(odd)).toBe(folderSize)
  })

  it('counts every document once, in the order of the tree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (count) => {
        const items = inFolders(documents(count), closed)
        const total = items.reduce((sum, item) => sum + ('items' in item ? (item.count ?? 0) : 1), 0)
        expect(total).toBe(count)
      }),
    )
  })
})
