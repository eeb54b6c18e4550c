import { type Cells, plainWord, type RegisterImport } from '../organization/index.ts'
import { type CsvLine, decodeText, parseCsv } from './csv.rules.ts'

/** A row as the file says it. `fault`: what is wrong with it before any register is asked. */
export interface RowToImport {
  readonly line: number
  readonly cells: Cells
  readonly fault: string | undefined
  /** The line of the same file on which this one depends. */
  readonly dependsOn?: number | undefined
}

export const mostRows = 20_000
export const mostBytes = 10 * 1024 * 1024
const longestCell = 5000

/** The column that says why a line came back; a file may bring it in again, and it is passed over. */
export const reasonColumn = 'motivo_da_recusa'

/** The rows of a file in the order in which they are brought in, or why it is no file of this register. */
export function readFile(
  register: Pick<RegisterImport, 'columns' | 'key' | 'order' | 'dependence'>,
  bytes: Uint8Array,
): { readonly rows: readonly RowToImport[] } | { readonly problem: string } {
  const text = decodeText(bytes)
  if (text === undefined)
    return { problem: 'O arquivo não é um texto CSV. Na planilha, salve como CSV e envie de novo.' }
  const lines = parseCsv(text)
  if ('kind' in lines) return { problem: explainCsv(lines) }
  const [header, ...body] = lines
  const columns = columnsOf(register, header as CsvLine)
  if ('problem' in columns) return columns
  if (body.length === 0) return { problem: 'O arquivo só tem o cabeçalho. Escreva uma linha para cada registro.' }
  if (body.length > mostRows) {
    return { problem: `O arquivo tem mais de 20.000 linhas (${body.length}). Divida-o em arquivos menores.` }
  }
  const rows = withRepetitions(
    register,
    body.map((line) => rowOf(columns.names, line)),
  )
  const pointed = register.dependence?.of(rows)
  const linked = pointed ? rows.map((row) => ({ ...row, dependsOn: pointed(row)?.line })) : rows
  return { rows: register.order?.(linked) ?? linked }
}

function explainCsv(problem: { readonly kind: string; readonly line?: number }): string {
  if (problem.kind !== 'open-quote') return 'O arquivo está vazio.'
  return `As aspas abertas na linha ${problem.line} não fecham. Confira essa linha.`
}

function columnsOf(
  { columns }: Pick<RegisterImport, 'columns'>,
  header: CsvLine,
): { readonly names: readonly string[] } | { readonly problem: string } {
  const names = header.cells.map((cell) => plainWord(cell).replace(/[ -]/g, '_'))
  const known = columns.map(({ name }) => name)
  const unknown = header.cells.find((_, index) => ![...known, reasonColumn].includes(names[index] ?? ''))
  if (unknown !== undefined) {
    const shown = unknown.trim().slice(0, 40)
    return { problem: `O cabeçalho tem a coluna “${shown}”, que não existe. As colunas são: ${known.join(', ')}.` }
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) return { problem: `O cabeçalho tem a coluna “${twice}” mais de uma vez.` }
  const missing = columns.filter(({ name, required }) => required && !names.includes(name)).map(({ name }) => name)
  return missing.length > 0 ? { problem: `Falta no cabeçalho: ${missing.join(', ')}.` } : { names }
}

function rowOf(names: readonly string[], { line, cells }: CsvLine): RowToImport {
  const excess = cells.slice(names.length).some((cell) => cell.trim() !== '')
  const long = cells.some((cell) => cell.length > longestCell)
  const kept = names.map((name, index) => [name, (cells[index] ?? '').slice(0, longestCell)] as const)
  const fault = excess
    ? 'A linha tem mais campos que o cabeçalho. Confira separadores e aspas.'
    : long
      ? 'Um dos campos é longo demais. Confira as aspas.'
      : undefined
  return { line, cells: Object.fromEntries(kept.filter(([name]) => name !== reasonColumn)), fault }
}

/** Of two rows about the same record only the first counts: otherwise each run would undo what the last one did. */
function withRepetitions({ key }: Pick<RegisterImport, 'key'>, rows: readonly RowToImport[]): readonly RowToImport[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const name = key.map((column) => plainWord(row.cells[column] ?? '')).join('\u0000')
    const first = seen.get(name)
    if (first === undefined) {
      seen.set(name, row.line)
      return row
    }
    return { ...row, fault: row.fault ?? `Repete o registro da linha ${first}. Deixe só uma das duas.` }
  })
}
