import type { Database } from '../../platform/db/index.ts'
import type { Cells } from '../organization/index.ts'
import { writeCsv } from './csv.rules.ts'
import { type ImportRow, selectTellingRows } from './import.queries.ts'
import { resultNames, tellDetail } from './import.text.ts'
import { mostRows, reasonColumn } from './read-file.rules.ts'
import type { ImportableRegister } from './registers.ts'

/** Every row with what became of it, to be opened in a spreadsheet. */
export async function reportOf(db: Database, found: ImportRow, register: ImportableRegister): Promise<string> {
  const pass = found.confirmedAt ? 'result' : 'trial'
  const rows = await selectTellingRows(db, found.id, { pass, kind: undefined, limit: mostRows, offset: 0 })
  const names = columnsIn(rows, register)
  return writeCsv([
    ['linha', 'resultado', 'detalhes', ...names],
    ...rows.map(({ line, kind, details, cells }) => [
      String(line),
      kind ? resultNames[pass][kind] : 'Ainda não',
      details.map(tellDetail).join(' | '),
      ...names.map((name) => cells[name] ?? ''),
    ]),
  ])
}

/** Only the refused rows, each with its reason: mended, this very file is sent again. */
export async function refusedOf(db: Database, found: ImportRow, register: ImportableRegister): Promise<string> {
  const pass = found.confirmedAt ? 'result' : 'trial'
  const rows = await selectTellingRows(db, found.id, { pass, kind: 'refused', limit: mostRows, offset: 0 })
  const names = columnsIn(rows, register)
  return writeCsv([
    [...names, reasonColumn],
    ...rows.map(({ details, cells }) => [
      ...names.map((name) => cells[name] ?? ''),
      details.map(tellDetail).join(' | '),
    ]),
  ])
}

/** The columns that the file had, in the order of the register. */
function columnsIn(rows: readonly { readonly cells: Cells }[], register: ImportableRegister): readonly string[] {
  return register.columns.map(({ name }) => name).filter((name) => rows.some(({ cells }) => name in cells))
}
