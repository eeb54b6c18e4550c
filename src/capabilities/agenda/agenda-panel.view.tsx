import type { VNode } from 'preact'
import type { InnerVisit } from '../../platform/http/index.ts'
import { Card, DateTime, Link, StatusTag } from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'
import { stateWords } from './commitments/commitment.text.ts'
import type { CommitmentState } from './commitments/commitment.ts'
import { requestStateWords } from './requests/request.text.ts'
import type { RequestState } from './requests/request.ts'

/** A line as `agenda.told` gives it. */
export type AgendaTold = { readonly id: number; readonly title: string; readonly at: string } & (
  | { readonly what: 'commitment'; readonly state: CommitmentState }
  | { readonly what: 'request'; readonly state: RequestState }
)

/** What of the agendas of this unit is about the case file; undefined where there is nothing. */
export function agendaPanel({ href }: InnerVisit, caseFile: CaseFile, lines: readonly AgendaTold[]): VNode | undefined {
  if (caseFile.reach !== 'full' || lines.length === 0) return undefined
  return (
    <Card title="Na agenda" icon="calendar" id="na-agenda">
      <ul class="places">
        {lines.map((line) => {
          const { word, tone, icon } = line.what === 'request' ? requestStateWords[line.state] : stateWords[line.state]
          const path = line.what === 'request' ? `/agenda/pedidos/${line.id}` : `/agenda/compromissos/${line.id}`
          return (
            <li key={path}>
              <Link href={href(path)}>{line.what === 'request' ? 'Pedido de audiência' : 'Compromisso'}</Link> –{' '}
              {line.title}, <DateTime value={new Date(line.at)} />{' '}
              <StatusTag tone={tone} icon={icon}>
                {word}
              </StatusTag>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
