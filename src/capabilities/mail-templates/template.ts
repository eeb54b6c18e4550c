import type { MailKind } from '../../platform/outbox/index.ts'

/** The words of a kind of mail as they go out now. @term modelo de e-mail do sistema */
export interface MailTemplate {
  readonly kind: MailKind
  /** Of the row that holds what was changed; undefined: as the program has it. */
  readonly id: string | undefined
  /** '' : the installation's own. */
  readonly sender: string
  readonly subject: string
  readonly body: string
  readonly off: boolean
  readonly changedAt: Date | undefined
  readonly changedBy: string | undefined
}
