import type { LocalDate } from '../../platform/calendar/index.ts'
import {
  CaseNumber,
  ColourMark,
  type Column,
  DateTime,
  Day,
  formatCount,
  formatDateTime,
  formatRecent,
  LevelTag,
  nothing,
  StatusTag,
  Tag,
} from '../../ui/index.ts'
import { type DeskColumn, deskColumns } from './desk-columns.ts'
import type { DeskRow } from './desk-filter.ts'
import type { DeskMark } from './desk-parts.ts'
import { lastMovement } from './last-movement.text.ts'
import { daysOfReturn, returnState } from './returns/return.rules.ts'
import { tellReturn, toneOfReturn } from './returns/return.text.ts'

interface NumberProps {
  readonly row: DeskRow
  readonly href: (path: string) => string
  /** Marks that no other column takes. */
  readonly marks: readonly DeskMark[] | undefined
  readonly late: boolean
}

/** The number with its colour, and beneath it all that asks for attention. */
export function NumberAndSigns({ row, href, marks, late }: NumberProps) {
  const plain = row.level === 'public' && !row.priority && !row.unread && !(row.news && row.received)
  const bare = plain && !late && (!marks || (row.unsignedDrafts === 0 && marks.length === 0))
  return (
    <>
      <CaseNumber
        number={row.number}
        href={href(`/processos/${row.digits}`)}
        state={row.received ? 'received' : 'unopened'}
      />
      {bare ? null : (
        <div class="signs">
          {late ? (
            <StatusTag tone="danger" icon="alert">
              Vencido
            </StatusTag>
          ) : null}
          <LevelTag level={row.level} unlessPublic />
          {row.priority ? (
            <Tag tone="warning" icon="flag">
              Prioridade
            </Tag>
          ) : null}
          {row.unread ? (
            <Tag tone="info" icon="mail">
              Não lido
            </Tag>
          ) : null}
          {row.news && row.received ? (
            <Tag tone="info" icon="bell">
              Novidade
            </Tag>
          ) : null}
          {marks ? <MarksOf row={row} marks={marks} /> : null}
        </div>
      )}
    </>
  )
}

/** What was made of the case file here: in one line under its summary, where there is room, a row stays low. */
function MarksOf({ row, marks }: { row: DeskRow; marks: readonly DeskMark[] }) {
  return (
    <>
      {row.unsignedDrafts > 0 ? <Tag icon="draft">{formatCount(row.unsignedDrafts, 'minuta', 'minutas')}</Tag> : null}
      {marks.map((mark) => (
        <Mark key={`${mark.label} ${mark.detail ?? ''}`} mark={mark} />
      ))}
    </>
  )
}

interface CellFacts {
  readonly marks: ReadonlyMap<string, readonly DeskMark[]>
  readonly today: LocalDate
  readonly now: Date
  /** The column of the summary begins with the type. */
  readonly joined: boolean
  /** The marks that stand in the widest column there is, and which it is. */
  readonly host: DeskColumn | undefined
  readonly hosted: (row: DeskRow) => readonly DeskMark[]
}

/** The column with room for the marks; without it they stand beneath the number. */
export function hostOfMarks(columns: readonly DeskColumn[]): DeskColumn | undefined {
  return columns.find((column) => column === 'summary') ?? columns.find((column) => column === 'type')
}

