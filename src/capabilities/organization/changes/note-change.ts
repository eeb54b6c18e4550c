import type { Database } from '../../../platform/db/index.ts'
import type { FormFields } from '../../../platform/form-fields.ts'
import type { ChangedRecord, Editor, FieldChange } from './change.ts'
import { insertChanges } from './changes.queries.ts'
import { changesBetween } from './changes-between.ts'

/**
 * Writes to the history of a register what a command has just changed, in the command's own transaction (EST-004): the
 * fields of the record's form before (undefined: it is new) and after. Nothing is written where nothing differs.
 */
export function noteChange(
  db: Database,
  by: Editor,
  record: ChangedRecord,
  fields: { readonly before: FormFields | undefined; readonly after: FormFields },
  now: Date,
): Promise<void> {
  return noteFields(db, by, record, changesBetween(fields.before, fields.after), now)
}

/** The same, for changes that are no form's: a place in the hierarchy, a permission. */
export async function noteFields(
  db: Database,
  by: Editor,
  record: ChangedRecord,
  changes: readonly FieldChange[],
  now: Date,
): Promise<void> {
  if (changes.length > 0) await insertChanges(db, by, record, changes, now)
}

/** Out of use, or back in it. */
export function noteActive(db: Database, by: Editor, record: ChangedRecord, active: boolean, now: Date): Promise<void> {
  const [before, after] = active ? ['Fora de uso', 'Em uso'] : ['Em uso', 'Fora de uso']
  return noteFields(db, by, record, [{ field: 'situacao', before, after }], now)
}
