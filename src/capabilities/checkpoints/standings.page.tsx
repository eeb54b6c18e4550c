import type { VNode } from 'preact'
import {
  BarList,
  Button,
  caseFileColumns,
  DateTime,
  EmptyState,
  formatCount,
  Grid,
  Link,
  type PageContext,
  Pagination,
  SearchForm,
  Select,
  Shell,
  Table,
  Tag,
} from '../../ui/index.ts'
import { rowsPerPage } from '../organization/index.ts'
import type { PointFiguresRow, StandingRow } from './standing.queries.ts'

interface StandingsPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly unit: string
  readonly figures: readonly PointFiguresRow[]
  readonly standings: readonly StandingRow[]
  readonly checkpointId: string | undefined
  readonly pageNumber: number
}

/** Where the unit's case files stand: as bars, as figures and one by one. */
export function StandingsPage(props: StandingsPageProps) {
  const { page, href, unit, figures, standings, checkpointId } = props
  const here = href('/pontos-de-controle')
  const total = standings[0]?.total ?? 0
  return (
    <Shell
      page={page}
      title="Pontos de controle"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Pontos de controle' }]}
      lead={<p>Em que ponto do trabalho de {unit} está cada processo, também dos já concluídos ou enviados.</p>}
    >
      {figures.length === 0 ? (
        <EmptyState title="A unidade não tem pontos de controle" icon="flag">
          Quem administra o órgão cadastra os pontos de cada unidade.
        </EmptyState>
      ) : (
        <>
          <Charts {...props} />
          <SearchForm action={here} label="Filtrar os processos">
            <Select
              name="ponto"
              label="Ponto de controle"
              width="long"
              emptyLabel="Todos os pontos"
              value={checkpointId}
              options={figures.map(({ id, name, total: count }) => ({ value: id, label: `${name} (${count})` }))}
            />
            <Button icon="filter">Filtrar</Button>
            {checkpointId ? <Link href={here}>Limpar filtro</Link> : null}
          </SearchForm>
          <Standings {...props} />
          <Pagination
            label="Processos em pontos de controle"
            page={props.pageNumber}
            pageCount={Math.max(1, Math.ceil(total / rowsPerPage))}
            href={(number) => `${here}?${checkpointId ? `ponto=${checkpointId}&` : ''}pagina=${number}`}
          />
        </>
      )}
    </Shell>
  )
}

function Charts({ figures, href }: StandingsPageProps) {
  const sum = (key: 'week' | 'month' | 'longer') => figures.reduce((all, one) => all + one[key], 0)
  const times = [
    { label: 'Menos de 7 dias', value: sum('week') },
    { label: 'De 7 a 30 dias', value: sum('month') },
    { label: 'Mais de 30 dias', value: sum('longer') },
  ]
  const points = figures.map(({ id, name, total, active }) => ({
    label: active ? name : `${name} (fora de uso)`,
    value: total,
    link: <Link href={href(`/pontos-de-controle?ponto=${id}`)}>{name}</Link>,
  }))
  return (
    <Grid min="large">
      <div>
        <BarList title="Processos em cada ponto" bars={points} inOrder />
        <Figures
          id="por-ponto-tabela"
          caption="Processos em cada ponto: os números"
          of="Ponto de controle"
          lines={points}
        />
      </div>
      <div>
        <BarList title="Há quanto tempo estão no mesmo ponto" bars={times} inOrder />
        <Figures id="por-tempo-tabela" caption="Há quanto tempo: os números" of="Tempo no ponto" lines={times} />
      </div>
    </Grid>
  )
}

interface FiguresProps {
  readonly id: string
  readonly caption: string
  readonly of: string
  readonly lines: readonly { readonly label: string; readonly value: number; readonly link?: VNode }[]
}

function Figures({ id, caption, of, lines }: FiguresProps) {
  return (
    <Table
      id={id}
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ label }) => label}
      columns={[
        { key: 'label', header: of, rowHeader: true, cell: ({ label, link }) => link ?? label },
        { key: 'value', header: 'Processos', numeric: true, cell: ({ value }) => formatCount(value) },
      ]}
    />
  )
}

function Standings({ page, href, standings }: StandingsPageProps) {
  return (
    <Table
      id="processos"
      caption={`${formatCount(standings[0]?.total ?? 0, 'processo', 'processos', 'Nenhum processo')}, o mais parado primeiro`}
      rows={standings}
      rowKey={({ digits }) => digits}
      empty={<EmptyState title="Nenhum processo em ponto de controle" icon="flag" />}
      columns={[
        ...caseFileColumns(href),
        {
          key: 'ponto',
          header: 'Ponto de controle',
          cell: ({ point, openHere }) => (
            <>
              {point} {openHere ? null : <Tag icon="conclude">Fora da mesa</Tag>}
            </>
          ),
        },
        {
          key: 'desde',
          header: 'Desde',
          cell: ({ since, setBy }) => (
            <>
              <DateTime value={since} now={page.now} /> <span class="secondary">por {setBy}</span>
            </>
          ),
        },
        {
          key: 'mudar',
          header: 'Mudar',
          headerHidden: true,
          cell: ({ number, digits }) => (
            <Link href={href(`/ponto-de-controle?processo=${digits}`)}>
              Mudar<span class="visually-hidden"> o ponto do processo {number}</span>
            </Link>
          ),
        },
      ]}
    />
  )
}
