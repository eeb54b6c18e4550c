import { findResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import { figuresOf, nextDue, standingOf } from '../activities/activity.rules.ts'
import { tellStanding } from '../activities/activity.text.ts'
import { listActivities } from '../activities/find-activities.ts'
import { drawGantt } from '../gantt/gantt.rules.ts'
import { ProjectPage } from './project.page.tsx'
import { isEnded } from './project.rules.ts'
import type { ProjectRow } from './projects.queries.ts'

/** A project with its picture, its table and its critical facts. */
export async function projectPage(visit: InnerVisit, project: ProjectRow): Promise<Answer> {
  const { db, actor, now, page, href } = visit
  const today = todayIn(now)
  const [activities, result] = await Promise.all([listActivities(db, actor, project.id, now), findResult(visit)])
  const figures = figuresOf(activities, project.state, today)
  const next = isEnded(project.state) ? undefined : nextDue(activities, today)
  const toDraw = activities.map((one, place) => {
    const standing = standingOf(one, project.state, today)
    const words = saidInPicture.has(standing.kind) ? ` – ${tellStanding(standing).word.toLowerCase()}` : ''
    return { ...one, label: `${place + 1}. ${short(one.name)}${words}`, isLate: standing.kind === 'late' }
  })
  const chart = drawGantt(toDraw, today)
  const mayChange = actor.permissions.has('cases.change')
  const mayAdd = mayChange && !isEnded(project.state)
  const lateOnes = activities.filter((one) => standingOf(one, project.state, today).kind === 'late')
  return html(
    <ProjectPage
      {...{ page, href, project, activities, figures, next, chart, today, result, mayAdd, lateOnes }}
      mayChange={mayChange && project.isOurs}
    />,
  )
}

const short = (name: string) => (name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name)

const saidInPicture: ReadonlySet<string> = new Set(['late', 'late-to-begin', 'cancelled'])
