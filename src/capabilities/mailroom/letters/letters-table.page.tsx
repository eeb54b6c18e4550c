import { Day, EmptyState, formatCount, Link, type Selection, StatusTag, Table, Tag } from '../../../ui/index.ts'
import { numberOf } from '../numbered.text.ts'
import { serviceWords, stepWords } from './letter.text.ts'
import type { LetterRow } from './letters.queries.ts'

interface LettersTableProps {
  readonly id: string
  readonly href: (path: string) => string
  readonly title: string
  readonly letters: readonly LetterRow[]
  readonly emptyTitle: string
  readonly selection?: Selection<LetterRow> | undefined
}

/** How far a letter is, and that its AR is overdue (AR pendente). */
export function LetterStepTag({ letter }: { readonly letter: Pick<LetterRow, 'step' | 'receiptIsLate'> }) {
  const { word, tone, icon } = stepWords[letter.step]
  return (
    <>
      <StatusTag tone={tone} icon={icon}>
        {word}
      </StatusTag>
      {letter.receiptIsLate ? (
        <>
          {' '}
          <Tag tone="danger">AR pendente</Tag>
        </>
      ) : null}
    </>
  )
}

/** Letters: those of case files that are not named here are counted and have no name. */
export function LettersTable({ id, href, title, letters, emptyTitle, selection }: LettersTableProps) {
  return (
    <Table
      id={id}
      caption={`${title}: ${formatCount(letters[0]?.total ?? 0, 'carta', 'cartas', 'nenhuma carta')}`}
      rows={letters}
      rowKey={({ id: key }) => key}
      selection={selection}
      empty={<EmptyState title={emptyTitle} icon="send" />}
      columns={[
        {
          key: 'carta',
          header: 'Carta',
          rowHeader: true,
          width: 'narrow',
          cell: (letter) => <Link href={href(`/cartas/${letter.id}`)}>{numberOf(letter)}</Link>,
        },
        {
          key: 'documento',
          header: 'Documento',
          cell: ({ document }) => document ?? '(reservado)',
        },
        {
          key: 'destinatario',
          header: 'Destinatário',
          width: 'wide',
          cell: ({ addressee, city, state }) => (
            <>
              {addressee}
              {city ? (
                <div class="secondary">
                  {city}/{state}
                </div>
              ) : null}
            </>
          ),
        },
        {
          key: 'servico',
          header: 'Serviço',
          cell: ({ service, withReceipt, trackingCode }) => (
            <>
              {serviceWords[service]}
              {withReceipt ? ' com AR' : ''}
              {trackingCode ? <div class="secondary">{trackingCode}</div> : null}
            </>
          ),
        },
        {
          key: 'postada',
          header: 'Postada',
          cell: ({ postedOn }) => (postedOn ? <Day value={postedOn} /> : '–'),
        },
        { key: 'situacao', header: 'Situação', cell: (letter) => <LetterStepTag letter={letter} /> },
      ]}
    />
  )
}
