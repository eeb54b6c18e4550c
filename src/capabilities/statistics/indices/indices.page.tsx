import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import {
  BarList,
  Button,
  Card,
  EmptyState,
  type Flash,
  LinkButton,
  Message,
  SearchForm,
  Select,
  Tag,
} from '../../../ui/index.ts'
import { FigureTable, TakeAway } from '../looking/figure-table.page.tsx'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'
import type { AgencyCounts, Ranking } from './index.rules.ts'

/** An agency of the ranking; the one whose units may be seen has an address. */
export interface RankedAgency extends AgencyCounts {
  readonly unitsHref?: string | undefined
}

export interface IndicesProps extends StatisticsProps {
  /** The months and the publications, to choose from. */
  readonly boards: readonly { readonly value: string; readonly label: string; readonly group: string }[]
  readonly chosen: string
  /** Undefined: no month is closed yet and nothing was published. */
  readonly board:
    | {
        readonly title: string
        readonly note: string
        readonly definition: readonly string[]
        readonly utilization: Ranking<RankedAgency>
        readonly bornDigital: Ranking<RankedAgency>
        readonly sheets: { readonly utilization: Sheet; readonly bornDigital: Sheet }
      }
    | undefined
  readonly mayKeep: boolean
  readonly flash: Flash | undefined
}

/** Both indices of a month, or of a publication. */
export function IndicesPage(props: IndicesProps) {
  const { href, board } = props
  return (
    <StatisticsShell
      {...props}
      tab="/estatisticas/indices"
      title="Índices de utilização e de nato-digitais"
      headingActions={
        props.mayKeep ? (
          <>
            <LinkButton href={href('/estatisticas/indices/definicao')} icon="settings">
              Definição
            </LinkButton>
            <LinkButton href={href('/estatisticas/publicados/novo')} icon="upload">
              Números publicados
            </LinkButton>
          </>
        ) : null
      }
    >
      {board ? (
        <>
          <SearchForm action={href('/estatisticas/indices')} label="Mês ou publicação" id="quadro">
            <Select name="quadro" label="Mês ou publicação" options={props.boards} value={props.chosen} />
            <Button kind="primary" icon="chart">
              Mostrar
            </Button>
          </SearchForm>
          <Message kind="info" title={board.title}>
            {board.note}
          </Message>
          <Utilization {...props} board={board} />
          <BornDigital {...props} board={board} />
          <Card title="O que é contado" icon="info">
            <ul class="prose">
              {board.definition.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Card>
        </>
      ) : (
        <EmptyState title="Nenhum mês fechado ainda" icon="chart">
          Cada mês é fechado na primeira madrugada do mês seguinte, e dali em diante não muda mais.
        </EmptyState>
      )}
    </StatisticsShell>
  )
}

type Shown = IndicesProps & { readonly board: NonNullable<IndicesProps['board']> }

function Utilization({ board, href, chosen }: Shown) {
  const { rows, unknown } = board.utilization
  return (
    <Card title="Índice de utilização" icon="chart" id="utilizacao">
      <p>Média de documentos gerados por usuário no mês.</p>
      <BarList title="Documentos por usuário" bars={barsOf(board.utilization)} />
      <FigureTable
        id="tabela-utilizacao"
        caption="Índice de utilização por órgão ou entidade"
        sheet={board.sheets.utilization}
        numeric={[0, 2, 3, 4]}
        show={(row, column) => {
          const ranked = rows[row]
          if (column === 1 && ranked) return <Agency counts={ranked.counts} />
          if (column === 3 && ranked?.implied) {
            return (
              <>
                {ranked.documents} <Tag tone="warning">deduzido</Tag>
              </>
            )
          }
          return column === 2 || column === 3
            ? undefinedAsDash(board.sheets.utilization.rows[row]?.[column])
            : undefined
        }}
      />
      <Unknown acronyms={unknown} what="usuários" />
      <TakeAway
        address={href(`/estatisticas/indices?quadro=${chosen}&tabela=utilizacao`)}
        what="índice de utilização"
      />
    </Card>
  )
}

function BornDigital({ board, href, chosen }: Shown) {
  const { rows, unknown } = board.bornDigital
  const sheet = board.sheets.bornDigital
  return (
    <Card title="Índice de nato-digitais" icon="chart" id="nato-digitais">
      <p>Percentual de documentos nato-digitais no mês.</p>
      <BarList title="Percentual de nato-digitais" bars={barsOf(board.bornDigital)} />
      <FigureTable
        id="tabela-nato-digitais"
        caption="Índice de nato-digitais por órgão ou entidade"
        sheet={sheet}
        numeric={[0, 2, 3, 4]}
        show={(row, column) => {
          const ranked = rows[row]
          if (column === 1 && ranked) return <Agency counts={ranked.counts} />
          return column === 2 || column === 3 ? undefinedAsDash(sheet.rows[row]?.[column]) : undefined
        }}
      />
      <Unknown acronyms={unknown} what="nato-digitais e digitalizados" />
      <TakeAway
        address={href(`/estatisticas/indices?quadro=${chosen}&tabela=nato-digitais`)}
        what="índice de nato-digitais"
      />
    </Card>
  )
}

function Agency({ counts }: { readonly counts: RankedAgency }) {
  return counts.unitsHref ? <a href={counts.unitsHref}>{counts.acronym}</a> : <span>{counts.acronym}</span>
}

function Unknown({ acronyms, what }: { readonly acronyms: readonly string[]; readonly what: string }) {
  return acronyms.length === 0 ? null : (
    <p class="secondary">
      Fora da lista, porque a fonte não traz {what}: {acronyms.join(', ')}.
    </p>
  )
}

/** As in the published lists, without a dot between thousands. */
function undefinedAsDash(value: string | number | undefined): string {
  return value === undefined ? '—' : String(value)
}

function barsOf({ rows }: Ranking<RankedAgency>) {
  return rows.flatMap(({ position, counts, index }) =>
    position === undefined
      ? []
      : [{ label: counts.acronym, value: Number(index.replace(',', '.').replace('%', '')), text: index }],
  )
}
