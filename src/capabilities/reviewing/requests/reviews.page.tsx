import type { VNode } from 'preact'
import { Card, DateTime, Day, EmptyState, Link, type PageContext, Shell, Stack, Table } from '../../../ui/index.ts'
import { RequestTag } from './requests.view.tsx'
import type { RequestRow } from './review-requests.queries.ts'

export interface ListedRequest {
  readonly request: RequestRow
  readonly label: string
  readonly caseNumber: string
  /** Undefined where the review is no longer open to this person. */
  readonly href: string | undefined
  readonly documentHref: string
}

interface ReviewsPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly waiting: readonly ListedRequest[]
  readonly answered: readonly ListedRequest[]
  readonly asked: readonly ListedRequest[]
  /** Requests whose case file is closed to this person now: counted, never named. */
  readonly hidden: number
  readonly today: string
}

/** The reviews of one person: those that wait, those answered, those asked of others. */
export function ReviewsPage(props: ReviewsPageProps) {
  const { page, waiting, answered, asked, hidden } = props
  return (
    <Shell
      page={page}
      title="Revisões"
      breadcrumb={[{ label: 'Mesa', href: props.href('/mesa') }, { label: 'Revisões' }]}
      lead="Minutas que alguém pediu a você, ou você a alguém, para ler e comentar antes da assinatura."
    >
      <Stack>
        <Card title="Esperam a sua resposta" icon="eye" id="esperam" flush={waiting.length > 0}>
          {waiting.length === 0 ? (
            <EmptyState title="Nenhuma revisão espera por você" icon="check">
              Quando alguém pedir que você revise uma minuta, ela aparece aqui e na mesa.
            </EmptyState>
          ) : (
            <Requests
              {...props}
              name="esperam"
              caption="Revisões que esperam a sua resposta"
              rows={waiting}
              person="Pedida por"
            />
          )}
        </Card>
        {asked.length > 0 ? (
          <Card title="Pedidas por você" icon="send" id="pedidas" flush>
            <Requests {...props} name="pedidas" caption="Revisões que você pediu" rows={asked} person="Quem revisa" />
          </Card>
        ) : null}
        {answered.length > 0 ? (
          <Card title="Respondidas por você, ou encerradas com a assinatura" icon="history" id="respondidas" flush>
            <Requests
              {...props}
              name="respondidas"
              caption="Revisões que você respondeu, ou que a assinatura encerrou"
              rows={answered}
              person="Pedida por"
            />
          </Card>
        ) : null}
        {hidden > 0 ? (
          <p class="secondary">
            {hidden === 1 ? 'Um pedido não aparece' : `${hidden} pedidos não aparecem`} aqui: o processo é sigiloso e
            pede a sua senha, ou não está mais ao seu alcance.
          </p>
        ) : null}
      </Stack>
    </Shell>
  )
}

function Requests(
  props: ReviewsPageProps & { name: string; caption: string; rows: readonly ListedRequest[]; person: string },
) {
  const { page, caption, rows, person, today } = props
  return (
    <Table
      id={`${props.name}-lista`}
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ request }) => request.id}
      columns={[
        {
          key: 'document',
          header: 'Documento',
          rowHeader: true,
          cell: ({ label, href, documentHref, caseNumber }): VNode => (
            <>
              <Link href={href ?? documentHref}>{label}</Link>
              <br />
              <span class="secondary">Processo {caseNumber}</span>
            </>
          ),
        },
        {
          key: 'person',
          header: person,
          cell: ({ request }) =>
            person === 'Quem revisa'
              ? `${request.reviewer}, ${request.reviewerUnit}`
              : `${request.askedBy}, ${request.askedUnit}`,
        },
        { key: 'at', header: 'Pedida', cell: ({ request }) => <DateTime value={request.askedAt} now={page.now} /> },
        {
          key: 'due',
          header: 'Responder até',
          cell: ({ request }) =>
            request.dueOn ? (
              <>
                <Day value={request.dueOn} />
                {request.state === 'open' && request.dueOn < today ? ' (vencido)' : ''}
              </>
            ) : (
              '—'
            ),
        },
        { key: 'state', header: 'Situação', cell: ({ request }) => <RequestTag state={request.state} /> },
      ]}
    />
  )
}
