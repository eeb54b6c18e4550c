import {
  Button,
  Checkbox,
  DateTime,
  EmptyState,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  SearchForm,
  Shell,
  StatusTag,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import { stateOfCounts } from './slip.rules.ts'
import { slipWords } from './slip.text.ts'
import type { SlipRow } from './slips.queries.ts'

interface SlipsPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly side: 'sent' | 'incoming'
  readonly open: boolean
  readonly pageNumber: number
  readonly slips: readonly SlipRow[]
  readonly maySend: boolean
}

/** How a slip stands, by what became of what this person may know to be on it. */
export function SlipStateTag({ slip: { open, received, items } }: { readonly slip: SlipRow }) {
  const { word, tone, icon } = slipWords[stateOfCounts({ open, received, all: items })]
  return (
    <StatusTag tone={tone} icon={icon}>
      {word}
    </StatusTag>
  )
}

/** The slips that a unit sent, or that come to it. */
export function SlipsPage(props: SlipsPageProps) {
  const { page, href, side, open, slips, maySend } = props
  const here = href('/guias-de-tramitacao')
  const query = `lado=${side === 'sent' ? 'enviadas' : 'a-receber'}${open ? '&abertas=sim' : ''}`
  return (
    <Shell
      page={page}
      title="Guias de tramitação"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Guias de tramitação' }]}
      lead={<p>O papel que vai de um lugar a outro, com a lista que quem recebe assina.</p>}
      headingActions={
        maySend ? (
          <LinkButton href={`${here}/nova`} kind="primary" icon="send">
            Nova guia
          </LinkButton>
        ) : undefined
      }
    >
      <Tabs
        label="Guias"
        items={[
          { href: `${here}?lado=enviadas`, label: 'Enviadas', current: side === 'sent' },
          { href: `${here}?lado=a-receber`, label: 'Para esta unidade', current: side === 'incoming' },
        ]}
      />
      <SearchForm action={here} label="Filtrar as guias">
        <input type="hidden" name="lado" value={side === 'sent' ? 'enviadas' : 'a-receber'} />
        <Checkbox name="abertas" label="Só as que ninguém assinou ainda" checked={open} />
        <Button icon="filter">Filtrar</Button>
      </SearchForm>
      <Table
        id="guias"
        caption={formatCount(slips[0]?.total ?? 0, 'guia', 'guias', 'Nenhuma guia')}
        rows={slips}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nenhuma guia aqui" icon="send" />}
        columns={[
          {
            key: 'numero',
            header: 'Guia',
            rowHeader: true,
            width: 'narrow',
            cell: ({ id, number, year, unit }) => (
              <Link href={`${here}/${id}`}>
                {number}/{year} – {unit}
              </Link>
            ),
          },
          { key: 'destino', header: 'Destino', width: 'wide', cell: ({ destination }) => destination },
          { key: 'itens', header: 'Itens', numeric: true, cell: ({ items }) => formatCount(items) },
          { key: 'enviada', header: 'Enviada', cell: ({ sentAt }) => <DateTime value={sentAt} now={page.now} /> },
          { key: 'situacao', header: 'Situação', cell: (slip) => <SlipStateTag slip={slip} /> },
        ]}
      />
      <Pagination
        label="Guias"
        page={props.pageNumber}
        pageCount={Math.max(1, Math.ceil((slips[0]?.total ?? 0) / rowsPerPage))}
        href={(number) => `${here}?${query}&pagina=${number}`}
      />
    </Shell>
  )
}
