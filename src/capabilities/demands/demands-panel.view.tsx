import type { VNode } from 'preact'
import type { LocalDate } from '../../platform/calendar/index.ts'
import type { InnerVisit } from '../../platform/http/index.ts'
import { Card, Day, Link, Tag } from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'
import { urgencyOf } from './demand.text.ts'
import { nameOf } from './demands.page.tsx'

/** A line as `demands.told` gives it. */
export interface DemandTold {
  readonly id: number
  readonly body: string
  readonly number: string
  readonly dueOn: LocalDate
  readonly answeredOn: LocalDate | null
  /** Until when this unit was asked; null: it was not. */
  readonly sectorDueOn: LocalDate | null
}

/** The demands of this unit that are in the case file; undefined where there is none. */
export function demandsPanel(
  { href, now }: InnerVisit,
  caseFile: CaseFile,
  lines: readonly DemandTold[],
): VNode | undefined {
  if (caseFile.reach !== 'full' || lines.length === 0) return undefined
  return (
    <Card title="Demandas externas" icon="receive" id="demandas-externas">
      <ul class="places">
        {lines.map((line) => {
          const { words, tone } = urgencyOf({ dueOn: line.dueOn, doneOn: line.answeredOn }, now)
          return (
            <li key={line.id}>
              <Link href={href(`/demandas/${line.id}`)}>{nameOf(line)}</Link>, até <Day value={line.dueOn} />{' '}
              <Tag tone={tone}>{words}</Tag>
              {line.sectorDueOn && !line.answeredOn ? (
                <div class="secondary">
                  Prazo interno desta unidade: <Day value={line.sectorDueOn} />
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
