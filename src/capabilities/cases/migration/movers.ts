import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../../history/index.ts'
import {
  type CaseFileStep,
  countCredentials,
  countHoldings,
  countObservations,
  countSuspensions,
  joinObservations,
  lockCaseFiles,
  moveHoldings,
  moveSuspension,
  type ObservationRow,
  selectObservationsOf,
  transferCredentials,
} from './migration.queries.ts'

const longestObservation = 2000

/** Holds case files until the transaction ends, for unit migration, which passes no gate: it shows nothing to anybody. */
export async function holdForMigration(db: Database, caseFileIds: readonly string[]): Promise<void> {
  await lockCaseFiles(db, caseFileIds)
}

/** What a case file is to a unit, and how it goes to another one when the unit is migrated (EST-087, EST-088). */
export const caseMovers = [
  {
    kind: 'holdings',
    words: ['processo aberto na unidade', 'processos abertos na unidade'],
    perCaseFile: countHoldings,
    move: async (db: Database, step: CaseFileStep) => {
      const { count, unassigned } = await moveHoldings(db, step, todayIn(step.now))
      return { count, notes: unassigned.map((name) => `A atribuição a ${name} foi removida.`) }
    },
  },
  {
    kind: 'suspensions',
    words: ['sobrestamento', 'sobrestamentos'],
    perCaseFile: countSuspensions,
    move: async (db: Database, step: CaseFileStep) => ({ count: await moveSuspension(db, step), notes: [] }),
  },
  {
    kind: 'credentials',
    words: ['credencial de processo sigiloso', 'credenciais de processos sigilosos'],
    perCaseFile: countCredentials,
    move: async (db: Database, step: CaseFileStep) => {
      const transferred = await transferCredentials(db, step, todayIn(step.now))
      const { caseFileId, actor, now } = step
      const events = transferred.map(({ name, from, unit }) => ({
        caseFileId,
        event: { kind: 'credential-moved', to: name, from, unit } as const,
      }))
      await record(db, actor, now, events)
      const dormant = transferred.filter((one) => one.dormant)
      return {
        count: transferred.length,
        notes: dormant.map(({ name, unit }) => `A credencial de ${name} só vale quando tiver permissão em ${unit}.`),
      }
    },
  },
  {
    kind: 'observations',
    words: ['observação da unidade', 'observações da unidade'],
    perCaseFile: countObservations,
    move: moveObservations,
  },
] as const

/** One observation a unit: where the new unit has its own, the texts are joined, and none is ever cut. */
async function moveObservations(db: Database, { caseFileId, from, to }: CaseFileStep) {
  const rows = await selectObservationsOf(db, caseFileId, [...from, to])
  let kept: ObservationRow | undefined = rows.find(({ unitId }) => unitId === to)
  const gone: string[] = []
  for (const row of rows.filter(({ unitId }) => unitId !== to)) {
    const text = kept ? `${kept.text}\n${row.text}` : row.text
    if (text.length > longestObservation) continue
    kept = { ...(kept ?? row), unitId: to, text }
    gone.push(row.unitId)
  }
  if (kept && gone.length > 0) await joinObservations(db, caseFileId, kept, gone)
  const left = rows.filter(({ unitId }) => unitId !== to).length - gone.length
  const notes =
    left > 0 ? ['Uma observação não coube junto à da nova unidade e ficou em nome da unidade de origem.'] : []
  return { count: gone.length, notes }
}
