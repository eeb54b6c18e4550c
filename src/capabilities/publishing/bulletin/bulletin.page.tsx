// biome-ignore-all lint/a11y/useSemanticElements: browsers of older machines do not know the search element.
import type { FieldProblem } from '../../../platform/form-fields.ts'
import {
  Button,
  DateField,
  Details,
  EmptyState,
  ErrorSummary,
  errorOf,
  formatCount,
  formatLongDate,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  PublicShell,
  SearchField,
  Select,
  StatusTag,
  Table,
  TextField,
  Toolbar,
} from '../../../ui/index.ts'
import { SearchStyle } from '../../search/index.ts'
import { brazilian, reasonNames, tellGazette } from '../publishing/publication.text.ts'
import { addressOfBulletin, type BulletinTyped } from './bulletin.form.ts'
import type { PublishedRow } from './bulletin.queries.ts'

export const bulletinTitle = 'Boletim de publicações'

/** Where a published document is read. */
export const publishedHref = (number: string) => `/boletim/documentos/${number}`

interface BulletinProps {
  readonly page: PageContext
  readonly typed: BulletinTyped
  readonly problems: readonly FieldProblem[]
  readonly vehicles: readonly { readonly id: string; readonly name: string; readonly acronym: string }[]
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly PublishedRow[]
  readonly total: string
  readonly pageNumber: number
  readonly pageCount: number
  /** The edition that is shown; undefined where something is looked for. */
  readonly edition:
    | { readonly day: string | undefined; readonly before: string | undefined; readonly after: string | undefined }
    | undefined
}

/** The bulletin for everybody: the edition of a day, or what was looked for. */
export function BulletinPage(props: BulletinProps) {
  const { page, problems, typed, edition } = props
  return (
    <PublicShell
      page={page}
      title={bulletinTitle}
      lead="Atos publicados pelo órgão, com as assinaturas. Não é preciso se identificar."
      hasErrors={problems.length > 0}
      hidden={edition === undefined}
    >
      <SearchStyle page={page} />
      <link rel="alternate" type="application/atom+xml" title={bulletinTitle} href="/boletim/atom" />
      <ErrorSummary errors={problems} />
      <form method="get" action="/boletim" role="search" aria-label="Pesquisa no boletim">
        <div class="search-page__box">
          <SearchField name="q" label="Palavras" value={typed.q} />
          <Button type="submit" kind="primary" icon="search">
            Pesquisar
          </Button>
        </div>
        <Details
          summary="Mais opções"
          open={Object.entries(typed).some(([name, value]) => name !== 'q' && value !== '')}
        >
          <Options {...props} />
        </Details>
      </form>
      {edition ? <EditionHeading edition={edition} /> : null}
      <Table<PublishedRow>
        id="publicacoes"
        caption={props.total}
        rows={props.rows}
        rowKey={({ number }) => number}
        empty={<Nothing searched={edition === undefined} />}
        columns={[
          {
            key: 'documento',
            header: 'Documento',
            rowHeader: true,
            cell: ({ number, typeName, typeNumber }) => (
              <Link href={publishedHref(number)}>
                {[typeName, typeNumber, `(${number})`].filter(Boolean).join(' ')}
              </Link>
            ),
          },
          { key: 'resumo', header: 'Resumo', width: 'wide', cell: ({ summary }) => summary },
          {
            key: 'unidade',
            header: 'Unidade',
            cell: ({ agencyAcronym, unitAcronym }) => `${agencyAcronym}/${unitAcronym}`,
          },
          { key: 'motivo', header: 'Motivo', cell: ({ reason }) => reasonNames[reason] },
          { key: 'publicado', header: 'Publicado em', cell: (row) => <Where row={row} /> },
        ]}
      />
      <Pagination
        label={bulletinTitle}
        page={props.pageNumber}
        pageCount={props.pageCount}
        href={(number) => hrefOf(props, number)}
      />
      <p class="secondary">
        Acompanhe as publicações por um leitor de notícias: <a href="/boletim/atom">endereço do boletim em Atom</a>.
      </p>
    </PublicShell>
  )
}

function hrefOf({ typed, edition }: BulletinProps, number: number): string {
  if (!edition) return addressOfBulletin(typed, number)
  return `/boletim?${new URLSearchParams({ data: edition.day ?? '', pagina: String(number) })}`
}

function EditionHeading({ edition }: { edition: NonNullable<BulletinProps['edition']> }) {
  const { day, before, after } = edition
  return (
    <>
      {day ? <h2>{`Edição de ${formatLongDate(day)}`}</h2> : null}
      <Toolbar label="Outras edições">
        {before ? (
          <LinkButton icon="arrowLeft" small href={`/boletim?data=${before}`}>
            {`Anterior: ${brazilian(before)}`}
          </LinkButton>
        ) : null}
        {after ? (
          <LinkButton icon="arrowRight" small href={`/boletim?data=${after}`}>
            {`Seguinte: ${brazilian(after)}`}
          </LinkButton>
        ) : null}
      </Toolbar>
    </>
  )
}

function Where({ row }: { row: PublishedRow }) {
  const gazette = tellGazette({
    gazette: row.gazette,
    edition: row.gazetteEdition,
    section: row.gazetteSection,
    page: row.gazettePage,
  })
  return (
    <>
      {`${row.vehicleAcronym}, ${brazilian(row.on)} `}
      {row.extraordinary ? (
        <StatusTag tone="warning" icon="alert">
          Edição extraordinária
        </StatusTag>
      ) : null}
      {gazette ? <span class="secondary">{gazette}</span> : null}
    </>
  )
}

function Nothing({ searched }: { searched: boolean }) {
  return searched ? (
    <EmptyState title="Nada foi encontrado" icon="search">
      <p>Confira as palavras e os dias, ou procure por menos coisas ao mesmo tempo.</p>
    </EmptyState>
  ) : (
    <EmptyState title="Não há publicações neste dia" icon="gazette">
      <p>Escolha outra edição ou pesquise por palavras.</p>
    </EmptyState>
  )
}

function Options({ typed, problems, vehicles, types }: BulletinProps) {
  return (
    <>
      <TextField
        name="numero"
        label="Número do documento"
        hint="Exemplo: 12/2026, ou o nº SEI, como 0001234"
        value={typed.numero}
        width="medium"
      />
      <Select
        name="tipo"
        label="Tipo do documento"
        emptyLabel="Qualquer tipo"
        value={typed.tipo}
        options={types.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="unidade" label="Sigla da unidade" value={typed.unidade} width="medium" />
      {vehicles.length > 1 ? (
        <Select
          name="veiculo"
          label="Veículo"
          emptyLabel="Todos"
          value={typed.veiculo}
          options={vehicles.map(({ id, name, acronym }) => ({ value: id, label: `${name} (${acronym})` }))}
        />
      ) : null}
      <DateField name="de" label="De" value={typed.de} error={errorOf(problems, 'de')} />
      <DateField name="ate" label="Até" value={typed.ate} error={errorOf(problems, 'ate')} />
    </>
  )
}

/** `12 publicações`, `mais de 1.000 publicações`. */
export function sayPublications(total: number, most: number): string {
  const count = formatCount(Math.min(total, most), 'publicação', 'publicações', 'nenhuma publicação')
  return total > most ? `mais de ${count}` : count
}
