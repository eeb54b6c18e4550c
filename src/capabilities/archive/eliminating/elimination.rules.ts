import { addDays, type LocalDate } from '../../../platform/calendar/index.ts'
import { isOver, type Term } from '../terms/term.rules.ts'

/** What decides whether the contents of one case file may be eliminated, as of now. */
export interface ItemFacts {
  readonly archived: boolean
  readonly phase: 'current' | 'intermediate' | 'permanent'
  readonly term: Term
  readonly held: boolean
  readonly contested: boolean
  readonly confidential: boolean
  readonly hasAnnexes: boolean
  readonly blocked: boolean
  readonly eliminated: boolean
}

export type ItemRefusal = {
  readonly kind:
    | 'not-archived'
    | 'permanent'
    | 'term-undefined'
    | 'term-awaiting'
    | 'term-running'
    | 'held'
    | 'contested'
    | 'confidential'
    | 'has-annexes'
    | 'blocked'
    | 'already-eliminated'
}

/** All the reasons against eliminating; none means it may be, when the listing's own time has come. */
export function refusalsToEliminate(facts: ItemFacts, today: LocalDate): ItemRefusal[] {
  const { term } = facts
  return [
    ...when(facts.eliminated, 'already-eliminated'),
    ...when(!facts.archived, 'not-archived'),
    ...when(facts.phase === 'permanent' || term.kind === 'permanent', 'permanent'),
    ...when(term.kind === 'undefined', 'term-undefined'),
    ...when(term.kind === 'awaiting', 'term-awaiting'),
    ...when(term.kind === 'counted' && !isOver(term, today), 'term-running'),
    ...when(facts.held, 'held'),
    ...when(facts.contested, 'contested'),
    ...when(facts.confidential, 'confidential'),
    ...when(facts.hasAnnexes, 'has-annexes'),
    ...when(facts.blocked, 'blocked'),
  ]
}

export type ListingState = 'draft' | 'signed' | 'noticed' | 'ordered' | 'confirmed' | 'executed' | 'abandoned'
export type Role = 'responsible' | 'president' | 'authority'

/** What is done to a listing as a whole. */
export type ListingAct = 'withdraw-item' | 'contest-item' | 'sign' | 'announce' | 'order' | 'confirm' | 'abandon'

/** What decides about a listing. */
export interface ListingFacts {
  readonly state: ListingState
  readonly signed: readonly { readonly role: Role; readonly accountId: string }[]
  readonly noticeOn: LocalDate | undefined
  readonly noticeDays: number | undefined
  readonly orderedBy: string | undefined
  /** Items that would be eliminated. */
  readonly listed: number
}

export type ListingRefusal =
  | {
      readonly kind:
        | 'wrong-state'
        | 'role-signed'
        | 'responsible-first'
        | 'signed-already'
        | 'two-people'
        | 'nothing-listed'
        | 'notice-running'
    }
  | { readonly kind: 'in-the-way'; readonly message: string }

/** In which states of a listing each act is possible: draft → signed by three → announced → ordered → confirmed → executed. */
const states: { readonly [act in ListingAct]: readonly ListingState[] } = {
  'withdraw-item': ['draft'],
  'contest-item': ['draft', 'signed', 'noticed', 'ordered', 'confirmed'],
  sign: ['draft'],
  announce: ['signed'],
  order: ['noticed'],
  confirm: ['ordered'],
  abandon: ['draft', 'signed', 'noticed', 'ordered'],
}

/** All the reasons against the act by this person; none means it may be done. */
export function refusalsOfListing(
  act: ListingAct,
  facts: ListingFacts,
  by: { readonly accountId: string; readonly role?: Role; readonly today: LocalDate },
): ListingRefusal[] {
  if (!states[act].includes(facts.state)) return [{ kind: 'wrong-state' }]
  const signs = act === 'sign'
  const until = noticeUntil(facts)
  return [
    ...because(signs && facts.signed.some(({ role }) => role === by.role), 'role-signed'),
    ...because(
      signs && by.role !== 'responsible' && !facts.signed.some(({ role }) => role === 'responsible'),
      'responsible-first',
    ),
    ...because(signs && facts.signed.some(({ accountId }) => accountId === by.accountId), 'signed-already'),
    ...because(act === 'confirm' && facts.orderedBy === by.accountId, 'two-people'),
    ...because((signs || act === 'order' || act === 'confirm') && facts.listed === 0, 'nothing-listed'),
    ...because((act === 'order' || act === 'confirm') && !(until && until < by.today), 'notice-running'),
  ]
}

/** Last day on which somebody may object; undefined before the notice. */
export function noticeUntil({
  noticeOn,
  noticeDays,
}: Pick<ListingFacts, 'noticeOn' | 'noticeDays'>): LocalDate | undefined {
  return noticeOn === undefined || noticeDays === undefined ? undefined : addDays(noticeOn, noticeDays)
}

function when(holds: boolean, kind: ItemRefusal['kind']): ItemRefusal[] {
  return holds ? [{ kind }] : []
}

function because(holds: boolean, kind: Exclude<ListingRefusal['kind'], 'in-the-way'>): ListingRefusal[] {
  return holds ? [{ kind }] : []
}
