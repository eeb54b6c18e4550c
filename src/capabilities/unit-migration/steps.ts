import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { Reach } from '../organization/index.ts'
import { replacePlanned } from './items.queries.ts'
import type { StepRefusal } from './migration.text.ts'
import { explainObstacle } from './migration.text.ts'
import type { Migration, MigrationState, Simulation } from './migration.ts'
import {
  deleteMigration,
  lockMigration,
  selectMigration,
  updateApproved,
  updateDraft,
  updateSimulated,
  updateStarted,
} from './migrations.queries.ts'
import { blocks } from './obstacles.rules.ts'
import { planCaseFiles, planOfUnits, sumOf } from './plan.ts'
import { isAbove } from './superior.queries.ts'
import { weigh } from './weigh.ts'

/** The job that carries a migration out. */
export const migrationTask = 'unit-migration.run'

type Step = Promise<Outcome<true, StepRefusal> | undefined>

/** Counts what would be moved and gathers every obstacle, and keeps both; moves nothing (EST-097). May be done again. */
export function simulateMigration(db: Database, actor: Actor, id: string, reach: Reach, now: Date): Step {
  return step(db, id, reach, ['draft', 'simulated'], 'not-simulated', async (trx, migration) => {
    const [caseFiles, ofUnits] = [
      await planCaseFiles(trx, migration),
      (await planOfUnits(trx, migration)).filter(({ count }) => count > 0),
    ]
    const obstacles = await weigh(trx, migration, caseFiles, now)
    const ofUnitCounts = ofUnits.map(({ kind, count }) => ({ [kind]: count }))
    const simulation: Simulation = {
      caseFiles: caseFiles.length,
      counts: sumOf([...caseFiles.map(({ counts }) => counts), ...ofUnitCounts]),
      obstacles: obstacles.map((one) => ({ blocks: blocks(one), text: explainObstacle(one) })),
    }
    await replacePlanned(trx, id, caseFiles, ofUnits)
    await updateSimulated(trx, id, actor.userId, simulation, now)
    return undefined
  })
}

/** The superior unit agrees, by another person than who proposed it (EST-083, EST-095). */
export function approveMigration(db: Database, actor: Actor, id: string, reach: Reach, now: Date): Step {
  return step(db, id, reach, ['simulated'], 'not-simulated', async (trx, migration) => {
    if (migration.createdBy === actor.userId) return 'same-person'
    if (!(await isAbove(trx, actor.unitId, id, now))) return 'not-superior'
    if (migration.simulation?.obstacles.some((one) => one.blocks)) return 'has-obstacles'
    await updateApproved(trx, id, actor, now)
    return undefined
  })
}

/** Enqueues the run, or takes up again one that stopped. */
export function startMigration(db: Database, actor: Actor, id: string, reach: Reach, now: Date): Step {
  return step(db, id, reach, ['approved', 'failed'], 'not-approved', async (trx) => {
    await updateStarted(trx, id, actor, now)
    await enqueueRun(trx, id)
    return undefined
  })
}

/** Back to a draft, to be changed: simulation and approval are no more. */
export function reopenDraft(db: Database, id: string, reach: Reach): Step {
  return step(db, id, reach, ['simulated', 'approved'], 'under-way', async (trx) => {
    await updateDraft(trx, id)
    return undefined
  })
}

export function deleteDraft(db: Database, id: string, reach: Reach): Step {
  return step(db, id, reach, ['draft'], 'not-a-draft', async (trx) => {
    await deleteMigration(trx, id)
    return undefined
  })
}

/** One run at a time of each migration, however often it is asked for. */
export async function enqueueRun(db: Database, id: string): Promise<void> {
  await enqueue(db, migrationTask, { migrationId: id }, { key: `${migrationTask}:${id}` })
}

async function step(
  db: Database,
  id: string,
  reach: Reach,
  states: readonly MigrationState[],
  otherwise: StepRefusal,
  work: (trx: Database, migration: Migration) => Promise<StepRefusal | undefined>,
): Step {
  return inTransaction(db, async (trx) => {
    const state = await lockMigration(trx, id)
    const migration = await selectMigration(trx, id, reach)
    if (!state || !migration) return undefined
    if (!states.includes(state)) return refuse(otherwise)
    const refusal = await work(trx, migration)
    return refusal ? refuse(refusal) : done(true as const)
  })
}
