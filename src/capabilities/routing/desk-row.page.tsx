import type { LocalDate } from '../../platform/calendar/index.ts'
import {
  CaseNumber,
  ColourMark,
  type Column,
  DateTime,
  Day,
  formatCount,
  LevelTag,
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
  readonly marks: readonly DeskMark[]
}

/** The number with its colour, and beneath it all that asks for attention. */
export function NumberAndSigns({ row, href, marks }: NumberProps) {
  return (
    <>
      <CaseNumber
        number={row.number}
        href={href(`/processos/${row.digits}`)}
        state={row.received ? 'received' : 'unopened'}
      />
      <div class="signs">
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
        {row.unsignedDrafts > 0 ? <Tag icon="draft">{formatCount(row.unsignedDrafts, 'minuta', 'minutas')}</Tag> : null}
        {marks.map((mark) => (
          <Mark key={`${mark.label} ${mark.detail ?? ''}`} mark={mark} />
        ))}
      </div>
    </>
  )
}

interface CellFacts {
  readonly marks: ReadonlyMap<string, readonly DeskMark[]>
  readonly today: LocalDate
  readonly now: Date
  /** The column of the summary begins with the type. */
  readonly joined: boolean
}

/** What each column shows of a row. */
export function columnCells({ marks, today, now, joined }: CellFacts): Record<DeskColumn, Column<DeskRow>> {
  const marksIn = (column: DeskMark['column']) => (row: DeskRow) => (
    <MarksInWords marks={(marks.get(row.id) ?? []).filter((mark) => mark.column === column)} />
  )
  const column = (key: DeskColumn, cell: Column<DeskRow>['cell'], more: Partial<Column<DeskRow>> = {}) => ({
    key,
    header: deskColumns[key],
    cell,
    ...more,
  })
  return {
    type: column('type', (row) => row.typeName, { sortable: true }),
    summary: column(
      'summary',
      (row) =>
        joined ? (
          <>
            {row.typeName}
            {row.summary ? <div class="secondary">{row.summary}</div> : null}
          </>
        ) : (
          row.summary || '—'
        ),
      { sortable: true, width: 'wide', ...(joined ? { header: 'Tipo e especificação' } : {}) },
    ),
    interested: column('interested', (row) => (
      <>
        {row.interested ?? '—'}
        {row.interestedCount > 1 ? <span class="secondary"> e mais {row.interestedCount - 1}</span> : null}
      </>
    )),
    assignee: column('assignee', (row) => row.assignedToName ?? '—', { sortable: true }),
    note: column('note', marksIn('note')),
    labels: column('labels', marksIn('labels')),
    observation: column('observation', (row) => row.observation ?? '—'),
    deadline: column('deadline', (row) => (
      <>
        <Returns row={row} today={today} />
        {marksIn('deadline')(row)}
      </>
    )),
    'last-movement': column('last-movement', (row) => {
      const last = lastMovement(row)
      return last ? (
        <>
          <DateTime value={last.at} now={now} />
          <div class="secondary">{last.text}</div>
        </>
      ) : (
        '—'
      )
    }),
    since: column('since', (row) => <DateTime value={row.since} now={now} />, { sortable: true, width: 'narrow' }),
  }
}

function Mark({ mark: { label, tone, icon, colour, detail } }: { mark: DeskMark }) {
  const words = (
    <>
      {label}
      {detail ? <span class="visually-hidden">: {detail}</span> : null}
    </>
  )
  const sign = colour ? (
    <ColourMark colour={colour}>{words}</ColourMark>
  ) : (
    <Tag tone={tone} icon={icon}>
      {words}
    </Tag>
  )
  return detail ? <span title={detail}>{sign}</span> : sign
}

/** Marks in a column of their own, with all their words in sight. */
function MarksInWords({ marks }: { marks: readonly DeskMark[] }) {
  return (
    <>
      {marks.map(({ detail, ...mark }) => (
        <div key={`${mark.label} ${detail ?? ''}`}>
          <Mark mark={mark} /> {detail}
        </div>
      ))}
    </>
  )
}

/** All scheduled returns, with dates, days and units (PRO-104, PRO-154). */
function Returns({ row, today }: { row: DeskRow; today: LocalDate }) {
  if (row.returns.length === 0) return <>—</>
  return (
    <>
      {row.returns.map((one) => {
        const facts = { due: one.due, returnedOn: one.returnedOn ?? undefined }
        const state = returnState(facts, today)
        return (
          <div key={`${one.side}${one.unit}${one.due}${one.returnedOn ?? ''}`}>
            <StatusTag tone={toneOfReturn[state]} icon={state === 'pending' ? 'return' : undefined}>
              {tellReturn(one.side, state, daysOfReturn(facts, today))}
            </StatusTag>{' '}
            <span class="secondary">
              {one.side === 'to-return' ? 'a' : 'de'} {one.unit} até <Day value={one.due} />
            </span>
          </div>
        )
      })}
    </>
  )
}
