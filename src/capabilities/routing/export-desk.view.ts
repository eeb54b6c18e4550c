import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { csvOf } from '../../platform/csv/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { formatDate, formatDateTime } from '../../ui/index.ts'
import { type DeskFilter, type DeskRow, mostCounted } from './desk-filter.ts'
import { type DeskMark, marksOn } from './desk-parts.ts'
import { lastMovement } from './last-movement.text.ts'
import { readDesk } from './read-desk.ts'

/** The whole desk under the filter, not the page of it, as CSV for spreadsheets; at most ten thousand rows. */
export async function exportDesk(db: Database, actor: Actor, filter: DeskFilter, now: Date): Promise<string> {
  const asked = { limit: mostCounted, offset: 0, columns: 'all' as const }
  const rows = await readDesk(db, actor, filter, asked, now)
  const ids = rows.map(({ id }) => id)
  const marks = await marksOn(db, actor, ids, todayIn(now), now)
  return csvOf(
    header,
    rows.map((row) => cellsOf(row, marks.get(row.id) ?? [])),
  )
}

const header = [
  ...['Processo', 'Tipo', 'Especificação', 'Interessados', 'Nível de acesso', 'Atribuição', 'Na unidade desde'],
  ...['Situação', 'Devolver até', 'Volta até', 'Anotação', 'Marcadores', 'Outras marcas', 'Observação'],
  'Última movimentação',
]

const levels = { public: 'Público', restricted: 'Restrito', confidential: 'Sigiloso' } as const

function cellsOf(row: DeskRow, marks: readonly DeskMark[]): string[] {
  const inColumn = (column: DeskMark['column']) =>
    marks
      .filter((mark) => mark.column === column)
      .map(({ label, detail }) => (detail ? `${label}: ${detail}` : label))
      .join('; ')
  const more = row.interestedCount > 1 ? ` e mais ${row.interestedCount - 1}` : ''
  const last = lastMovement(row)
  return [
    ...[row.number, row.typeName, row.summary, `${row.interested ?? ''}${more}`, levels[row.level]],
    ...[row.assignedToName ?? '', formatDateTime(row.since), row.received ? 'Recebido' : 'Ainda não aberto'],
    ...[nextReturn(row, 'to-return'), nextReturn(row, 'awaited')],
    ...[inColumn('note'), inColumn('labels'), [inColumn('deadline'), inColumn(undefined)].filter(Boolean).join('; ')],
    row.observation ?? '',
    last ? `${formatDateTime(last.at)} ${last.text}`.trim() : '',
  ]
}

/** The day of the return that is still open and comes first. */
function nextReturn({ returns }: DeskRow, side: DeskRow['returns'][number]['side']): string {
  const due = returns.find((one) => one.side === side && !one.returnedOn)?.due
  return due ? formatDate(due) : ''
}
