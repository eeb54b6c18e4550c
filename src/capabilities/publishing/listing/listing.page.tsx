import {
  Card,
  Day,
  EmptyState,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  Shell,
  Stack,
  StatusTag,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import { stateNames, stateTones } from '../publishing/publication.text.ts'
import type { Listed, ListedRow, SectorRow } from './listing.queries.ts'
import { MonthSearch } from './month-search.page.tsx'

interface ListingProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly unit: string
  readonly listed: Listed
  readonly rows: readonly ListedRow[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
  readonly sectors: readonly SectorRow[]
  /** `2026-11` */
  readonly month: string
}

/** As addresses call the three lists. */
export const listValues = {
  ...{ 'to-approve': 'a-enviar', 'under-way': 'andamento', published: 'publicadas' },
  ...{ returned: 'devolvidas', ended: 'encerradas' },
} as const satisfies Readonly<Record<Listed, string>>

/** The publications of the unit, and how much each unit of the agency published in a month. */
export function ListingPage(props: ListingProps) {
  const { page, href, listed, rows } = props
  const at = (one: Listed) => href(`/publicacoes?lista=${listValues[one]}`)
  return (
    <Shell
      page={page}
      title="Publicações"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Publicações' }]}
      lead={
        <p>
          O que {props.unit} publica. Para publicar, abra o documento assinado e escolha “Publicar”. O que saiu está no{' '}
          <a href="/boletim">boletim</a>, aberto a todos.
        </p>
      }
    >
      <Stack gap="large">
        <Tabs
          label="Listas"
          items={[
            { href: at('to-approve'), label: 'A aprovar e enviar', current: listed === 'to-approve' },
            { href: at('under-way'), label: 'Agendadas e em andamento', current: listed === 'under-way' },
            { href: at('published'), label: 'Publicadas', current: listed === 'published' },
            { href: at('returned'), label: 'Devolvidas', current: listed === 'returned' },
            { href: at('ended'), label: 'Canceladas', current: listed === 'ended' },
          ]}
        />
        <Table<ListedRow>
          id="publicacoes"
          caption={formatCount(props.total, 'publicação', 'publicações', 'nenhuma publicação')}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Nada nesta lista" icon="gazette" />}
          columns={[
            {
              key: 'documento',
              header: 'Documento',
              rowHeader: true,
              cell: ({ number, typeName, typeNumber }) => (
                <Link href={href(`/documentos/${number}/publicacao`)}>
                  {[typeName, typeNumber, `(${number})`].filter(Boolean).join(' ')}
                </Link>
              ),
            },
            {
              key: 'resumo',
              header: 'Resumo',
              width: 'wide',
              cell: ({ summary, endReason }) =>
                [summary, endReason && `Motivo: ${endReason}`].filter(Boolean).join(' '),
            },
            { key: 'unidade', header: 'Unidade', cell: ({ unitAcronym }) => unitAcronym },
            { key: 'veiculo', header: 'Veículo', cell: ({ vehicleAcronym }) => vehicleAcronym },
            { key: 'dia', header: 'Dia', cell: ({ on }) => (on ? <Day value={on} /> : 'a marcar') },
            {
              key: 'situacao',
              header: 'Situação',
              cell: ({ state }) => <StatusTag tone={stateTones[state]}>{stateNames[state]}</StatusTag>,
            },
          ]}
        />
        <Pagination
          label="Publicações"
          page={props.pageNumber}
          pageCount={props.pageCount}
          href={(number) => `${at(listed)}&pagina=${number}`}
        />
        <p>
          <LinkButton icon="chart" href={href('/publicacoes/relatorio')}>
            Relatório do mês
          </LinkButton>{' '}
          <LinkButton icon="upload" href={href('/publicacoes/retornos')}>
            Registrar retornos do diário
          </LinkButton>
        </p>
        <Sectors {...props} />
      </Stack>
    </Shell>
  )
}

function Sectors({ href, listed, sectors, month }: ListingProps) {
  return (
    <Card title="Publicações do órgão no mês, por unidade" icon="chart" id="por-unidade">
      <MonthSearch action={href('/publicacoes')} month={month}>
        <input type="hidden" name="lista" value={listValues[listed]} />
      </MonthSearch>
      <Table<SectorRow>
        id="unidades"
        caption="Publicações por unidade"
        captionHidden
        rows={sectors}
        rowKey={({ unitAcronym }) => unitAcronym}
        empty={<EmptyState title="Nada foi publicado neste mês" icon="gazette" />}
        columns={[
          { key: 'unidade', header: 'Unidade', rowHeader: true, cell: ({ unitAcronym }) => unitAcronym },
          { key: 'nome', header: 'Nome', width: 'wide', cell: ({ unitName }) => unitName },
          { key: 'publicacoes', header: 'Publicações', numeric: true, cell: ({ publications }) => publications },
        ]}
      />
    </Card>
  )
}
