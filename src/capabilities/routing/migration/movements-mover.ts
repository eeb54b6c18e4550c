import type { Database } from '../../../platform/db/index.ts'
import { countMovements, rekeyMovements } from './migration.queries.ts'

/**
 * Movements under way follow the units that are migrated: returns that are due and returns that are awaited (EST-088),
 * and what was sent and nobody opened yet. Between two units that become one, nothing is left to be returned.
 */
export const movementsMover = {
  kind: 'movements',
  words: ['retorno programado ou envio por receber', 'retornos programados e envios por receber'],
  perCaseFile: countMovements,
  move: async (
    db: Database,
    step: { readonly caseFileId: string; readonly from: readonly string[]; readonly to: string; readonly now: Date },
  ) => {
    const { count, met } = await rekeyMovements(db, step)
    const notes = met > 0 ? ['Um retorno entre as unidades que se juntaram foi encerrado.'] : []
    return { count, notes }
  },
} as const
