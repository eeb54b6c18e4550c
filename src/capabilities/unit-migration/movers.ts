import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { bundleMovers } from '../bundles/index.ts'
import { caseMovers } from '../cases/index.ts'
import { checkpointsMover, standingsMover } from '../checkpoints/index.ts'
import { classificationMovers } from '../classification/index.ts'
import { deadlinesMover, reminderSettingMover } from '../deadlines/index.ts'
import { draftsMover, signatureCredentialsMover } from '../documents/index.ts'
import { groupsMover } from '../groups/index.ts'
import { guidesMover } from '../guides/index.ts'
import { institutionalMovers, standardTextsMover } from '../knowledge/index.ts'
import { contactAccessMover } from '../people/index.ts'
import { movementsMover, reopeningsMover } from '../routing/index.ts'
import { watchedMovers, watchRegisterMovers } from '../watchlists/index.ts'

/** What a mover answers: how many things it moved, and what people must know of them, as sentences. */
export interface Moved {
  readonly count: number
  readonly notes: readonly string[]
}

interface Named {
  /** Names it in reports; a kind never changes its name. */
  readonly kind: string
  /** One and many, as people say it. */
  readonly words: readonly [one: string, many: string]
}

/** One case file on its way from the units that give it up to the one that takes it, in a transaction that holds it. */
export interface CaseFileStep {
  readonly caseFileId: string
  readonly from: readonly string[]
  readonly to: string
  readonly actor: Actor
  readonly now: Date
}

/** Moves what ties a case file to a unit. What one case file has goes all at once, or not at all. */
export interface CaseFileMover extends Named {
  /** The case files that have something of this kind in these units, with how many. */
  perCaseFile(db: Database, from: readonly string[]): Promise<readonly { caseFileId: string; count: number }[]>
  /** The case files that must wait, because somebody is at work on this very thing. */
  busy?(db: Database, from: readonly string[], now: Date): Promise<readonly { caseFileId: string; who: string }[]>
  /** Done again, it finds nothing to move. */
  move(db: Database, step: CaseFileStep): Promise<Moved>
}

export interface UnitStep {
  readonly from: string
  /** Of a split, the unit that takes what no rule names. */
  readonly to: string
  readonly continuesNumbering: boolean
  readonly actor: Actor
  readonly now: Date
}

/** Moves what a unit has besides its case files: each kind at once, or not at all. */
export interface UnitMover extends Named {
  count(db: Database, from: string, options: { readonly continuesNumbering: boolean }): Promise<number>
  move(db: Database, step: UnitStep): Promise<Moved>
}

/** One line for each capability that ties case files to units. */
export const caseFileMovers: readonly CaseFileMover[] = [
  ...caseMovers,
  movementsMover,
  reopeningsMover,
  draftsMover,
  signatureCredentialsMover,
  deadlinesMover,
  ...watchedMovers,
  standingsMover,
]

/** One line for each capability that keeps something else in the name of a unit. */
export const unitMovers: readonly UnitMover[] = [
  standardTextsMover,
  ...institutionalMovers,
  guidesMover,
  groupsMover,
  contactAccessMover,
  ...classificationMovers,
  ...watchRegisterMovers,
  checkpointsMover,
  reminderSettingMover,
  ...bundleMovers,
]

/** In which order people read of kinds: what weighs most stands first, as in the lists above. */
export function placeOf(kind: string): number {
  return [...caseFileMovers, ...unitMovers].findIndex((mover) => mover.kind === kind)
}

/** One and many of a kind, for reports; also of kinds that no mover has any more. */
export function wordsOf(kind: string): readonly [one: string, many: string] {
  if (kind === 'rename') return ['unidade renomeada', 'unidades renomeadas']
  return [...caseFileMovers, ...unitMovers].find((mover) => mover.kind === kind)?.words ?? [kind, kind]
}
