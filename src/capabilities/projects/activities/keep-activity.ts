import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction, type Transaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { findCaseFile } from '../../cases/index.ts'
import { isEnded } from '../keeping/project.rules.ts'
import { selectProject } from '../keeping/projects.queries.ts'
import {
  type ActivityRow,
  insertActivity,
  selectActivities,
  setDependencies,
  updateActivity,
} from './activities.queries.ts'
import type { ActivityTerms } from './activity.ts'
import { isWholeFor } from './find-activities.ts'

export type ActivityRefusal = {
  readonly kind: 'no-such-case-file' | 'project-ended' | 'too-many' | 'unknown-dependency' | 'circle'
}

/** Beyond these the picture says nothing any more. */
const mostActivities = 200

/** Writes down what is done in a project. Undefined: this unit does not take part in it. */
export async function addActivity(
  db: Database,
  actor: Actor,
  { projectId, ...terms }: ActivityTerms & { readonly projectId: string },
  now: Date,
): Promise<Outcome<{ id: string }, ActivityRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const found = await prepare(trx, actor, projectId, terms, now)
    if (!found?.done) return found
    const { rows, caseFileId } = found.value
    if (rows.length >= mostActivities) return refuse({ kind: 'too-many' })
    const id = await insertActivity(trx, actor, { projectId, terms, caseFileId }, now)
    const isKept = await setDependencies(trx, { projectId, id }, terms.afterIds, [])
    return isKept ? done({ id }) : refuse({ kind: 'circle' })
  })
}

/** Changes an activity: what was planned, what really was, for what it waits. Undefined: there is none for this person. */
export async function changeActivity(
  db: Database,
  actor: Actor,
  { projectId, id, ...terms }: ActivityTerms & { readonly projectId: string; readonly id: string },
  now: Date,
): Promise<Outcome<true, ActivityRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const found = await prepare(trx, actor, projectId, terms, now)
    if (!found?.done) return found
    const { rows, caseFileId } = found.value
    if (!(await isWholeFor(trx, actor, rows, id, now))) return undefined
    const knownIds = rows.map((row) => row.id)
    // The dependencies first: what they refuse must leave nothing changed.
    if (!(await setDependencies(trx, { projectId, id }, terms.afterIds, knownIds))) return refuse({ kind: 'circle' })
    await updateActivity(trx, actor, id, { terms, caseFileId }, now)
    return done(true)
  })
}

async function prepare(
  trx: Transaction,
  actor: Actor,
  projectId: string,
  terms: ActivityTerms,
  now: Date,
): Promise<Outcome<{ rows: readonly ActivityRow[]; caseFileId: string | null }, ActivityRefusal> | undefined> {
  const project = await selectProject(trx, actor, projectId, 'locked')
  if (!project) return undefined
  if (isEnded(project.state)) return refuse({ kind: 'project-ended' })
  const [rows, caseFile] = await Promise.all([
    selectActivities(trx, actor, projectId, now),
    terms.caseNumber ? findCaseFile(trx, actor, { digits: terms.caseNumber }, 'reading', now) : undefined,
  ])
  if (terms.caseNumber && caseFile?.reach !== 'full') return refuse({ kind: 'no-such-case-file' })
  const known = new Set(rows.map(({ id }) => id))
  if (terms.afterIds.some((id) => !known.has(id))) return refuse({ kind: 'unknown-dependency' })
  return done({ rows, caseFileId: caseFile?.id ?? null })
}
