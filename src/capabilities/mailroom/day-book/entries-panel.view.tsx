import type { VNode } from 'preact'
import type { InnerVisit } from '../../../platform/http/index.ts'
import { Card, DateTime, Link, StatusTag } from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { stateWords } from './entry.text.ts'
import type { EntryState } from './entry.ts'

/** A line of the board as `mailroom.told` gives it. */
export interface EntryTold {
  readonly id: number
  readonly number: number
  readonly year: number
  readonly sender: string
  readonly receivedAt: string
  readonly state: EntryState
}

/** What came in on paper and is in this case file, for the unit that registered it; undefined where there is nothing. */
export function entriesPanel(
  { href }: InnerVisit,
  caseFile: CaseFile,
  entries: readonly EntryTold[],
): VNode | undefined {
  if (caseFile.reach !== 'full' || entries.length === 0) return undefined
  return (
    <Card title="No quadro do dia" icon="receive" id="no-quadro-do-dia">
      <ul class="places">
        {entries.map(({ id, number, year, sender, receivedAt, state }) => (
          <li key={id}>
            <Link href={href(`/quadro-do-dia/${id}`)}>
              Registro {number}/{year}
            </Link>{' '}
            de {sender}, <DateTime value={new Date(receivedAt)} />{' '}
            <StatusTag tone={stateWords[state].tone} icon={stateWords[state].icon}>
              {stateWords[state].word}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Card>
  )
}
