import type { Database } from '../db/index.ts'
import { fillMail, type MailKind, type MailWords } from './mail-kind.ts'
import { queueMail } from './queue-mail.ts'

/** An e-mail of a kind: to whom, and the values of its variables. */
export interface Notice<Variable extends string> {
  readonly recipient: string
  readonly values: Readonly<Record<Variable, string>>
}

/**
 * Puts e-mails of one kind into the outbox, in the caller's transaction, with the words and the sender that the
 * administrator gave the kind. Nothing goes where the kind was switched off. Every mail of the system goes this way.
 */
export async function queueNotices<Variable extends string>(
  db: Database,
  kind: MailKind<Variable>,
  notices: readonly Notice<Variable>[],
): Promise<void> {
  if (notices.length === 0) return
  const [changed] = await db<(MailWords & { sender: string | null; off: boolean })[]>`
    select subject, body, sender, off from mail.template where kind = ${kind.name}`
  if (changed?.off && kind.mayBeOff) return
  await queueMail(
    db,
    notices.map(({ recipient, values }) => ({
      recipient,
      reason: kind.reason,
      ...fillMail(changed ?? kind, values),
      ...(changed?.sender ? { sender: changed.sender } : {}),
    })),
  )
}
