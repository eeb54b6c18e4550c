import type { LocalDate } from '../../../platform/calendar/index.ts'
import { Card, Day } from '../../../ui/index.ts'
import type { ReopeningRow } from '../reopening/reopening.queries.ts'
import { CancelReopening } from './returns.page.tsx'
import type { ReturnRow } from './returns.queries.ts'
import { ReturnActs, ReturnTag } from './returns-table.page.tsx'

interface ReturnsCardProps {
  readonly href: (path: string) => string
  readonly formKeys: { readonly csrf: string; readonly idempotencyKey: string }
  readonly toReturn: readonly ReturnRow[]
  readonly awaited: readonly ReturnRow[]
  readonly reopenings: readonly ReopeningRow[]
  readonly mayChange: boolean
  readonly today: LocalDate
}

/** All returns and the reopening of this unit in one case file, with dates, days and units (PRO-154). */
export function ReturnsCard(props: ReturnsCardProps) {
  const { toReturn, awaited, reopenings, href, formKeys, mayChange, today } = props
  return (
    <Card title="Retornos e reabertura" icon="return" id="retornos-do-processo">
      <ul class="places">
        {toReturn.map((row) => (
          <li key={row.id}>
            Devolver a <strong>{row.unit}</strong> até <Day value={row.due} />{' '}
            <ReturnTag side="to-return" row={row} today={today} />
          </li>
        ))}
        {awaited.map((row) => (
          <li key={row.id}>
            Deve voltar de <strong>{row.unit}</strong> até <Day value={row.due} />{' '}
            <ReturnTag side="awaited" row={row} today={today} />{' '}
            {mayChange ? <ReturnActs row={row} href={href} /> : null}
          </li>
        ))}
        {reopenings.map((row) => (
          <li key={row.id}>
            Reabre nesta unidade em <Day value={row.dueOn} />, como {row.setBy} programou.{' '}
            {mayChange ? <CancelReopening row={row} href={href} formKeys={formKeys} from="processo" /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
