import type { Actor, Permission } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { Reach } from '../administration/reach.ts'
import type { FieldChange } from '../changes/change.ts'

/** How the cells of a column are read. Choices: what people write → what the form carries. */
export type CellKind = 'text' | 'flag' | 'list' | 'day' | Readonly<Record<string, string>>

/** A column of a file; its name is that of the field of the form. */
export interface ImportColumn {
  readonly name: string
  readonly kind: CellKind
  /** What is written in it, in words for people. */
  readonly about: string
  readonly example: string
  readonly required?: boolean
}

/** In whose name a row is brought in, and how far that reaches. */
export interface RowContext {
  readonly db: Database
  readonly actor: Actor
  readonly reach: Reach
  readonly now: Date
}

/** What became of a row. */
export type RowOutcome =
  | { readonly kind: 'created' | 'changed'; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

/** The cells of a row, by column; a column that the file does not have is not there. */
export type Cells = Readonly<Record<string, string>>

/** A register as files bring it in: the rules and commands are those of its forms. */
export interface RegisterImport {
  readonly columns: readonly ImportColumn[]
  /** The columns that together say which record a row is about. */
  readonly key: readonly string[]
  readonly permission: Permission
  /** The least level of administration that may bring it in (EST-026). */
  readonly least: 'unit' | 'agency' | 'installation'
  /** Where rows depend on each other: the order in which they are brought in. */
  readonly order?: <Row extends { readonly cells: Cells }>(rows: readonly Row[]) => readonly Row[]
  /** The column in which a row points to another one, and the row of the same file to which it points. */
  readonly dependence?: {
    readonly column: string
    readonly of: <Row extends { readonly cells: Cells }>(rows: readonly Row[]) => (row: Row) => Row | undefined
  }
  /** Registers or changes what one row says. Whoever calls undoes what a refused row may have begun. */
  saveRow(cells: Cells, context: RowContext): Promise<RowOutcome>
}

/** A refusal with one sentence beside one column. */
export function refusedRow(field: string, message: string): RowOutcome {
  return { kind: 'refused', problems: [{ field, message }] }
}

/** Whether somebody of this reach may bring in the register at all. */
export function mayImport({ least }: Pick<RegisterImport, 'least'>, reach: Reach): boolean {
  if (least === 'installation') return reach.agencyId === undefined
  return least === 'unit' || !reach.unitIds
}
