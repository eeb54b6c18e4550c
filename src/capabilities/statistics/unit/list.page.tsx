import type { ComponentChildren } from 'preact'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { Card, EmptyState, LinkButton } from '../../../ui/index.ts'
import { FigureTable, TakeAway } from '../looking/figure-table.page.tsx'
import { type StatisticsProps, StatisticsShell, type StatisticsTab } from '../looking/tabs.page.tsx'

export interface ListPageProps extends StatisticsProps {
  readonly tab: StatisticsTab
  readonly title: string
  readonly below: string
  /** What is counted and not listed here. */
  readonly note: ComponentChildren
  readonly sheet: Sheet
  /** Where a row leads; none where its number is masked. */
  readonly links: readonly (string | undefined)[]
  readonly numeric?: readonly number[]
  readonly address: string
  readonly backHref: string
  readonly previousHref: string | undefined
  readonly nextHref: string | undefined
  readonly above?: ComponentChildren
}

/** The case files or documents behind a figure. */
export function ListPage(props: ListPageProps) {
  const { sheet, links } = props
  return (
    <StatisticsShell {...props}>
      {props.above}
      <Card title="Lista" icon="list">
        <p class="secondary">{props.note}</p>
        <FigureTable
          id="lista"
          caption={props.title}
          sheet={sheet}
          numeric={props.numeric ?? []}
          show={(row, column) =>
            column === 0 && links[row] ? <a href={links[row]}>{sheet.rows[row]?.[0]}</a> : undefined
          }
          empty={<EmptyState title="Nada a listar" icon="list" />}
        />
        <p>
          {props.previousHref ? (
            <LinkButton href={props.previousHref} icon="chevronLeft">
              Página anterior
            </LinkButton>
          ) : null}{' '}
          {props.nextHref ? (
            <LinkButton href={props.nextHref} icon="chevronRight">
              Próxima página
            </LinkButton>
          ) : null}{' '}
          <LinkButton kind="quiet" href={props.backHref} icon="arrowLeft">
            Voltar ao relatório
          </LinkButton>
        </p>
        <TakeAway address={props.address} what="esta lista" />
      </Card>
    </StatisticsShell>
  )
}
