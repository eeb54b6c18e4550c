import type { Database } from '../../../platform/db/index.ts'
import { copyPoints, countPoints, countStandings, moveStanding } from './migration.queries.ts'

/** Where the case files of a unit stand in its work goes with them. */
export const standingsMover = {
  kind: 'standings',
  words: ['processo em ponto de controle', 'processos em pontos de controle'],
  perCaseFile: countStandings,
  move: async (
    db: Database,
    { caseFileId, from, to }: { readonly caseFileId: string; readonly from: readonly string[]; readonly to: string },
  ) => {
    const moved: { count: number; met: boolean }[] = []
    for (const unit of from) moved.push(await moveStanding(db, { caseFileId, from: unit, to }))
    const notes = moved.some(({ met }) => met)
      ? ['O processo estava em dois pontos de controle: ficou no mais recente.']
      : []
    return { count: moved.reduce((sum, { count }) => sum + count, 0), notes }
  },
} as const

/** The points themselves. One that the new unit has under the same name stays as it is. */
export const checkpointsMover = {
  kind: 'checkpoints',
  words: ['ponto de controle da unidade', 'pontos de controle da unidade'],
  count: (db: Database, from: string) => countPoints(db, from),
  move: async (db: Database, { from, to }: { readonly from: string; readonly to: string }) => {
    await copyPoints(db, from, to)
    return { count: await countPoints(db, from), notes: [] }
  },
} as const
