import { parseLocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { CellKind, Cells, ImportColumn } from './row-import.ts'

/**
 * The cells of a row as the fields of the register's form, and what cannot be read in them. A column that the file does
 * not have gives no field: what is registered stays.
 */
export function fieldsOfCells(
  columns: readonly ImportColumn[],
  cells: Cells,
): { fields: FormFields; problems: readonly FieldProblem[] } {
  const fields: Record<string, string | readonly string[]> = {}
  const problems: FieldProblem[] = []
  for (const { name, kind } of columns) {
    const cell = cells[name]
    if (cell === undefined) continue
    const value = readCell(kind, cell.trim())
    if (typeof value === 'object' && 'problem' in value) problems.push({ field: name, message: value.problem })
    else fields[name] = value
  }
  return { fields, problems }
}

/** Without accents, in small letters, with single spaces: how words of files are compared. */
export function plainWord(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The parts of a cell that holds several: between bars, or one a line. */
export function partsOf(cell: string): string[] {
  return cell
    .split(/[|\r\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
}

function readCell(kind: CellKind, cell: string): string | { readonly problem: string } {
  if (kind === 'text') return cell
  if (kind === 'list') return partsOf(cell).join('\n')
  if (kind === 'day') return dayOf(cell) ?? { problem: 'Escreva o dia como 31/12/2026.' }
  if (kind === 'flag') return flags[plainWord(cell)] ?? { problem: 'Escreva sim ou não.' }
  if (cell === '') return ''
  const found = Object.entries(kind).find(([word]) => plainWord(word) === plainWord(cell))
  return found ? found[1] : { problem: `Escreva um destes: ${Object.keys(kind).join(', ')}.` }
}

const flags: Readonly<Record<string, string>> = {
  sim: 'sim',
  s: 'sim',
  x: 'sim',
  '1': 'sim',
  nao: '',
  n: '',
  '0': '',
  '': '',
}

function dayOf(cell: string): string | undefined {
  if (cell === '') return ''
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : cell
  return parseLocalDate(iso)
}
