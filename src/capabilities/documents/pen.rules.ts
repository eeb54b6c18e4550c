import {
  type Consequence,
  type DocumentAction,
  type DocumentCell,
  type DocumentCondition,
  type DocumentMatrixState,
  documentMatrix,
  type StateRefusal,
} from './document-matrix.rules.ts'

export {
  type Consequence,
  type DocumentAction,
  type DocumentMatrixState,
  documentMatrix,
} from './document-matrix.rules.ts'

/** The colour of the pen beside a signed document: yellow while its unit may still take it back, then black. */
export type Pen = 'none' | 'yellow' | 'black'

/** What makes a pen black (DOC-071, DOC-077); `describeLockCause` puts it into words to be stored with the document. */
export type LockCause =
  | { readonly kind: 'sent'; readonly unit: string }
  | { readonly kind: 'read-elsewhere'; readonly unit: string }
  | { readonly kind: 'concluded'; readonly unit: string }
  | { readonly kind: 'external-access' }
  | { readonly kind: 'external-signature' }
  | { readonly kind: 'publication' }
  | { readonly kind: 'posted'; readonly unit: string }

/** What must be known of a document, and of the actor towards it, to say what may be done with it. */
export interface DocumentFacts {
  readonly kind: 'authored' | 'uploaded'
  /** It has a valid signature; for an uploaded one, a certification. */
  readonly signed: boolean
  /** Since when the pen is black, and why, in words ('envio à unidade GAB'). Undefined: it is not. */
  readonly lock: { readonly since: Date; readonly cause: string } | undefined
  /** In a signature bundle that is now made available to another unit. */
  readonly inOpenBundle: boolean
  readonly cancelled: boolean
  readonly published: boolean
  /** On its way to being published: as fixed as what is published, but it can still be taken back (DOC-102). */
  readonly inPublication?: boolean
  /** An uploaded file of a kind that can be put into a PDF. */
  readonly convertible: boolean
  /** The base of a circular: its documents are signed, it is not (DOC-055). */
  readonly circularBase?: boolean
  /**
   * What the actor is to it: of the producing unit or its successor; of a unit to which a signature bundle, or a
   * meeting bundle, brings it now; holder of a signature credential; or of any other unit.
   */
  readonly actor: 'producing-unit' | 'signature-bundle' | 'meeting-bundle' | 'signature-credential' | 'other-unit'
}

/** Why the actor may not do something with a document. */
export type DocumentRefusal =
  | { readonly kind: Exclude<StateRefusal, 'locked'> }
  | { readonly kind: 'locked'; readonly since: Date | undefined; readonly cause: string }
  | { readonly kind: 'not-producing-unit' }
  | { readonly kind: 'already-signed' }
  | { readonly kind: 'draft-of-another-unit' }
  | { readonly kind: 'file-not-convertible' }
  | { readonly kind: 'circular-base' }
  | { readonly kind: 'in-publication' }

export function penOf({ signed, lock }: Pick<DocumentFacts, 'signed' | 'lock'>): Pen {
  if (!signed) return 'none'
  return lock ? 'black' : 'yellow'
}

/**
 * Whether reading the content makes the pen black (DOC-071, DOC-074): by another unit, and not of a draft; and not by a
 * unit that signs along in a bundle, nor by the very person who made it, who learns nothing by it. An uploaded document has no draft: it is seen or it is not.
 */
export function readingLocks(
  document: Pick<DocumentFacts, 'kind' | 'signed'>,
  reader: 'producing-unit' | 'co-signing-unit' | 'its-author' | 'other-unit',
): boolean {
  return reader === 'other-unit' && (document.kind === 'uploaded' || document.signed)
}

