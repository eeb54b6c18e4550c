import type { Database } from '../../../platform/db/index.ts'
import {
  copyLabels,
  countEntries,
  countLabellings,
  countLabelsOf,
  countNotes,
  countWatchlists,
  type FromOne,
  type Gone,
  moveEntries,
  moveLabellings,
  moveNotes,
  moveWatchlists,
} from './migration.queries.ts'

interface CaseFileStep {
  readonly caseFileId: string
  readonly from: readonly string[]
  readonly to: string
}

/** What a team keeps about its case files goes with each of them. Favourites are of persons, and stay theirs. */
export const watchedMovers = [
  {
    kind: 'notes',
    words: ['anotação', 'anotações'],
    perCaseFile: countNotes,
    move: fromEach(moveNotes, 'Uma anotação não coube junto à da nova unidade e ficou em nome da unidade de origem.'),
  },
  {
    kind: 'labels-on-case-files',
    words: ['marcador em processo', 'marcadores em processos'],
    perCaseFile: countLabellings,
    move: fromEach(moveLabellings, 'O texto de um marcador não coube junto ao da nova unidade: ficou na de origem.'),
  },
  {
    kind: 'followed',
    words: ['acompanhamento especial', 'acompanhamentos especiais'],
    perCaseFile: countEntries,
    move: fromEach(
      moveEntries,
      'A observação de um acompanhamento não coube junto à da nova unidade: ficou na de origem.',
    ),
  },
] as const

interface UnitStep {
  readonly from: string
  readonly to: string
}

/** The registers of the unit. What is there under the same name already stays as it is. */
export const watchRegisterMovers = [
  {
    kind: 'labels',
    words: ['marcador da unidade', 'marcadores da unidade'],
    count: (db: Database, from: string) => countLabelsOf(db, from),
    move: async (db: Database, { from, to }: UnitStep) => {
      await copyLabels(db, from, to)
      return { count: await countLabelsOf(db, from), notes: [] }
    },
  },
  {
    kind: 'watchlists',
    words: ['grupo de acompanhamento', 'grupos de acompanhamento'],
    count: (db: Database, from: string) => countWatchlists(db, from),
    move: async (db: Database, { from, to }: UnitStep) => {
      const count = await countWatchlists(db, from)
      await moveWatchlists(db, from, to)
      return { count, notes: [] }
    },
  },
] as const

/** Unit by unit: two of them may have the same thing on one case file, and it becomes one. */
function fromEach(moveOne: (db: Database, step: FromOne) => Promise<Gone>, didNotFit: string) {
  return async (db: Database, { caseFileId, from, to }: CaseFileStep) => {
    const gone: Gone[] = []
    for (const unit of from) gone.push(await moveOne(db, { caseFileId, from: unit, to }))
    const notes = gone.some(({ left }) => left > 0) ? [didNotFit] : []
    return { count: gone.reduce((sum, { count }) => sum + count, 0), notes }
  }
}
