/**
 * A list as spreadsheets write it, as rows of cells: apart by semicolon, comma or tab, whichever the first line has most
 * of; quotes keep separators and line breaks within a cell. Each row knows the line on which it began. Rows without a word
 * are passed over. Undefined where a quote is never closed.
 */
export function parseCsv(text: string): { readonly line: number; readonly cells: readonly string[] }[] | undefined {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(source)
  const rows: { line: number; cells: string[] }[] = []
  let [line, begun, cell, quoted] = [1, 1, '', false]
  let cells: string[] = []
  const endRow = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begun, cells })
    ;[cells, cell, begun] = [[], '', line]
  }
  for (let index = 0; index < source.length; index++) {
    const sign = source[index] ?? ''
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (source[index + 1] === '"') cell += source[++index]
      else quoted = false
    } else if (sign === '"' && cell.trim() === '') [cell, quoted] = ['', true]
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') endRow()
    else cell += sign
  }
  if (quoted) return undefined
  endRow()
  return rows
}

/** The text of a file of unknown encoding: UTF-8 where it is that, otherwise what older spreadsheets write. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function separatorOf(source: string): string {
  const first = source.split('\n', 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
