import { formatDateTime } from '../format.ts'
import { renderPart } from '../render.ts'

/** Who looks at a confidential page. */
interface Looker {
  readonly name: string
  readonly unitAcronym: string
}

/** A page with the mark of who opened it over all of it, on the screen and on every sheet that is printed of it. */
export function withSecrecyMark(html: string, looker: Looker, now: Date): string {
  const end = html.lastIndexOf('</body>')
  if (end < 0) return html
  return html.slice(0, end) + renderPart(<SecrecyMark looker={looker} now={now} />) + html.slice(end)
}

/** Twice in each field, one set off from the other, so that no cut of the page is without it. */
function SecrecyMark({ looker: { name, unitAcronym }, now }: { looker: Looker; now: Date }) {
  const moment = formatDateTime(now)
  return (
    <svg class="secrecy-mark" aria-hidden="true" focusable="false" width="100%" height="100%">
      <defs>
        <pattern
          id="marca-de-sigilo"
          width="380"
          height="200"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-20)"
        >
          {[
            [10, 40],
            [190, 140],
          ].map(([x, y]) => (
            <text key={String(x)} x={x} y={y}>
              <tspan>{name.length > 30 ? `${name.slice(0, 29)}…` : name}</tspan>
              <tspan x={x} dy="18">
                {unitAcronym} · {moment}
              </tspan>
            </text>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#marca-de-sigilo)" />
    </svg>
  )
}