/** The state that decides, the most binding one first. */
export function documentState(facts: Omit<DocumentFacts, 'actor' | 'convertible'>): DocumentMatrixState {
  if (facts.cancelled) return 'cancelled'
  if (facts.published || facts.inPublication) return 'published'
  if (facts.kind === 'uploaded') return facts.lock ? 'external-seen' : 'external-untouched'
  if (facts.inOpenBundle) return 'in-bundle'
  if (!facts.signed) return 'draft'
  return facts.lock ? 'signed-black' : 'signed-yellow'
}

/**
 * All the reasons against the action; none means it may be done. Whether the content may be read at all is asked before,
 * by the gate; whether the case file stands still, by its own rules.
 */
export function refusalsFor(action: DocumentAction, facts: DocumentFacts): DocumentRefusal[] {
  const refusals = [
    ...refusalsOfActor(action, facts),
    ...refusalsOfCell(cellFor(action, facts), facts),
    ...when(action === 'sign' && facts.circularBase === true, { kind: 'circular-base' }),
  ]
  return refusals.filter((one, index) => refusals.findIndex(({ kind }) => kind === one.kind) === index)
}

/** What an allowed action brings with it, to be told before it is done. Undefined: nothing, or not allowed as it stands. */
export function consequenceOf(action: DocumentAction, facts: DocumentFacts): Consequence | undefined {
  const cell = cellFor(action, facts)
  return typeof cell === 'object' && 'allowed' in cell ? cell.allowed : undefined
}

function cellFor(action: DocumentAction, facts: DocumentFacts): DocumentCell {
  return documentMatrix[action][documentState(facts)]
}

/** What only the unit that made the document does to it. Others use, read, convert and verify. */
const ofProducingUnit: ReadonlySet<DocumentAction> = new Set([
  'edit-content',
  'edit-metadata',
  'sign',
  'delete',
  'cancel',
  'move',
])

function refusalsOfActor(action: DocumentAction, { actor, signed, kind }: DocumentFacts): DocumentRefusal[] {
  if (actor === 'producing-unit' || !ofProducingUnit.has(action)) return []
  const signsAlong = (actor === 'signature-bundle' || actor === 'signature-credential') && kind === 'authored'
  if (signsAlong && action === 'sign') return []
  // DOC-076: the content stays what the first one signed.
  if (signsAlong && action === 'edit-content') return when(signed, { kind: 'already-signed' })
  return [{ kind: 'not-producing-unit' }]
}

function refusalsOfCell(cell: DocumentCell, facts: DocumentFacts): DocumentRefusal[] {
  if (cell === 'allowed' || 'allowed' in cell) return []
  if ('conditional' in cell) return conditions[cell.conditional](facts)
  if (cell.refused === 'published' && !facts.published) return [{ kind: 'in-publication' }]
  if (cell.refused !== 'locked') return [{ kind: cell.refused }]
  return [{ kind: 'locked', since: facts.lock?.since, cause: facts.lock?.cause ?? '' }]
}

const conditions: { readonly [condition in DocumentCondition]: (facts: DocumentFacts) => DocumentRefusal[] } = {
  receiver: ({ actor }) => when(actor !== 'signature-bundle', { kind: 'in-bundle' }),
  'receiver-while-unsigned': ({ actor, signed }) =>
    actor === 'signature-bundle' ? when(signed, { kind: 'already-signed' }) : [{ kind: 'in-bundle' }],
  // A signed document that waits in a bundle is read as any signed one; only the draft is for those who received it.
  'shared-by-bundle': ({ actor, signed }) => when(!signed && actor === 'other-unit', { kind: 'draft-of-another-unit' }),
  'own-unit': ({ actor }) => when(actor !== 'producing-unit', { kind: 'draft-of-another-unit' }),
  'convertible-file': ({ convertible }) => when(!convertible, { kind: 'file-not-convertible' }),
  signed: ({ signed }) => when(!signed, { kind: 'not-found' }),
  certified: ({ signed }) => when(!signed, { kind: 'not-found' }),
}

function when(holds: boolean, refusal: DocumentRefusal): DocumentRefusal[] {
  return holds ? [refusal] : []
}
