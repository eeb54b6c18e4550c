import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { unitPeople } from '../../identity/index.ts'
import { explainLabel, findUnitsByLabel } from '../../organization/index.ts'
import type { ProjectTerms } from './project.ts'
import { insertProject, selectProject, setParticipating, updateProject } from './projects.queries.ts'

export type ProjectRefusal =
  | { readonly kind: 'nobody-of-the-unit' }
  | { readonly kind: 'no-such-unit'; readonly message: string }

/** Begins a project, kept by the unit of the actor. Everybody of the units that take part sees it. */
export async function beginProject(
  db: Database,
  actor: Actor,
  terms: ProjectTerms,
  now: Date,
): Promise<Outcome<{ id: string }, ProjectRefusal>> {
  return inTransaction(db, async (trx) => {
    const found = await findNamed(trx, actor, terms, undefined, now)
    if (!found.done) return found
    const id = await insertProject(trx, actor, terms, now)
    await setParticipating(trx, id, found.value)
    return done({ id })
  })
}

/** Changes a project. Undefined: it is not kept by this unit. */
export async function changeProject(
  db: Database,
  actor: Actor,
  { id, ...terms }: ProjectTerms & { readonly id: string },
  now: Date,
): Promise<Outcome<true, ProjectRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const project = await selectProject(trx, actor, id, 'locked')
    if (!project?.isOurs) return undefined
    const found = await findNamed(trx, actor, terms, project.responsibleId, now)
    if (!found.done) return found
    await updateProject(trx, actor, id, terms, now)
    await setParticipating(trx, id, found.value)
    return done(true)
  })
}

/** The units as they were typed, and whether the person works here: who is responsible already may have left. */
async function findNamed(
  db: Database,
  actor: Actor,
  { responsibleId, units }: ProjectTerms,
  before: string | undefined,
  now: Date,
): Promise<Outcome<readonly string[], ProjectRefusal>> {
  const [people, found] = await Promise.all([
    unitPeople(db, actor.unitId, now),
    findUnitsByLabel(db, units, { agencyId: undefined }),
  ])
  if (responsibleId !== before && !people.some(({ id }) => id === responsibleId)) {
    return refuse({ kind: 'nobody-of-the-unit' })
  }
  const wrong = found.map(explainLabel).find((message) => message !== undefined)
  if (wrong) return refuse({ kind: 'no-such-unit', message: wrong })
  return done(found.flatMap((one) => (one.kind === 'found' ? [one.unit.id] : [])))
}
