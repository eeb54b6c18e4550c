const inRow = 'input[type=checkbox], a[href]'

/** Moves the focus one row up or down in the table that holds it, or to the first row of the page's first table. */
export function moveByRow(root: Document, step: 1 | -1): boolean {
  const current = root.activeElement?.closest<HTMLTableRowElement>('tbody tr')
  const table = root.activeElement?.closest('table') ?? root.querySelector('main table')
  const rows = [...(table?.querySelectorAll<HTMLTableRowElement>('tbody tr:not([hidden])') ?? [])]
  const next = current ? rows[rows.indexOf(current) + step] : rows[step === 1 ? 0 : rows.length - 1]
  const control = next?.querySelector<HTMLElement>(inRow)
  control?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return control !== null && control !== undefined
}
