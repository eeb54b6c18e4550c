export type BundleKind = 'signature' | 'meeting' | 'internal'
export type BundleState = 'generated' | 'available' | 'returned' | 'concluded'
/** The unit that made the bundle, or one that has it now. */
export type Side = 'generator' | 'receiver'
/** What takes a bundle from one state to another, or out of the world. */
export type Move = 'make-available' | 'cancel' | 'return' | 'conclude' | 'reopen' | 'delete'
/** What is done with a bundle and leaves its state as it is. */
export type BundleAct = 'change' | 'include' | 'remove' | 'annotate' | 'signal' | 'file' | 'sign'

/** Everything each side may do in each state: BLO-002, BLO-011 and BLO-024 as one table. */
export const bundleTable = {
  generated: {
    generator: [
      'make-available',
      'conclude',
      'delete',
      'change',
      'include',
      'remove',
      'annotate',
      'signal',
      'file',
      'sign',
    ],
    receiver: [],
  },
  available: { generator: ['cancel', 'file'], receiver: ['return', 'annotate', 'signal', 'file', 'sign'] },
  returned: {
    generator: ['make-available', 'conclude', 'change', 'include', 'remove', 'annotate', 'signal', 'file', 'sign'],
    receiver: [],
  },
  concluded: { generator: ['reopen'], receiver: [] },
} as const satisfies { readonly [state in BundleState]: { readonly [side in Side]: readonly (Move | BundleAct)[] } }

/** What no kind but one knows: internal bundles go nowhere, and only documents are signed. */
const notOf: { readonly [kind in BundleKind]: readonly (Move | BundleAct)[] } = {
  signature: [],
  meeting: ['sign'],
  internal: ['make-available', 'cancel', 'return', 'sign'],
}

/** Why something may not be done with a bundle. */
export type MoveRefusal =
  | { readonly kind: 'state'; readonly act: Move | BundleAct; readonly state: BundleState }
  | { readonly kind: 'not-your-side'; readonly side: Side }
  | { readonly kind: 'not-of-kind'; readonly bundleKind: BundleKind }
  | { readonly kind: 'no-destination' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-empty' }

export interface BundleFacts {
  readonly kind: BundleKind
  readonly state: BundleState
  readonly side: Side
  readonly itemCount: number
  readonly destinationCount: number
}

/** All the reasons against the move or act that the bundle itself gives; none means that it may be done. */
export function refusalsToDo(act: Move | BundleAct, facts: BundleFacts): MoveRefusal[] {
  if (notOf[facts.kind].includes(act)) return [{ kind: 'not-of-kind', bundleKind: facts.kind }]
  if (!mayEver(act, facts.side)) return [{ kind: 'not-your-side', side: facts.side }]
  const permitted: readonly (Move | BundleAct)[] = bundleTable[facts.state][facts.side]
  if (!permitted.includes(act)) return [{ kind: 'state', act, state: facts.state }]
  return [
    ...when(act === 'make-available' && facts.destinationCount === 0, { kind: 'no-destination' }),
    ...when(act === 'make-available' && facts.itemCount === 0, { kind: 'empty' }),
    ...when(act === 'delete' && facts.itemCount > 0, { kind: 'not-empty' }),
  ]
}

/** What decides where a move leads, besides the move. */
export interface MoveFacts {
  /** A unit has returned it, in this round or an earlier one. */
  readonly wasReturned: boolean
  readonly hasDestinations: boolean
  /** Units that have it, or wait for their turn, when the move is done. */
  readonly unitsLeft: number
}

/**
 * Where a move leads; undefined: out of the world. Cancelled or reopened, a bundle that some unit has returned is
 * returned, any other as if it had never left (BLO-003).
 */
export function stateAfter(move: Move, facts: MoveFacts): BundleState | undefined {
  switch (move) {
    case 'make-available':
      return 'available'
    case 'return':
      return facts.unitsLeft > 0 ? 'available' : 'returned'
    case 'conclude':
      return 'concluded'
    case 'cancel':
    case 'reopen':
      return facts.wasReturned && facts.hasDestinations ? 'returned' : 'generated'
    case 'delete':
      return undefined
  }
}

function mayEver(act: Move | BundleAct, side: Side): boolean {
  return Object.values(bundleTable).some((row) => (row[side] as readonly (Move | BundleAct)[]).includes(act))
}

function when(holds: boolean, refusal: MoveRefusal): MoveRefusal[] {
  return holds ? [refusal] : []
}
