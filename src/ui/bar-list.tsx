import { formatCount } from './format.ts'

/** One bar: what it stands for, how long it is, and its value in words where the bare number does not say it. */
type Bar = { readonly label: string; readonly value: number; readonly text?: string | undefined }

type BarListProps = {
  /** What is compared, e.g. `Processos gerados por tipo`. */
  title: string
  bars: readonly Bar[]
  /** A line across all the bars, e.g. a target. */
  mark?: Bar | undefined
  /** So many at most, the longest; what is left out stands in the table beneath. */
  most?: number | undefined
  /** All of them in the order given, where the order says something of its own, e.g. stretches of time. */
  inOrder?: boolean | undefined
}

/**
 * Lying bars, the longest first unless their own order counts. For who does not see them the whole is one picture with a sentence; the figures
 * themselves belong in a table beneath. Nothing without a bar.
 */
export function BarList({ title, bars, mark, most = 12, inOrder = false }: BarListProps) {
  const longestFirst = [...bars].sort((a, b) => b.value - a.value)
  const shown = inOrder ? bars : longestFirst.slice(0, most)
  if (shown.length === 0) return null
  const top = Math.max(...shown.map(({ value }) => value), mark?.value ?? 0, Number.MIN_VALUE)
  const length = (value: number) => Math.round((1000 * Math.max(0, value)) / top) / 10
  return (
    <figure class="bar-chart">
      <figcaption class="bar-chart__title">{title}</figcaption>
      <div role="img" aria-label={sayBars(title, longestFirst.slice(0, shown.length), bars.length, mark)}>
        {shown.map((bar) => (
          <div class="bar-chart__line" key={bar.label}>
            <span class="bar-chart__label">{bar.label}</span>
            <svg class="bar-chart__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="bar-chart__track" width="100" height="10" />
              <rect class="bar-chart__value" width={length(bar.value)} height="10" />
              {mark ? (
                <rect class="bar-chart__mark" x={Math.min(99, length(mark.value))} width="1" height="10" />
              ) : null}
            </svg>
            <span class="bar-chart__text">{textOf(bar)}</span>
          </div>
        ))}
        {mark ? (
          <p class="bar-chart__note">
            A linha marca {mark.label}: {textOf(mark)}.
          </p>
        ) : null}
      </div>
    </figure>
  )
}

/** What the picture shows, in a sentence. */
export function sayBars(title: string, shown: readonly Bar[], total: number, mark: Bar | undefined): string {
  const [first, ...others] = shown
  if (!first) return `${title}: nada a mostrar.`
  const last = others.at(-1)
  const ends = last ? `do maior, ${first.label} (${textOf(first)}), ao menor, ${last.label} (${textOf(last)})` : ''
  return [
    `${title}, em barras: ${ends || `${first.label} (${textOf(first)})`}`,
    mark ? `; ${mark.label}: ${textOf(mark)}` : '',
    total > shown.length ? `; são mostradas ${shown.length} de ${total}` : '',
    '. Os números estão na tabela abaixo.',
  ].join('')
}

function textOf({ text, value }: Bar): string {
  return text ?? formatCount(value)
}
