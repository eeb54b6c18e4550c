export const modes = ['rename', 'succession', 'merge', 'split'] as const
/** @term renomeação, sucessão, fusão, cisão */
export type Mode = (typeof modes)[number]

export type MigrationState = 'draft' | 'simulated' | 'approved' | 'running' | 'done' | 'failed'

/** How many things of each kind. */
export type Counts = Readonly<Record<string, number>>

export interface Obstacle {
  /** With it, the migration is neither approved nor carried out. */
  readonly blocks: boolean
  readonly text: string
}

/** What the dry run found, kept as it was told (EST-097). */
export interface Simulation {
  readonly caseFiles: number
  readonly counts: Counts
  readonly obstacles: readonly Obstacle[]
}

export interface MigratedUnit {
  readonly id: string
  readonly acronym: string
  readonly name: string
  readonly agencyId: string
}

/** Of a split: case files of this kind go there. Exactly one of the three is given. */
export interface Rule {
  readonly id: string
  readonly caseFileId: string | null
  readonly accountId: string | null
  readonly caseTypeId: string | null
  readonly toUnitId: string
  /** What it names, for people. */
  readonly label: string
}

interface Signed {
  readonly at: Date
  readonly name: string
}

/** The migration of units: what is to be done, how far it came. @term migração de unidades */
export interface Migration {
  readonly id: string
  readonly mode: Mode
  readonly state: MigrationState
  readonly formalAct: string
  readonly caseNumber: string
  readonly newAcronym: string | null
  readonly newName: string | null
  readonly continuesNumbering: boolean
  readonly createdBy: string
  readonly created: Signed
  readonly simulated: Signed | null
  readonly approved: (Signed & { readonly unit: string }) | null
  readonly started: Signed | null
  readonly startedBy: string | null
  readonly startedUnitId: string | null
  readonly finishedAt: Date | null
  readonly problem: string | null
  readonly simulation: Simulation | null
  readonly from: readonly MigratedUnit[]
  /** Of a split, the first takes what no rule names. */
  readonly to: readonly MigratedUnit[]
  readonly rules: readonly Rule[]
}
