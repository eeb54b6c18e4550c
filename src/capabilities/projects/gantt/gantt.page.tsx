import { classNames, formatDate } from '../../../ui/index.ts'
import { barHeight, type GanttChart, type GanttRow, headHeight } from './gantt.rules.ts'

/** The picture of a project. Its sentence tells the sum; the table beneath tells everything. */
export function GanttPicture({ chart, late }: { readonly chart: GanttChart; readonly late: number }) {
  const { width, height, todayX } = chart
  return (
    <section class="gantt" aria-label="Gráfico de Gantt, rola para os lados" tabindex={0}>
      <svg
        class="gantt__picture"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={sayChart(chart, late)}
      >
        {chart.ticks.map(({ x, label }) => (
          <g key={label}>
            <path class="gantt__tick" d={`M${x} ${headHeight - 22}V${height}`} />
            <text class="gantt__day" x={x + 3} y={headHeight - 26} text-anchor={x > width - 60 ? 'end' : 'start'}>
              {label}
            </text>
          </g>
        ))}
        {chart.arrows.map(({ key, path, head }) => (
          <g key={key}>
            <path class="gantt__arrow" d={path} />
            <polygon class="gantt__head" points={head} />
          </g>
        ))}
        {chart.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
        {todayX === undefined ? null : (
          <g>
            <path class="gantt__today" d={`M${todayX} ${headHeight - 4}V${height}`} />
            <text
              class="gantt__today-word"
              x={todayX}
              y={headHeight - 6}
              text-anchor={todayX > width - 40 ? 'end' : 'middle'}
            >
              Hoje
            </text>
          </g>
        )}
      </svg>
    </section>
  )
}

function Row({ row }: { readonly row: GanttRow }) {
  const { y, planned, done, real, label } = row
  const look = classNames(
    'gantt__planned',
    row.isLate && 'gantt__planned--late',
    row.isCancelled && 'gantt__planned--off',
  )
  const middle = planned.x + planned.width / 2
  return (
    <g>
      {row.isMilestone ? (
        <polygon
          class={classNames(look, done.width > 0 && 'gantt__reached')}
          points={`${middle},${y - 2} ${middle + 9},${y + 7} ${middle},${y + 16} ${middle - 9},${y + 7}`}
        />
      ) : (
        <>
          <rect class={look} x={planned.x} y={y} width={planned.width} height={barHeight} rx="3" />
          {done.width > 0 ? (
            <rect class="gantt__done" x={done.x} y={y} width={done.width} height={barHeight} rx="3" />
          ) : null}
        </>
      )}
      {real ? <rect class="gantt__real" x={real.x} y={y + barHeight + 3} width={real.width} height="3" /> : null}
      <text
        class={classNames('gantt__label', row.isLate && 'gantt__label--late')}
        x={label.x}
        y={y - 5}
        text-anchor={label.anchor}
      >
        {label.text}
      </text>
    </g>
  )
}

function sayChart({ rows, from, until }: GanttChart, late: number): string {
  const count = rows.length === 1 ? '1 atividade' : `${rows.length} atividades`
  const lateWords = late === 0 ? 'Nenhuma atrasada' : `${late === 1 ? '1 atrasada' : `${late} atrasadas`}`
  return `Gráfico de Gantt: ${count}, de ${formatDate(from)} a ${formatDate(until)}. ${lateWords}. Tudo está na tabela abaixo.`
}
