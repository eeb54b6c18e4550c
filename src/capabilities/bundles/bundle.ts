import type { BundleKind, BundleState, Side } from './moves/moves.rules.ts'

/** A bundle as the gate hands it to an actor, with what this unit has to do with it. */
export interface Bundle {
  readonly id: string
  /** Of the installation's one sequence: in addresses, and what people call it by. */
  readonly number: string
  readonly kind: BundleKind
  readonly state: BundleState
  /** Whether the actor's unit made it, or has received it. */
  readonly side: Side
  readonly unitId: string
  readonly unitAcronym: string
  readonly description: string
  readonly inOrder: boolean
  /** Local date until which all should have signed. */
  readonly signBy: string | null
  readonly createdAt: Date
  readonly createdByName: string
  readonly itemCount: number
  readonly destinations: readonly Destination[]
  readonly signals: readonly Signal[]
  /** In which group and with whom the actor's unit keeps it. */
  readonly groupId: string | null
  readonly groupName: string | null
  readonly assignedTo: string | null
  readonly assignedToName: string | null
}

export interface Destination {
  readonly unitId: string
  readonly acronym: string
  /** `has-it` is the hourglass of BLO-004; `waits`: its turn in the order of signature has not come. */
  readonly state: 'planned' | 'waits' | 'has-it' | 'returned'
  /** When it got it or, returned, when it gave it back. */
  readonly at: string | null
  /** What it wrote when it returned it. */
  readonly note: string
}

export type SignalKind = 'priority' | 'revised' | 'commented'

export interface Signal {
  readonly kind: SignalKind
  readonly text: string
  readonly by: string
  readonly unitAcronym: string
  readonly at: string
}

/** How many items one bundle holds at most; a signature bundle no more than one act signs. */
export const mostItems: { readonly [kind in BundleKind]: number } = { signature: 100, meeting: 100, internal: 300 }
