import { DateTime, EmptyState, Link, Table } from '../../../ui/index.ts'
import type { LetterRow } from '../letters/letters.queries.ts'
import { LettersTable } from '../letters/letters-table.page.tsx'
import { numberOf } from '../numbered.text.ts'
import type { SlipRow } from '../slips/slips.queries.ts'
import { ExpeditionFrame, type ExpeditionProps } from './tabs.page.tsx'

interface OutPageProps extends ExpeditionProps {
  readonly letters: readonly LetterRow[]
  readonly asked: readonly LetterRow[]
  readonly late: readonly LetterRow[]
  readonly slips: readonly SlipRow[]
}

/** What went out more than seven days ago and of which nothing came back (GT-04). */
export function OutPage({ page, href, letters, asked, late, slips }: OutPageProps) {
  return (
    <ExpeditionFrame {...{ page, href }} place="/fora" title="Fora há mais de 7 dias">
      <LettersTable
        id="postadas"
        title="Cartas postadas por esta unidade, sem notícia da entrega"
        emptyTitle="Nenhuma carta postada aqui está sem notícia há mais de 7 dias"
        {...{ href, letters }}
      />
      <LettersTable
        id="pedidas"
        title="Cartas pedidas por esta unidade, sem notícia da entrega"
        emptyTitle="Nenhuma carta pedida por esta unidade está sem notícia há mais de 7 dias"
        href={href}
        letters={asked}
      />
      <LettersTable id="ar-pendentes" title="AR pendentes" emptyTitle="Nenhum AR pendente" href={href} letters={late} />
      <Table
        id="guias"
        caption={`Guias que ninguém assinou: ${slips.length === 0 ? 'nenhuma' : slips.length}`}
        rows={slips}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nenhuma guia sem assinatura há mais de 7 dias" icon="send" />}
        columns={[
          {
            key: 'guia',
            header: 'Guia',
            rowHeader: true,
            width: 'narrow',
            cell: (slip) => <Link href={href(`/guias-de-tramitacao/${slip.id}`)}>{numberOf(slip)}</Link>,
          },
          { key: 'destino', header: 'Destino', width: 'wide', cell: ({ destination }) => destination },
          { key: 'enviada', header: 'Enviada', cell: ({ sentAt }) => <DateTime value={sentAt} /> },
        ]}
      />
    </ExpeditionFrame>
  )
}
