import type { ComponentChildren } from 'preact'
import { formatCount } from './format.ts'
import { Table } from './table.tsx'

/** One bar: what it is about and how long it is. */
export type Bar = {
  readonly key: string
  readonly label: string
  readonly value: number
  /** What stands in the table instead of the plain label, e.g. a link. */
  readonly cell?: ComponentChildren
}

type BarChartProps = {
  id: string
  title: string
  bars: readonly Bar[]
  /** Headers of the table beneath: what the bars are, and what their length counts. */
  headers: { readonly label: string; readonly value: string }
  /** Shown instead where there is no bar. */
  empty?: ComponentChildren
}

const lineHeight = 44
const longestLabel = 44

/**
 * Bars one below the other, and the same figures as a table beneath: the drawing is for the eye, the table is for
 * everybody. Widths are shares of the line, so it fits any screen without a script.
 */
export function BarChart({ id, title, bars, headers, empty }: BarChartProps) {
  if (bars.length === 0) return <>{empty}</>
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <figure class="chart" aria-labelledby={`${id}-titulo`}>
      <figcaption class="chart__title" id={`${id}-titulo`}>
        {title}
      </figcaption>
      <svg class="chart__drawing" width="100%" height={bars.length * lineHeight} aria-hidden="true">
        {bars.map(({ key, label, value }, place) => (
          <g key={key}>
            <text class="chart__label" x="0" y={place * lineHeight + 14}>
              {label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label}: {formatCount(value)}
            </text>
            <rect class="chart__ground" x="0" y={place * lineHeight + 20} width="100%" height="14" rx="2" />
            <rect
              class="chart__bar"
              x="0"
              y={place * lineHeight + 20}
              width={`${Math.round((value / most) * 1000) / 10}%`}
              height="14"
              rx="2"
            />
          </g>
        ))}
      </svg>
      <Table
        id={`${id}-tabela`}
        caption={`${title}: os números`}
        captionHidden
        rows={bars}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', header: headers.label, rowHeader: true, cell: ({ label, cell }) => cell ?? label },
          { key: 'value', header: headers.value, numeric: true, cell: ({ value }) => formatCount(value) },
        ]}
      />
    </figure>
  )
}
