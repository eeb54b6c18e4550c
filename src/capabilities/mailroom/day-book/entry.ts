/** What comes in. */
export const entryKinds = ['document', 'case-file', 'petition', 'letter', 'email', 'other'] as const
export type EntryKind = (typeof entryKinds)[number]

export const senderKinds = ['taxpayer', 'servant', 'public-body', 'private-body', 'other'] as const
export type SenderKind = (typeof senderKinds)[number]

/** How far it is (FLX-044). */
export const entryStates = [
  'received',
  'formalised',
  'distributed',
  'under-analysis',
  'answered',
  'dispatched',
  'filed',
] as const
export type EntryState = (typeof entryStates)[number]

/** What is written down of something that came in (FLX-041). @term quadro do dia */
export interface EntryToRegister {
  readonly receivedAt: Date
  readonly kind: EntryKind
  readonly medium: 'paper' | 'digital'
  readonly sender: string
  readonly senderKind: SenderKind
  readonly originNumber: string
  readonly addressee: string
  readonly subject: string
  /** What it is made of, one piece a line. */
  readonly pieces: string
  readonly volumes: number | null
  readonly pages: number | null
  readonly dueOn: string | null
  readonly notes: string
}
