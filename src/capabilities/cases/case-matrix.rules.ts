/** The states that decide what may be done with a case file in one unit (§10.1 of the specification). */
export type CaseMatrixState = 'open' | 'concluded' | 'suspended' | 'annexed' | 'archived' | 'blocked' | 'confidential'

/** What people do with a case file. `change` is of type, level and classes; `annotate` of notes, labels and deadlines. */
export type CaseAction =
  | 'read'
  | 'include-document'
  | 'sign-draft'
  | 'send'
  | 'assign'
  | 'conclude'
  | 'reopen'
  | 'suspend'
  | 'resume'
  | 'relate'
  | 'unrelate'
  | 'receive-annex'
  | 'annex'
  | 'duplicate'
  | 'delete'
  | 'change'
  | 'write-unit-remark'
  | 'annotate'
  | 'set-checkpoint'
  | 'follow'
  | 'add-to-internal-bundle'
  | 'add-to-meeting-bundle'
  | 'acknowledge-or-comment'
  | 'grant-external-access'
  | 'export'

/** Why a state refuses an action; `explainCaseRefusal` says it to people. */
export type StateRefusal =
  | 'concluded-here'
  | 'already-concluded'
  | 'already-open'
  | 'suspended'
  | 'already-suspended'
  | 'not-suspended'
  | 'annexed'
  | 'archived'
  | 'blocked'
  | 'confidential'
  | 'by-credential-only'

/** What must still hold for the action; `refusalsToAct` asks it of the facts. */
export type CaseCondition =
  | 'credential-and-password'
  | 'credential'
  | 'open-only-here'
  | 'suspending-unit'
  | 'relating-unit'
  | 'five-annexation-rules'
  | 'only-generator-no-documents'
  | 'between-holders'

/** Allowed, allowed through the principal's tree, refused for a reason, or allowed under a condition. */
export type CaseCell =
  | 'allowed'
  | { readonly allowed: 'through-principal' }
  | { readonly refused: StateRefusal }
  | { readonly conditional: CaseCondition }

const concluded = { refused: 'concluded-here' } as const
const suspended = { refused: 'suspended' } as const
const annexed = { refused: 'annexed' } as const
const archived = { refused: 'archived' } as const
const blocked = { refused: 'blocked' } as const
const confidential = { refused: 'confidential' } as const
const holder = { conditional: 'credential' } as const
const notSuspended = { refused: 'not-suspended' } as const

/** Refused in every state but the open one: what needs the case file on this desk and moving. */
const onlyWhenOpen = { concluded, suspended, annexed, archived, blocked } as const

/**
 * Which action which state allows: the table of §10.1, one row an action. The column `confidential` is of a confidential
 * case file open in the unit, and only ever restricts further: its other state is asked too.
 */
export const caseMatrix = {
  read: {
    open: 'allowed',
    concluded: 'allowed',
    suspended: 'allowed',
    annexed: { allowed: 'through-principal' },
    archived: 'allowed',
    blocked: 'allowed',
    confidential: { conditional: 'credential-and-password' },
  },
  'include-document': { open: 'allowed', ...onlyWhenOpen, confidential: 'allowed' },
  'sign-draft': { open: 'allowed', ...onlyWhenOpen, confidential: 'allowed' },
  send: { open: 'allowed', ...onlyWhenOpen, confidential: { refused: 'by-credential-only' } },
  assign: { open: 'allowed', ...onlyWhenOpen, confidential },
  conclude: { open: 'allowed', ...onlyWhenOpen, concluded: { refused: 'already-concluded' }, confidential: 'allowed' },
  reopen: {
    open: { refused: 'already-open' },
    concluded: 'allowed',
    suspended,
    annexed,
    archived,
    blocked,
    confidential: holder,
  },
  suspend: {
    open: { conditional: 'open-only-here' },
    ...onlyWhenOpen,
    suspended: { refused: 'already-suspended' },
    confidential: { conditional: 'open-only-here' },
  },
  resume: {
    open: notSuspended,
    concluded: notSuspended,
    suspended: { conditional: 'suspending-unit' },
    annexed: notSuspended,
    archived: notSuspended,
    blocked: notSuspended,
    confidential: 'allowed',
  },
  relate: {
    open: 'allowed',
    concluded: 'allowed',
    suspended: 'allowed',
    annexed,
    archived: 'allowed',
    blocked: 'allowed',
    confidential: { conditional: 'between-holders' },
  },
  unrelate: {
    open: { conditional: 'relating-unit' },
    concluded: { conditional: 'relating-unit' },
    suspended: { conditional: 'relating-unit' },
    annexed,
    archived,
    blocked: { conditional: 'relating-unit' },
    confidential: { conditional: 'between-holders' },
  },
  'receive-annex': { open: 'allowed', ...onlyWhenOpen, confidential },
  annex: { open: { conditional: 'five-annexation-rules' }, ...onlyWhenOpen, confidential },
  duplicate: {
    open: 'allowed',
    concluded: 'allowed',
    suspended: 'allowed',
    annexed,
    archived,
    blocked,
    confidential,
  },
  delete: {
    open: { conditional: 'only-generator-no-documents' },
    ...onlyWhenOpen,
    confidential: { conditional: 'only-generator-no-documents' },
  },
  change: { open: 'allowed', ...onlyWhenOpen, confidential: 'allowed' },
  'write-unit-remark': {
    open: 'allowed',
    concluded: 'allowed',
    suspended: 'allowed',
    annexed: 'allowed',
    archived,
    blocked,
    confidential: 'allowed',
  },
  annotate: { open: 'allowed', ...onlyWhenOpen, confidential: holder },
  'set-checkpoint': { open: 'allowed', ...onlyWhenOpen, confidential: 'allowed' },
  follow: {
    open: 'allowed',
    concluded: 'allowed',
    suspended: 'allowed',
    annexed: 'allowed',
    archived: 'allowed',
    blocked: 'allowed',
    confidential: holder,
  },
  'add-to-internal-bundle': { open: 'allowed', ...onlyWhenOpen, confidential },
  'add-to-meeting-bundle': { open: 'allowed', ...onlyWhenOpen, confidential },
  'acknowledge-or-comment': { open: 'allowed', ...onlyWhenOpen, confidential: 'allowed' },
  'grant-external-access': {
    open: 'allowed',
    concluded,
    suspended: 'allowed',
    annexed,
    archived: 'allowed',
    blocked: 'allowed',
    confidential,
  },
  export: {
    open: 'allowed',
    concluded: 'allowed',
    suspended: 'allowed',
    annexed: 'allowed',
    archived: 'allowed',
    blocked: 'allowed',
    confidential: holder,
  },
} as const satisfies { readonly [action in CaseAction]: { readonly [state in CaseMatrixState]: CaseCell } }
