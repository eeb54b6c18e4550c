import type { Mode } from './migration.ts'

/** What is known of one unit when a migration is weighed. */
export interface UnitStanding {
  readonly acronym: string
  readonly deactivated: boolean
  readonly placed: boolean
  readonly succeeded: boolean
  readonly available: boolean
  readonly hasAddress: boolean
  readonly elsewhere: boolean
  readonly peopleCount: number
}

export interface MigrationFacts {
  readonly mode: Mode
  readonly from: readonly UnitStanding[]
  readonly to: readonly UnitStanding[]
  readonly newAcronym: string | null
  readonly acronymTaken: boolean
  /** Names of people of the old units who may not work in any of the new ones. */
  readonly withoutPlace: readonly string[]
  /** How many case files will lose their assignment, and whose. */
  readonly unassigned: { readonly count: number; readonly names: readonly string[] }
  /** Who has something open that is to be moved. */
  readonly busy: readonly string[]
  /** A split without any rule sends everything to the first unit. */
  readonly ruleCount: number
}

export type ObstacleKind =
  | { readonly kind: 'already-succeeded' | 'in-another-migration'; readonly unit: string }
  | {
      readonly kind: 'successor-out-of-use' | 'successor-out-of-hierarchy' | 'nobody-in-successor'
      readonly unit: string
    }
  | { readonly kind: 'acronym-taken'; readonly acronym: string }
  | { readonly kind: 'no-rules' }
  | { readonly kind: 'successor-without-address' | 'successor-takes-nothing'; readonly unit: string }
  | { readonly kind: 'people-without-place'; readonly names: readonly string[] }
  | { readonly kind: 'assignments-cleared'; readonly count: number; readonly names: readonly string[] }
  | { readonly kind: 'being-written'; readonly names: readonly string[] }

const blocking: ReadonlySet<ObstacleKind['kind']> = new Set([
  'already-succeeded',
  'in-another-migration',
  'successor-out-of-use',
  'successor-out-of-hierarchy',
  'nobody-in-successor',
  'acronym-taken',
  'no-rules',
])

/** Whether the migration can be neither approved nor carried out while it stands in the way. */
export function blocks({ kind }: ObstacleKind): boolean {
  return blocking.has(kind)
}

/** Everything that stands in the way, and everything that people must know before (EST-095, EST-097). */
export function obstaclesTo(facts: MigrationFacts): ObstacleKind[] {
  const found: ObstacleKind[] = []
  for (const { acronym: unit, succeeded, elsewhere } of facts.from) {
    if (succeeded) found.push({ kind: 'already-succeeded', unit })
    if (elsewhere) found.push({ kind: 'in-another-migration', unit })
  }
  for (const one of facts.to) {
    const unit = one.acronym
    if (one.succeeded) found.push({ kind: 'already-succeeded', unit })
    if (one.elsewhere) found.push({ kind: 'in-another-migration', unit })
    if (one.deactivated) found.push({ kind: 'successor-out-of-use', unit })
    else if (!one.placed) found.push({ kind: 'successor-out-of-hierarchy', unit })
    else if (one.peopleCount === 0) found.push({ kind: 'nobody-in-successor', unit })
    if (!one.hasAddress) found.push({ kind: 'successor-without-address', unit })
    if (!one.available) found.push({ kind: 'successor-takes-nothing', unit })
  }
  if (facts.acronymTaken && facts.newAcronym) found.push({ kind: 'acronym-taken', acronym: facts.newAcronym })
  if (facts.mode === 'split' && facts.ruleCount === 0) found.push({ kind: 'no-rules' })
  if (facts.withoutPlace.length > 0) found.push({ kind: 'people-without-place', names: facts.withoutPlace })
  if (facts.unassigned.count > 0) found.push({ kind: 'assignments-cleared', ...facts.unassigned })
  if (facts.busy.length > 0) found.push({ kind: 'being-written', names: facts.busy })
  return found
}
