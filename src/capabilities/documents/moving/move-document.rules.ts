import type { CaseRefusal } from '../../cases/index.ts'
import type { ActRefusal } from '../act-refusal.text.ts'
import type { LevelRefusal } from '../level/level.rules.ts'

/** Who may move external documents: nobody, mailroom units, or every unit (EST-048). */
export type MovingMode = 'never' | 'mailroom' | 'always'

export interface MoveFacts {
  readonly mode: MovingMode
  readonly unitIsMailroom: boolean
  /** What stands against it in the document and its case file. */
  readonly act: readonly ActRefusal[]
  /** Undefined: there is no such case file, or it is not for this actor. */
  readonly target:
    | {
        readonly isTheSame: boolean
        readonly refusals: readonly CaseRefusal[]
        readonly level: readonly LevelRefusal[]
      }
    | undefined
  /** The case file is confidential and the other one is not. */
  readonly leavesConfidential: boolean
}

export type MoveRefusal =
  | { readonly kind: 'act'; readonly why: ActRefusal }
  | { readonly kind: 'target-refuses'; readonly why: CaseRefusal }
  | { readonly kind: 'level'; readonly why: LevelRefusal }
  | { readonly kind: 'moving-off' | 'not-mailroom' | 'target-not-found' | 'target-is-same' | 'leaves-confidential' }

/** All the reasons against taking the document to the other case file; none means it goes (PRO-232). */
export function refusalsToMove({ mode, unitIsMailroom, act, target, leavesConfidential }: MoveFacts): MoveRefusal[] {
  const when = (holds: boolean, refusal: MoveRefusal) => (holds ? [refusal] : [])
  const own = [
    ...when(mode === 'never', { kind: 'moving-off' }),
    ...when(mode === 'mailroom' && !unitIsMailroom, { kind: 'not-mailroom' }),
    ...act.map((why) => ({ kind: 'act', why }) as const),
  ]
  if (!target) return [...own, { kind: 'target-not-found' }]
  if (target.isTheSame) return [...own, { kind: 'target-is-same' }]
  return [
    ...own,
    ...target.refusals.map((why) => ({ kind: 'target-refuses', why }) as const),
    ...target.level.map((why) => ({ kind: 'level', why }) as const),
    ...when(leavesConfidential, { kind: 'leaves-confidential' }),
  ]
}

/** The parameter as it is stored: 0, 1 or 2; without it every unit may. */
export function movingMode(setting: unknown): MovingMode {
  return setting === 0 ? 'never' : setting === 1 ? 'mailroom' : 'always'
}
