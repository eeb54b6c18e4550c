import type { LocalDate } from '../../../platform/calendar/index.ts'
import { CaseNumber, DateTime, Day, EmptyState, LinkButton, StatusTag, Table } from '../../../ui/index.ts'
import { daysOfReturn, returnState } from './return.rules.ts'
import { type ReturnSide, tellReturn, toneOfReturn } from './return.text.ts'
import type { ReturnRow } from './returns.queries.ts'

interface ReturnsTableProps {
  readonly side: ReturnSide
  readonly rows: readonly ReturnRow[]
  readonly today: LocalDate
  readonly href: (path: string) => string
  readonly mayChange: boolean
}

/** The returns asked of the unit, or those that it asked for. */
export function ReturnsTable({ side, rows, today, href, mayChange }: ReturnsTableProps) {
  const toReturn = side === 'to-return'
  return (
    <Table
      id={toReturn ? 'a-devolver' : 'aguardando'}
      caption={toReturn ? 'A devolver por esta unidade' : 'Aguardando devolução de outras unidades'}
      rows={rows}
      rowKey={({ id }) => id}
      rowTone={(row) => (stateOf(row, today) === 'late' ? 'danger' : row.returnedOn ? 'muted' : undefined)}
      empty={
        <EmptyState
          title={toReturn ? 'Nenhum processo a devolver' : 'Nenhum retorno aguardado'}
          icon={toReturn ? 'return' : 'clock'}
        >
          {toReturn
            ? 'Aqui aparecem os processos que outras unidades pediram de volta até um dia.'
            : 'Marque um dia de retorno ao enviar um processo, e ele aparece aqui até voltar.'}
        </EmptyState>
      }
      columns={[
        {
          key: 'processo',
          header: 'Processo',
          rowHeader: true,
          width: 'wide',
          cell: (row) => (
            <>
              <CaseNumber number={row.caseNumber} href={href(`/processos/${row.caseDigits}`)} />
              <div class="secondary">{row.typeName}</div>
            </>
          ),
        },
        {
          key: 'unidade',
          header: toReturn ? 'Devolver a' : 'Deve voltar de',
          cell: ({ unit, sentAt }) => (
            <>
              {unit}
              <div class="secondary">
                enviado em <DateTime value={sentAt} />
              </div>
            </>
          ),
        },
        {
          key: 'prazo',
          header: 'Prazo',
          cell: (row) => (
            <>
              <Day value={row.due} /> <ReturnTag side={side} row={row} today={today} />
            </>
          ),
        },
        ...(toReturn || !mayChange
          ? []
          : [
              {
                key: 'acoes',
                header: 'Ações',
                headerHidden: true,
                cell: (row: ReturnRow) => <ReturnActs row={row} href={href} />,
              },
            ]),
      ]}
    />
  )
}

/** How a return stands: colour, shape and words. */
export function ReturnTag({ side, row, today }: { side: ReturnSide; row: ReturnRow; today: LocalDate }) {
  const state = stateOf(row, today)
  const facts = { due: row.due, returnedOn: row.returnedOn ?? undefined }
  return (
    <StatusTag tone={toneOfReturn[state]} icon={state === 'pending' ? 'return' : undefined}>
      {tellReturn(side, state, daysOfReturn(facts, today))}
    </StatusTag>
  )
}

/** What the unit that asked may do while it waits. */
export function ReturnActs({ row, href }: { row: ReturnRow; href: (path: string) => string }) {
  if (row.returnedOn) return null
  const what = <span class="visually-hidden"> o retorno de {row.caseNumber}</span>
  return (
    <>
      <LinkButton small kind="quiet" icon="calendar" href={href(`/retornos/${row.id}/prorrogacao`)}>
        Prorrogar{what}
      </LinkButton>{' '}
      <LinkButton small kind="quiet" icon="remove" href={href(`/retornos/${row.id}/exclusao`)}>
        Excluir{what}
      </LinkButton>
    </>
  )
}

function stateOf({ due, returnedOn }: ReturnRow, today: LocalDate) {
  return returnState({ due, returnedOn: returnedOn ?? undefined }, today)
}
