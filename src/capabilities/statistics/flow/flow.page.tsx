import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { Card, EmptyState, formatCount } from '../../../ui/index.ts'
import { daysOf, sayDuration } from '../looking/duration.text.ts'
import { FigureTable, TakeAway } from '../looking/figure-table.page.tsx'
import { PeriodForm } from '../looking/period-form.page.tsx'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'
import type { FlowArrow, FlowMap, FlowUnit } from './flow-map.rules.ts'
import { FlowPicture } from './flow-picture.page.tsx'

export interface FlowProps extends StatisticsProps {
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly typeId: string
  readonly typed: { readonly de: string; readonly ate: string }
  readonly problems: readonly FieldProblem[]
  readonly address: string
  /** Undefined: no type was chosen yet. */
  readonly flow:
    | {
        readonly caseFiles: number
        readonly confidential: number
        readonly map: FlowMap
        readonly units: readonly FlowUnit[]
        readonly ways: Sheet
        readonly stays: Sheet
      }
    | undefined
}

/** How the case files of a type run between units (QUE-14). */
export function FlowPage(props: FlowProps) {
  const { flow, href } = props
  return (
    <StatisticsShell {...props} tab="/estatisticas/fluxo" title="Mapa de fluxo" hasErrors={props.problems.length > 0}>
      <PeriodForm
        action={href('/estatisticas/fluxo')}
        typed={props.typed}
        problems={props.problems}
        types={props.types}
        typeId={props.typeId}
        typeLabel="Escolha…"
      />
      {!flow ? (
        <EmptyState title="Escolha o tipo de processo" icon="chart">
          O mapa mostra por onde andaram os processos de um tipo iniciados no período, do início até hoje.
        </EmptyState>
      ) : flow.caseFiles === 0 ? (
        <EmptyState title="Nenhum processo a mostrar" icon="chart">
          {sayConfidential(flow.confidential) ?? 'O órgão não iniciou processos deste tipo nestes dias.'}
        </EmptyState>
      ) : (
        <Flow {...props} flow={flow} />
      )}
    </StatisticsShell>
  )
}

function Flow({ flow, address }: FlowProps & { readonly flow: NonNullable<FlowProps['flow']> }) {
  const { map, units } = flow
  const confidential = sayConfidential(flow.confidential)
  return (
    <>
      <Card title="Mapa" icon="chart">
        <p>
          {formatCount(flow.caseFiles, 'processo iniciado', 'processos iniciados')} no período. Setas à direita seguem
          adiante; à esquerda, tracejadas, voltam. Os números dizem quantas vezes.
          {confidential ? ` ${confidential}` : ''}
        </p>
        <FlowPicture map={map} />
        {map.leftOut.units + map.leftOut.arrows > 0 ? (
          <p class="secondary">O desenho mostra as unidades e os caminhos mais frequentes; as tabelas trazem todos.</p>
        ) : null}
      </Card>
      <Card title="Caminhos" icon="arrowRight">
        <FigureTable
          id="tabela-caminhos"
          caption="De que unidade a que unidade, e quantas vezes"
          sheet={flow.ways}
          numeric={[2]}
        />
        <TakeAway address={`${address}&tabela=caminhos`} what="caminhos" />
      </Card>
      <Card title="Permanência" icon="clock">
        <FigureTable
          id="tabela-permanencia"
          caption="Quanto tempo os processos ficaram em cada unidade"
          sheet={flow.stays}
          show={(row, column) => {
            const unit = units[row]
            return unit && column === 3 ? sayDuration(unit.meanSeconds) : undefined
          }}
        />
        <TakeAway address={`${address}&tabela=permanencia`} what="permanência por unidade" />
      </Card>
    </>
  )
}

/** Both tables of the map, to take away. */
export function flowSheets(units: readonly FlowUnit[], arrows: readonly FlowArrow[]): { ways: Sheet; stays: Sheet } {
  const names = new Map(units.map(({ unitId, acronym }) => [unitId, acronym]))
  return {
    ways: {
      title: 'Caminhos',
      columns: ['De', 'Para', 'Envios'],
      rows: arrows.map(({ fromId, toId, count }) => [names.get(fromId) ?? '—', names.get(toId) ?? '—', count]),
    },
    stays: {
      title: 'Permanência',
      columns: ['Unidade', 'Iniciados', 'Passagens', 'Tempo médio (dias)', 'Conclusões'],
      rows: units.map((unit) => [unit.acronym, unit.opened, unit.stays, daysOf(unit.meanSeconds), unit.concluded]),
    },
  }
}

function sayConfidential(count: number): string | undefined {
  return count === 0
    ? undefined
    : `${formatCount(count, 'processo sigiloso ficou', 'processos sigilosos ficaram')} fora do mapa.`
}
