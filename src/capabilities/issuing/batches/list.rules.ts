import { VARIABLES } from '../../../rich-text/index.ts'

/** As many documents as one list makes. */
export const mostRows = 500
const mostColumns = 40
const longestValue = 2_000

/** The column that says into which case file each document goes. */
export const caseColumn = 'processo'

/** A row of a list: the line on which it stands, its case file and what the text is filled with. */
export interface ListRow {
  readonly line: number
  readonly caseDigits: string
  readonly fields: Readonly<Record<string, string>>
  /** What is wrong with it, in words. */
  readonly problem: string | undefined
}

export type ListProblem =
  | { readonly kind: 'unreadable' | 'empty' | 'too-many-rows' | 'too-many-columns' | 'no-case' }
  | { readonly kind: 'columns-missing'; readonly names: readonly string[] }
  | { readonly kind: 'column-twice'; readonly name: string }

/** What the house itself fills in: no column is asked for it, and none replaces it. */
export const ownVariables: ReadonlySet<string> = new Set(
  Object.keys(VARIABLES).filter((name) => !/^(destinatario|signatario)_/.test(name)),
)

/** `Nome do Servidor` → `nome_do_servidor`: how a column is named between `@` in the text. */
export function fieldName(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
}

/**
 * Reads the rows of a list against the names that the text asks for. What is wrong with the list as a whole comes alone;
 * what is wrong with a row stays with it. Without a case file of its own each row says its own.
 */
export function readList(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[] | undefined,
  asked: readonly string[],
  caseDigits: string | undefined,
): { readonly rows: readonly ListRow[]; readonly problems: readonly ListProblem[] } {
  const [head, ...body] = rows ?? []
  if (!rows) return { rows: [], problems: [{ kind: 'unreadable' }] }
  if (!head || body.length === 0) return { rows: [], problems: [{ kind: 'empty' }] }
  const names = head.cells.map(fieldName)
  const needed = asked.filter((name) => !ownVariables.has(name))
  const missing = needed.filter((name) => !names.includes(name))
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  const problems: ListProblem[] = [
    ...(body.length > mostRows ? [{ kind: 'too-many-rows' } as const] : []),
    ...(names.length > mostColumns ? [{ kind: 'too-many-columns' } as const] : []),
    ...(missing.length > 0 ? [{ kind: 'columns-missing', names: missing } as const] : []),
    ...(twice === undefined ? [] : [{ kind: 'column-twice', name: twice } as const]),
    ...(caseDigits === undefined && !names.includes(caseColumn) ? [{ kind: 'no-case' } as const] : []),
  ]
  if (problems.length > 0) return { rows: [], problems }
  return { rows: body.map((row) => rowOf(row, names, needed, caseDigits)), problems: [] }
}

function rowOf(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  names: readonly string[],
  needed: readonly string[],
  caseDigits: string | undefined,
): ListRow {
  const pairs = names.flatMap((name, index) => (name === '' ? [] : [[name, (cells[index] ?? '').trim()] as const]))
  const fields = Object.fromEntries(pairs)
  const digits = caseDigits ?? (fields[caseColumn] ?? '').replace(/\D/g, '')
  const empty = needed.filter((name) => (fields[name] ?? '') === '')
  const tooLong = pairs.find(([, value]) => value.length > longestValue)
  const problems = [
    ...(cells.slice(names.length).some((cell) => cell.trim() !== '') ? ['Há mais células do que colunas.'] : []),
    ...(empty.length > 0 ? [`Em branco: ${empty.join(', ')}.`] : []),
    ...(tooLong ? [`A coluna ${tooLong[0]} passa de 2.000 caracteres.`] : []),
    ...(/^\d{5,30}$/.test(digits) ? [] : ['O número do processo não está escrito, ou não é um número de processo.']),
  ]
  return {
    line,
    caseDigits: /^\d{5,30}$/.test(digits) ? digits : '',
    fields,
    problem: problems.length > 0 ? problems.join(' ') : undefined,
  }
}
