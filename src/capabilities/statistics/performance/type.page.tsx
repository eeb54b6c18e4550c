import { BarList, Card } from '../../../ui/index.ts'
import { daysOf, sayDuration } from '../looking/duration.text.ts'
import { FigureTable } from '../looking/figure-table.page.tsx'
import { ListPage, type ListPageProps } from '../unit/list.page.tsx'

interface UnitTime {
  readonly acronym: string
  readonly concluded: number
  readonly seconds: number
}

/** One type: its units, and its case files. */
export function TypePage(props: ListPageProps & { readonly units: readonly UnitTime[] }) {
  return <ListPage {...props} above={<UnitTimes units={props.units} />} />
}

/** How long the concluded case files of one type stayed in each unit. */
function UnitTimes({ units }: { readonly units: readonly UnitTime[] }) {
  return (
    <Card title="Por unidade" icon="unit">
      <BarList
        title="Tempo médio em cada unidade"
        bars={units.map(({ acronym, seconds }) => ({ label: acronym, value: seconds, text: sayDuration(seconds) }))}
      />
      <FigureTable
        id="tabela-unidades"
        caption="Tempo médio dos processos concluídos em cada unidade"
        sheet={{
          title: 'Por unidade',
          columns: ['Unidade', 'Processos', 'Tempo médio'],
          rows: units.map(({ acronym, concluded, seconds }) => [acronym, concluded, daysOf(seconds)]),
        }}
        show={(row, column) => {
          const unit = units[row]
          return unit && column === 2 ? sayDuration(unit.seconds) : undefined
        }}
      />
    </Card>
  )
}
