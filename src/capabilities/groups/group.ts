export const kinds = ['units', 'contacts', 'emails'] as const
/** What a group gathers. */
export type GroupKind = (typeof kinds)[number]

export const scopes = ['person', 'unit', 'agency', 'installation'] as const
/** Who uses a group: one person, a unit, an agency, everybody (EST-043). */
export type GroupScope = (typeof scopes)[number]

/** A group as it is chosen. @term grupo */
export interface GroupChoice {
  readonly id: string
  readonly name: string
  readonly scope: GroupScope
}

/** A group as it is kept. */
export interface RecipientGroup extends GroupChoice {
  readonly kind: GroupKind
  readonly description: string
  readonly agencyId: string | null
  readonly active: boolean
  /** One line each, as the form takes them. */
  readonly members: readonly string[]
}

/** Why a unit of a group is not taken along. */
export type LeftOutReason = 'own-unit' | 'not-available' | 'out-of-use'

/** What choosing a group brought: what is taken along, and what is not, each named. */
export interface AddedGroup {
  readonly name: string
  readonly added: readonly string[]
  readonly leftOut: readonly { readonly label: string; readonly why: LeftOutReason | 'too-many' }[]
}
