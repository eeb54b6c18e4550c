import {
  CaseNumber,
  DateTime,
  DescriptionList,
  EmptyState,
  formatCount,
  formatLongDate,
  Link,
  type PageContext,
  Shell,
  StatusTag,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { type PaperSignature, PaperStamp } from '../../signatures/index.ts'
import { kindWords, stateWords } from '../day-book/entry.text.ts'
import { numberOf } from '../numbered.text.ts'
import type { ClosedDayRow, ClosedLineRow } from './closing.queries.ts'
import { type ClosedTotals, totalsOf } from './closing.rules.ts'

interface ClosedDayPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly closed: ClosedDayRow
  readonly lines: readonly ClosedLineRow[]
  /** Undefined: closed before pages were signed. */
  readonly signed: { readonly signature: PaperSignature; readonly isIntact: boolean } | undefined
}

/** A page of the daily board as it was when it was closed. Made to be printed. */
export function ClosedDayPage({ page, href, closed, lines, signed }: ClosedDayPageProps) {
  const totals = totalsOf(lines)
  const of = (came: ClosedLineRow['came']) => lines.filter((line) => line.came === came)
  return (
    <Shell
      page={page}
      title={`Quadro do dia, página ${numberOf(closed)}`}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Quadro do dia', href: href(`/quadro-do-dia?dia=${closed.day}`) },
        { label: `Página ${closed.number}/${closed.year}` },
      ]}
      lead={<p>{formatLongDate(closed.day)}, como estava ao ser fechado.</p>}
    >
      <DescriptionList
        items={[
          { term: 'Unidade', description: `${closed.unitName} (${closed.unit})` },
          {
            term: 'Fechado por',
            description: (
              <>
                {closed.closedBy}, <DateTime value={closed.closedAt} />
              </>
            ),
          },
          { term: 'Código da página (SHA-256)', description: <code class="digest">{closed.sha256}</code> },
        ]}
      />
      <p id="totais">{sumOf(totals)}</p>
      <Reconciliation receipts={totals.received} formalised={totals.formalised} />
      <Lines href={href} id="recebidos" title="Chegaram desde a página anterior" lines={of('received')} />
      <Lines href={href} id="pendencias" title="Pendências da página anterior" lines={of('carried')} />
      {totals.reopened > 0 ? <Lines href={href} id="reabertos" title="Reabertos" lines={of('reopened')} /> : null}
      {signed ? (
        <PaperStamp {...signed} what="Página assinada" />
      ) : (
        <p id="assinatura">
          Esta página foi fechada antes que as páginas fossem assinadas: tem nome e código, sem assinatura.
        </p>
      )}
    </Shell>
  )
}

function sumOf({ received, carried, reopened, settled, open }: ClosedTotals): string {
  const again = reopened > 0 ? [formatCount(reopened, 'reaberto', 'reabertos')] : []
  return `${[
    formatCount(received, 'chegou', 'chegaram', 'nada chegou'),
    `${formatCount(carried, 'veio pendente', 'vieram pendentes', 'nada veio pendente')} da página anterior`,
    ...again,
    formatCount(settled, 'resolvido', 'resolvidos', 'nenhum resolvido'),
    `${formatCount(open, 'passa', 'passam', 'nenhum passa')} à página seguinte`,
  ].join('; ')}.`
}

/** The board, its receipts and what is in case files, side by side (QD-04). */
export function Reconciliation({ receipts, formalised }: { readonly receipts: number; readonly formalised: number }) {
  const left = receipts - formalised
  return (
    <p id="conferencia">
      Conferência: {formatCount(receipts, 'registro', 'registros', 'nenhum registro')} ={' '}
      {formatCount(receipts, 'recibo', 'recibos', 'nenhum recibo')}; {formalised} em processo.{' '}
      {left === 0 ? (
        <Tag tone="success">Confere</Tag>
      ) : (
        <Tag tone="danger">{left === 1 ? 'Falta formalizar 1' : `Falta formalizar ${left}`}</Tag>
      )}
    </p>
  )
}

interface LinesProps {
  readonly href: (path: string) => string
  readonly id: string
  readonly title: string
  readonly lines: readonly ClosedLineRow[]
}

function Lines({ href, id, title, lines }: LinesProps) {
  return (
    <Table
      id={id}
      caption={`${title}: ${formatCount(lines.length, 'registro', 'registros', 'nenhum registro')}`}
      rows={lines}
      rowKey={({ entryId }) => entryId}
      empty={<EmptyState title={`${title}: nada`} icon="receive" />}
      columns={[
        {
          key: 'numero',
          header: 'Número',
          rowHeader: true,
          width: 'narrow',
          cell: ({ entryId, number, year }) => (
            <Link href={href(`/quadro-do-dia/${entryId}`)}>
              {number}/{year}
            </Link>
          ),
        },
        {
          key: 'assunto',
          header: 'Assunto',
          width: 'wide',
          cell: ({ subject, kind }) => (
            <>
              {subject}
              <div class="secondary">{kindWords[kind]}</div>
            </>
          ),
        },
        { key: 'de', header: 'De', cell: ({ sender }) => sender },
        {
          key: 'quem',
          header: 'Com quem',
          cell: ({ responsible, caseNumber, caseDigits }) => (
            <>
              {responsible || '–'}
              {caseNumber && caseDigits ? (
                <div>
                  <CaseNumber number={caseNumber} href={href(`/processos/${caseDigits}`)} />
                </div>
              ) : null}
            </>
          ),
        },
        {
          key: 'situacao',
          header: 'Situação ao fechar',
          cell: ({ state }) => (
            <StatusTag tone={stateWords[state].tone} icon={stateWords[state].icon}>
              {stateWords[state].word}
            </StatusTag>
          ),
        },
      ]}
    />
  )
}
