/** The states that decide what may be done with a document (§10.2 of the specification). */
export type DocumentMatrixState =
  | 'draft'
  | 'signed-yellow'
  | 'signed-black'
  | 'in-bundle'
  | 'cancelled'
  | 'published'
  | 'external-untouched'
  | 'external-seen'

/** What is done with a document; `read-elsewhere` is reading by another unit, `verify` the public authenticity page. */
export type DocumentAction =
  | 'edit-content'
  | 'edit-metadata'
  | 'sign'
  | 'delete'
  | 'cancel'
  | 'move'
  | 'use-as-model'
  | 'read-elsewhere'
  | 'convert-to-pdf'
  | 'verify'

/** What an allowed action brings with it: told before, or recorded. */
export type Consequence =
  | 'drops-signatures'
  | 'replaces-file'
  | 'adds-signature'
  | 'recorded'
  | 'reason-required'
  | 'turns-black'
  | 'name-and-reason-only'
  | 'shows-cancellation'
  | 'shows-publication'

/** Why a state refuses an action; `explainDocumentRefusal` says it to people. */
export type StateRefusal =
  | 'locked'
  | 'in-bundle'
  | 'cancelled'
  | 'already-cancelled'
  | 'published'
  | 'delete-instead'
  | 'authored-does-not-move'
  | 'not-authored'
  | 'certify-instead'
  | 'not-found'

/** What must still hold for the action; `refusalsFor` asks it of the facts. */
export type DocumentCondition =
  | 'receiver-while-unsigned'
  | 'receiver'
  | 'shared-by-bundle'
  | 'own-unit'
  | 'convertible-file'
  | 'signed'
  | 'certified'

/** Allowed, allowed with a consequence, refused for a reason, or allowed under a condition. */
export type DocumentCell =
  | 'allowed'
  | { readonly allowed: Consequence }
  | { readonly refused: StateRefusal }
  | { readonly conditional: DocumentCondition }

const locked = { refused: 'locked' } as const
const inBundle = { refused: 'in-bundle' } as const
const cancelled = { refused: 'cancelled' } as const
const published = { refused: 'published' } as const
const deleteInstead = { refused: 'delete-instead' } as const
const authoredStays = { refused: 'authored-does-not-move' } as const
const notAuthored = { refused: 'not-authored' } as const

/** Which action which state allows: the table of §10.2, one row an action. The acting unit is the producing one. */
export const documentMatrix = {
  'edit-content': {
    draft: 'allowed',
    'signed-yellow': { allowed: 'drops-signatures' },
    'signed-black': locked,
    'in-bundle': { conditional: 'receiver-while-unsigned' },
    cancelled,
    published,
    'external-untouched': { allowed: 'replaces-file' },
    'external-seen': locked,
  },
  'edit-metadata': {
    draft: 'allowed',
    'signed-yellow': 'allowed',
    'signed-black': { allowed: 'recorded' },
    'in-bundle': 'allowed',
    cancelled,
    published,
    'external-untouched': 'allowed',
    'external-seen': { allowed: 'recorded' },
  },
  sign: {
    draft: 'allowed',
    'signed-yellow': { allowed: 'adds-signature' },
    'signed-black': { allowed: 'adds-signature' },
    'in-bundle': { conditional: 'receiver' },
    cancelled,
    published,
    'external-untouched': { refused: 'certify-instead' },
    'external-seen': { refused: 'certify-instead' },
  },
  delete: {
    draft: 'allowed',
    'signed-yellow': 'allowed',
    'signed-black': locked,
    'in-bundle': inBundle,
    cancelled,
    published,
    'external-untouched': 'allowed',
    'external-seen': locked,
  },
  cancel: {
    draft: deleteInstead,
    'signed-yellow': deleteInstead,
    'signed-black': { allowed: 'reason-required' },
    'in-bundle': inBundle,
    cancelled: { refused: 'already-cancelled' },
    published,
    'external-untouched': deleteInstead,
    'external-seen': { allowed: 'reason-required' },
  },
  move: {
    draft: authoredStays,
    'signed-yellow': authoredStays,
    'signed-black': authoredStays,
    'in-bundle': authoredStays,
    cancelled,
    published: authoredStays,
    'external-untouched': 'allowed',
    'external-seen': { allowed: 'reason-required' },
  },
  'use-as-model': {
    draft: 'allowed',
    'signed-yellow': 'allowed',
    'signed-black': 'allowed',
    'in-bundle': 'allowed',
    cancelled,
    published: 'allowed',
    'external-untouched': notAuthored,
    'external-seen': notAuthored,
  },
  'read-elsewhere': {
    draft: { conditional: 'shared-by-bundle' },
    'signed-yellow': { allowed: 'turns-black' },
    'signed-black': 'allowed',
    'in-bundle': { conditional: 'shared-by-bundle' },
    cancelled: { allowed: 'name-and-reason-only' },
    published: 'allowed',
    'external-untouched': 'allowed',
    'external-seen': 'allowed',
  },
  'convert-to-pdf': {
    draft: { conditional: 'own-unit' },
    'signed-yellow': 'allowed',
    'signed-black': 'allowed',
    'in-bundle': 'allowed',
    cancelled,
    published: 'allowed',
    'external-untouched': { conditional: 'convertible-file' },
    'external-seen': { conditional: 'convertible-file' },
  },
  verify: {
    draft: { refused: 'not-found' },
    'signed-yellow': 'allowed',
    'signed-black': 'allowed',
    'in-bundle': { conditional: 'signed' },
    cancelled: { allowed: 'shows-cancellation' },
    published: { allowed: 'shows-publication' },
    'external-untouched': { conditional: 'certified' },
    'external-seen': { conditional: 'certified' },
  },
} as const satisfies {
  readonly [action in DocumentAction]: { readonly [state in DocumentMatrixState]: DocumentCell }
}
