import type { Database } from '../../platform/db/index.ts'
import { writeCsv } from './csv.rules.ts'
import { type ImportRow, selectTellingRows } from './import.queries.ts'
import { resultNames, tellDetail } from './import.text.ts'
import { mostRows } from './read-file.rules.ts'
import type { ImportableRegister } from './registers.ts'

/** Every row with what became of it, to be opened in a spreadsheet. */
export async function reportOf(db: Database, found: ImportRow, register: ImportableRegister): Promise<string> {
  const pass = found.confirmedAt ? 'result' : 'trial'
  const rows = await selectTellingRows(db, found.id, { pass, kind: undefined, limit: mostRows, offset: 0 })
  const names = register.columns.map(({ name }) => name).filter((name) => rows.some(({ cells }) => name in cells))
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
