import {
  CaseNumber,
  DateTime,
  Day,
  EmptyState,
  Link,
  LinkButton,
  type PageContext,
  Shell,
  StatusTag,
  Table,
  Tabs,
  Tag,
} from '../../../ui/index.ts'
import { agendaCrumbs } from '../crumbs.ts'
import { channelWords, requestStateWords } from './request.text.ts'
import type { RequestRow } from './requests.queries.ts'

interface RequestsPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly side: 'open' | 'decided'
  readonly rows: readonly RequestRow[]
  readonly mayChange: boolean
}

/** Who asks to be heard and waits for an answer, or what was answered. */
export function RequestsPage({ page, href, side, rows, mayChange }: RequestsPageProps) {
  return (
    <Shell
      page={page}
      title="Pedidos de audiência"
      breadcrumb={agendaCrumbs(href, { label: 'Pedidos' })}
      headingActions={
        mayChange ? (
          <LinkButton href={href('/agenda/pedidos/novo')} kind="primary" icon="plus">
            Registrar pedido
          </LinkButton>
        ) : null
      }
    >
      <Tabs
        label="Pedidos"
        items={[
          { href: href('/agenda/pedidos'), label: 'A responder', current: side === 'open' },
          { href: href('/agenda/pedidos?lado=respondidos'), label: 'Respondidos', current: side === 'decided' },
        ]}
      />
      <Table
        id="pedidos"
        caption={side === 'open' ? 'Pedidos a responder' : 'Últimos pedidos respondidos'}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={side === 'open' ? 'Nenhum pedido espera resposta' : 'Nenhum pedido foi respondido'}
            icon="calendar"
          />
        }
        columns={[
          {
            key: 'pedido',
            header: 'Quem pede',
            rowHeader: true,
            cell: ({ id, requester, institution, isUrgent }) => (
              <>
                <Link href={href(`/agenda/pedidos/${id}`)}>{requester}</Link>{' '}
                {isUrgent ? <Tag tone="danger">Urgente</Tag> : null}
                {institution ? <div class="secondary">{institution}</div> : null}
              </>
            ),
          },
          {
            key: 'assunto',
            header: 'Assunto',
            width: 'wide',
            cell: ({ subject, caseDigits, caseNumber }) => (
              <>
                {subject}
                {caseDigits && caseNumber ? (
                  <div>
                    <CaseNumber number={caseNumber} href={href(`/processos/${caseDigits}`)} />
                  </div>
                ) : null}
              </>
            ),
          },
          { key: 'com', header: 'Com quem', cell: ({ title }) => title },
          { key: 'quando', header: 'Deseja', cell: (row) => <Wished {...row} /> },
          {
            key: 'chegou',
            header: 'Chegou',
            cell: ({ registeredAt, channel }) => (
              <>
                <DateTime value={registeredAt} />
                <div class="secondary">{channelWords[channel]}</div>
              </>
            ),
          },
          {
            key: 'situacao',
            header: 'Situação',
            cell: ({ state }) => (
              <StatusTag tone={requestStateWords[state].tone} icon={requestStateWords[state].icon}>
                {requestStateWords[state].word}
              </StatusTag>
            ),
          },
        ]}
      />
    </Shell>
  )
}

/** The days that suit who asks. */
export function Wished({
  wishedFrom,
  wishedUntil,
  wishedNote,
}: Pick<RequestRow, 'wishedFrom' | 'wishedUntil' | 'wishedNote'>) {
  if (!wishedFrom && !wishedUntil && !wishedNote) return <>–</>
  return (
    <>
      {wishedFrom ? (
        <>
          {wishedUntil ? 'de ' : 'a partir de '}
          <Day value={wishedFrom} />{' '}
        </>
      ) : null}
      {wishedUntil ? (
        <>
          até <Day value={wishedUntil} />
        </>
      ) : null}
      {wishedNote ? <div class="secondary">{wishedNote}</div> : null}
    </>
  )
}
