import type { VNode } from 'preact'
import { todayIn } from '../../platform/calendar/index.ts'
import type { InnerVisit } from '../../platform/http/index.ts'
import { Card, Day, Link, StatusTag } from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'
import { standingOf } from './activities/activity.rules.ts'
import { tellStanding } from './activities/activity.text.ts'
import type { ActivityDays } from './activities/activity.ts'
import type { ProjectState } from './keeping/project.ts'

/** A line as `projects.told` gives it. */
export type ActivityTold = ActivityDays & {
  readonly id: number
  readonly name: string
  readonly projectId: number
  readonly project: string
  readonly projectState: ProjectState
}

/** What is done about the case file in projects of this unit; undefined where there is nothing. */
export function projectsPanel(
  { href, now }: InnerVisit,
  caseFile: CaseFile,
  lines: readonly ActivityTold[],
): VNode | undefined {
  if (caseFile.reach !== 'full' || lines.length === 0) return undefined
  return (
    <Card title="Em projetos" icon="layers" id="em-projetos">
      <ul class="places">
        {lines.map((line) => {
          const { word, tone, icon } = tellStanding(standingOf(line, line.projectState, todayIn(now)))
          return (
            <li key={line.id}>
              <Link href={href(`/projetos/${line.projectId}`)}>{line.project}</Link> – {line.name}, até{' '}
              <Day value={line.plannedUntil} />{' '}
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
