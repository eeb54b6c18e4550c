import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListedProject, type ProjectRow, selectProject, selectProjects } from './projects.queries.ts'

/** The project, where this unit takes part in it. */
export function findProject(db: Database, actor: Actor, id: string): Promise<ProjectRow | undefined> {
  return selectProject(db, actor, id, 'reading')
}

/** A page of the projects in which this unit takes part. */
export function listProjects(
  db: Database,
  actor: Actor,
  asked: { readonly ended: boolean; readonly page: number },
  now: Date,
): Promise<readonly ListedProject[]> {
  return selectProjects(db, actor, { ...asked, today: todayIn(now) })
}