/** What each column shows of a row. */
export function columnCells({
  marks,
  today,
  now,
  joined,
  host,
  hosted,
}: CellFacts): Record<DeskColumn, Column<DeskRow>> {
  const marksIn = (column: DeskMark['column']) => (row: DeskRow) => (
    <MarksInWords marks={(marks.get(row.id) ?? []).filter((mark) => mark.column === column)} />
  )
  const hostedIn = (column: DeskColumn, row: DeskRow) =>
    host === column && (row.unsignedDrafts > 0 || hosted(row).length > 0) ? (
      <div class="signs">
        <MarksOf row={row} marks={hosted(row)} />
      </div>
    ) : null
  const column = (key: DeskColumn, cell: Column<DeskRow>['cell'], more: Partial<Column<DeskRow>> = {}) => ({
    key,
    header: deskColumns[key],
    cell,
    ...more,
  })
  return {
    type: column(
      'type',
      (row) => (
        <>
          {row.typeName}
          {hostedIn('type', row)}
        </>
      ),
      { sortable: true },
    ),
    summary: column(
      'summary',
      (row) =>
        !joined && !row.summary && !hostedIn('summary', row) ? (
          nothing
        ) : (
          <>
            {joined ? row.typeName : row.summary}
            {joined && row.summary ? <small>{row.summary}</small> : null}
            {hostedIn('summary', row)}
          </>
        ),
      { sortable: true, plain: true, width: 'wide', ...(joined ? { header: 'Tipo e especificação' } : {}) },
    ),
    interested: column('interested', (row) =>
      row.interestedCount > 1 ? (
        <>
          {row.interested}
          <span class="secondary"> e mais {row.interestedCount - 1}</span>
        </>
      ) : (
        (row.interested ?? nothing)
      ),
    ),
    assignee: column('assignee', (row) => row.assignedToName ?? nothing, { sortable: true }),
    note: column('note', marksIn('note')),
    labels: column('labels', marksIn('labels')),
    observation: column('observation', (row) => row.observation ?? nothing),
    deadline: column('deadline', (row) =>
      row.returns.length === 0 && !(marks.get(row.id) ?? []).some(({ column }) => column === 'deadline') ? (
        nothing
      ) : (
        <>
          <Returns row={row} today={today} />
          {marksIn('deadline')(row)}
        </>
      ),
    ),
    'last-movement': column('last-movement', (row) => {
      const last = lastMovement(row)
      return last ? (
        <>
          <DateTime value={last.at} now={now} />
          <div class="secondary">{last.text}</div>
        </>
      ) : (
        nothing
      )
    }),
    // Fifty times on a page: no more of a moment than is read.
    since: column('since', (row) => <span title={formatDateTime(row.since)}>{formatRecent(row.since, now)}</span>, {
      sortable: true,
      width: 'fit',
    }),
  }
}

function Mark({ mark: { label, tone, icon, colour, detail } }: { mark: DeskMark }) {
  const words = (
    <>
      {label}
      {detail ? <span class="visually-hidden">{beyond(label, detail)}</span> : null}
    </>
  )
  return colour ? (
    <ColourMark colour={colour} title={detail}>
      {words}
    </ColourMark>
  ) : (
    <Tag tone={tone} icon={icon} title={detail}>
      {words}
    </Tag>
  )
}

/** What the detail says that the label has not said already. */
function beyond(label: string, detail: string): string {
  return detail.startsWith(label) ? detail.slice(label.length) : `: ${detail}`
}

/** Marks in a column of their own, with all their words in sight. */
function MarksInWords({ marks }: { marks: readonly DeskMark[] }) {
  return (
    <>
      {marks.map(({ detail, text, ...mark }) => (
        <div key={`${mark.label} ${detail ?? ''}`} title={text && detail}>
          <Mark mark={mark} /> {text ?? detail}
        </div>
      ))}
    </>
  )
}

/** All scheduled returns, with dates, days and units (PRO-104, PRO-154). */
function Returns({ row, today }: { row: DeskRow; today: LocalDate }) {
  return (
    <>
      {row.returns.map((one) => {
        const facts = { due: one.due, returnedOn: one.returnedOn ?? undefined }
        const state = returnState(facts, today)
        return (
          <div key={`${one.side}${one.unit}${one.due}${one.returnedOn ?? ''}`}>
            <span class="desk-return">
              <StatusTag tone={toneOfReturn[state]} icon={state === 'pending' ? 'return' : undefined}>
                {tellReturn(one.side, state, daysOfReturn(facts, today))}
              </StatusTag>
            </span>{' '}
            <span class="secondary">
              {one.side === 'to-return' ? 'a' : 'de'} {one.unit} até <Day value={one.due} />
            </span>
          </div>
        )
      })}
    </>
  )
}
