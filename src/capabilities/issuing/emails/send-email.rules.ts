import type { CaseRefusal } from '../../cases/index.ts'
import type { LevelRefusal } from '../../documents/index.ts'

/** Recipients and attachments of one e-mail, at most; and what goes along in bytes, with the text (EST-044). */
export const mostRecipients = 50
export const mostAttachments = 30
export const mostBytes = 10 * 1024 * 1024

/** What must be known to send an e-mail. */
export interface EmailFacts {
  readonly caseRefusals: readonly CaseRefusal[]
  readonly levelRefusals: readonly LevelRefusal[]
  readonly unitAcronym: string
  /** The addresses of the unit; none: it sends nothing (DOC-050). */
  readonly senders: readonly string[]
  readonly sender: string
  readonly recipients: readonly string[]
  /** Those that are no addresses. */
  readonly badRecipients: readonly string[]
  readonly subjectLength: number
  readonly messageLength: number
  readonly attachments: number
  readonly bytes: number
  /** Documents that were asked for and cannot go along, by label. */
  readonly unfit: readonly string[]
}

export type EmailRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'level'; readonly why: LevelRefusal }
  | { readonly kind: 'no-sender'; readonly unit: string }
  | {
      readonly kind: 'sender' | 'no-recipient' | 'subject' | 'message' | 'too-many-recipients' | 'too-many-attachments'
    }
  | { readonly kind: 'try-later' }
  | { readonly kind: 'recipients'; readonly bad: readonly string[] }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unfit'; readonly document: string }

/** All the reasons against sending; none means it goes. */
export function refusalsToSend(facts: EmailFacts): EmailRefusal[] {
  const when = (condition: boolean, refusal: EmailRefusal) => (condition ? [refusal] : [])
  const unitSends = facts.senders.length > 0
  return [
    ...facts.caseRefusals.map((why) => ({ kind: 'case', why }) as const),
    ...when(!unitSends, { kind: 'no-sender', unit: facts.unitAcronym }),
    ...when(unitSends && !facts.senders.includes(facts.sender), { kind: 'sender' }),
    ...when(facts.badRecipients.length > 0, { kind: 'recipients', bad: facts.badRecipients }),
    ...when(facts.recipients.length + facts.badRecipients.length === 0, { kind: 'no-recipient' }),
    ...when(facts.recipients.length > mostRecipients, { kind: 'too-many-recipients' }),
    ...when(facts.subjectLength < 1 || facts.subjectLength > 200, { kind: 'subject' }),
    ...when(facts.messageLength < 1 || facts.messageLength > 20_000, { kind: 'message' }),
    ...facts.unfit.map((document) => ({ kind: 'unfit', document }) as const),
    ...when(facts.attachments > mostAttachments, { kind: 'too-many-attachments' }),
    ...when(facts.bytes > mostBytes, { kind: 'too-large', bytes: facts.bytes }),
    ...facts.levelRefusals.map((why) => ({ kind: 'level', why }) as const),
  ]
}
