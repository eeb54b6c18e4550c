import type { Actor } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { renameUnit, succeedUnits } from '../organization/index.ts'
import { countFailed, failItem, forgetFailed, settleGone, settleItem } from './items.queries.ts'
import { differences, problems } from './migration.text.ts'
import type { Migration } from './migration.ts'
import { selectMigration } from './migrations.queries.ts'
import { keepTheRun, moveCaseFile, moveOfUnit, TakenOver } from './move-item.ts'
import { caseFileMovers } from './movers.ts'
import { blocks } from './obstacles.rules.ts'
import { planCaseFiles, planOfUnits } from './plan.ts'
import { claim, finish, letGo, type Run, selectAbandoned, selectStarter } from './run.queries.ts'
import { enqueueRun } from './steps.ts'
import { weigh } from './weigh.ts'

/** Without a sign of life for so long, a worker is taken for dead. Each item gives one. */
export const staleMs = 60_000

const everywhere = { agencyId: undefined }

/**
 * Carries a migration out: closes the old units, moves case file by case file, then what else the units had. Done again
 * after a crash it goes on where it stopped, because each item is moved and written down in one transaction.
 */
export async function runMigration(platform: Platform, payload: unknown): Promise<void> {
  const { migrationId } = payload as { migrationId: string }
  const { db, clock } = platform
  const run: Run = { id: migrationId, token: platform.randomness.token() }
  if (!(await claim(db, run, new Date(clock().getTime() - staleMs), clock()))) return
  try {
    await carryOut(platform, run)
  } catch (error) {
    if (error instanceof TakenOver) return
    await letGo(db, run).catch(() => undefined)
    throw error
  }
}

/** Takes up runs whose worker died, and those that wait for somebody to close an editor. Every minute. */
export async function reviveMigrations({ db, clock }: Platform): Promise<void> {
  for (const id of await selectAbandoned(db, new Date(clock().getTime() - staleMs))) await enqueueRun(db, id)
}

async function carryOut(platform: Platform, run: Run): Promise<void> {
  const { db, clock } = platform
  const migration = await selectMigration(db, run.id, everywhere)
  if (!migration) return
  const by = { accountId: migration.startedBy ?? '', unitId: migration.startedUnitId ?? '' }
  const actor = await selectStarter(db, by)
  const problem = await prepare(platform, run, migration)
  if (problem) return finish(db, run, problem, clock())
  if (migration.mode !== 'rename') {
    const waiting = await moveCaseFiles(platform, run, migration, actor)
    for (const planned of await planOfUnits(db, migration)) {
      await moveOfUnit(db, { run, migration, actor, now: clock() }, planned)
    }
    if (waiting > 0) return letGo(db, run)
    await inTransaction(db, async (trx) => {
      await keepTheRun(trx, run, clock())
      const failed = await countFailed(trx, migration.id)
      if (failed === 0) await settleGone(trx, migration.id, differences.gone, clock())
      await finish(trx, run, failed > 0 ? problems.items : null, clock())
    })
  } else await finish(db, run, null, clock())
}

/** The first thing of all, and once: asks again whether it may be, then gives the new name, or closes the old units. */
async function prepare({ db, clock }: Platform, run: Run, migration: Migration): Promise<string | undefined> {
  return inTransaction(db, async (trx) => {
    const now = clock()
    await keepTheRun(trx, run, now)
    const [first] = migration.from
    if (!first) return problems.units
    await forgetFailed(trx, migration.id)
    const begun = migration.mode === 'rename' ? false : await isSucceeded(trx, migration)
    if (!begun && (await weigh(trx, migration, [], now)).some(blocks)) {
      return migration.mode === 'rename' ? problems.acronym : problems.units
    }
    if (migration.mode === 'rename') {
      const names = { acronym: migration.newAcronym ?? '', name: migration.newName ?? '' }
      const outcome = await renameUnit(trx, first.id, names, now)
      if (!outcome.done) return problems.acronym
      const item = { kind: 'rename', caseFileId: null, fromUnitId: first.id, toUnitId: first.id }
      await settleItem(trx, migration.id, { ...item, moved: { rename: 1 }, notes: [] }, now)
      return undefined
    }
    const ids = (units: readonly { readonly id: string }[]) => units.map(({ id }) => id)
    await succeedUnits(trx, { from: ids(migration.from), to: ids(migration.to) }, now)
    return undefined
  })
}

/** Whether an earlier run of this migration came so far as to close the old units. */
async function isSucceeded(trx: Parameters<typeof keepTheRun>[0], { from, to }: Migration): Promise<boolean> {
  const rows = await trx`select 1 from organization.succession
    where predecessor_id = ${from[0]?.id ?? null} and successor_id = ${to[0]?.id ?? null}`
  return rows.length > 0
}

/**
 * Until nothing is left in the old units that was not tried: an act that was under way when they were closed may still
 * have put something there. Answers how many case files wait for somebody who is writing.
 */
async function moveCaseFiles(platform: Platform, run: Run, migration: Migration, actor: Actor): Promise<number> {
  const { db, clock, log } = platform
  const tried = new Set<string>()
  for (;;) {
    const busy = await busyCaseFiles(platform, migration)
    const left = (await planCaseFiles(db, migration)).filter(({ caseFileId }) => !tried.has(caseFileId))
    const free = left.filter(({ caseFileId }) => !busy.has(caseFileId))
    if (free.length === 0) return left.length
    for (const planned of free) {
      tried.add(planned.caseFileId)
      try {
        await moveCaseFile(db, { run, migration, actor, now: clock() }, planned)
      } catch (error) {
        if (error instanceof TakenOver) throw error
        log.error({ err: error, migration: migration.id, caseFile: planned.caseFileId }, 'a case file was not migrated')
        const item = { kind: 'case-file', caseFileId: planned.caseFileId, fromUnitId: null, toUnitId: planned.to }
        await failItem(db, migration.id, item, differences.failed, clock())
      }
    }
  }
}

async function busyCaseFiles({ db, clock }: Platform, { from }: Migration): Promise<ReadonlySet<string>> {
  const ids = from.map(({ id }) => id)
  const found = await Promise.all(caseFileMovers.map((mover) => mover.busy?.(db, ids, clock()) ?? []))
  return new Set(found.flat().map(({ caseFileId }) => caseFileId))
}
