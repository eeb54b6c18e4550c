import { ActResultMessage } from '../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../platform/act-results/index.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import { EmptyState, Link, LinkButton, type PageContext, Pagination, Shell, Stack, Table, Tag } from '../../ui/index.ts'
import { dueState } from './due.rules.ts'
import type { RequestRow } from './requests.queries.ts'

export const stateNames = { analysis: 'Em análise', approved: 'Aprovado', refused: 'Recusado' } as const
export const requestsTitle = 'Pedidos de tipos de processo'

interface RequestsProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly today: LocalDate
  readonly rows: readonly RequestRow[]
  readonly mayAsk: boolean
  readonly mayArrange: boolean
  readonly analysingUnit: string | undefined
  readonly pageNumber: number
  readonly result: ActResult | undefined
}

/** The requests that this person may see, with their state and deadline. */
export function RequestsPage({ page, href, today, rows, mayAsk, result, ...props }: RequestsProps) {
  const pageCount = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / 50))
  return (
    <Shell
      page={page}
      title={requestsTitle}
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: requestsTitle }]}
      lead={
        props.analysingUnit
          ? `Quem analisa: ${props.analysingUnit}, em cinco dias úteis.`
          : 'A unidade que analisa ainda não foi definida.'
      }
      headingActions={
        <>
          {props.mayArrange ? (
            <LinkButton href={href('/pedidos-de-tipos/unidade')} icon="settings">
              Unidade que analisa
            </LinkButton>
          ) : null}
          {mayAsk ? (
            <LinkButton href={href('/pedidos-de-tipos/novo')} kind="primary" icon="plus">
              Novo pedido
            </LinkButton>
          ) : null}
        </>
      }
    >
      <ActResultMessage result={result} />
      <Stack gap="large">
        <Table
          id="pedidos"
          caption="Pedidos, os que esperam resposta primeiro"
          rows={rows}
          rowKey={({ id }) => id}
          rowTone={({ state, dueOn }) => (dueState(state, dueOn, today).tone === 'danger' ? 'danger' : undefined)}
          empty={
            <EmptyState title="Nenhum pedido" icon="petition">
              <p>Os pedidos de criação de tipos de processo do órgão aparecem aqui.</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'tipo',
              header: 'Tipo pedido',
              rowHeader: true,
              cell: ({ id, name }) => <Link href={href(`/pedidos-de-tipos/${id}`)}>{name}</Link>,
            },
            { key: 'orgao', header: 'Órgão', cell: ({ agency }) => agency },
            { key: 'processo', header: 'Processo', cell: ({ caseNumber }) => caseNumber },
            { key: 'situacao', header: 'Situação', cell: ({ state }) => stateNames[state] },
            {
              key: 'prazo',
              header: 'Prazo',
              cell: ({ state, dueOn }) => {
                const due = dueState(state, dueOn, today)
                return <Tag tone={due.tone}>{due.words}</Tag>
              },
            },
          ]}
        />
        <Pagination
          label={requestsTitle}
          page={props.pageNumber}
          pageCount={pageCount}
          href={(number) => `${href('/pedidos-de-tipos')}?pagina=${number}`}
        />
      </Stack>
    </Shell>
  )
}
