import { openDatabase } from '../../src/platform/db/index.ts'
import { readLedgers } from './ledger.ts'
import type { PreparedHouse } from './prepare-house.ts'
import type { Program } from './program.ts'
import { type ActFindings, verifyActs } from './verify-acts.ts'
import { type HouseFindings, leftOverUploads, verifyHouse } from './verify-house.ts'

export interface Findings {
  readonly acts: ActFindings
  readonly house: HouseFindings
}

/** The ledger and the house by itself, once everything is answered; a program must be running. */
export async function verify(program: Program, house: PreparedHouse, patienceMs: number): Promise<Findings> {
  const url = program.databaseUrl()
  const db = await openDatabase({ url, poolSize: 4, statementTimeoutMs: 120_000, prepare: true })
  try {
    const kept = await verifyHouse(db, house.dataFolder, patienceMs)
    const acts = await verifyActs(db, readLedgers(house.ledgerFolder))
    return { acts, house: kept }
  } finally {
    await db.end({ timeout: 5 })
  }
}

/** Ends the program in good order and names all that is wrong with it and with what was found. */
export async function judge(program: Program, { acts, house }: Findings, dataFolder: string): Promise<string[]> {
  const code = await program.stop()
  return [
    ...acts.lost.map((one) => `perdido: ${one}`),
    ...acts.twice.map((one) => `em dobro: ${one}`),
    ...acts.otherAnswers.map((one) => `outra resposta: ${one}`),
    ...acts.refused.map((one) => `recusado ou sem resposta: ${one}`),
    ...house.halfMade.map((one) => `pela metade: ${one}`),
    ...house.history.map((one) => `histórico: ${one}`),
    ...house.undoneWork,
    ...house.unnamedFiles.map((one) => `conteúdo sem linha depois da varredura: ${one}`),
    ...program.unexplained.map((one) => `o programa disse: ${one}`),
    ...leftOverUploads(dataFolder),
    ...(code === 0 ? [] : [`o programa encerrou com o código ${code}`]),
  ]
}
