import { enqueue } from '../../platform/jobs/index.ts'
import type { MailRefusal } from '../../platform/mail/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { deliverOfficial } from './deliver-official.ts'
import { type MessageRow, selectMessage, updateMessage } from './mail.queries.ts'
import { restOf } from './mail-rest.ts'

/** Five days of a server that answers, but does not take the message. */
const mostTries = 250

/**
 * Delivers one message of the outbox. Without SMTP it is kept, to be read by the administrator. A server that is not
 * reached is asked again until it is, however long that takes; one that refused is not. The same Message-ID goes with
 * every try.
 */
export async function deliverMail(platform: Platform, messageId: string): Promise<void> {
  const message = await selectMessage(platform.db, messageId)
  if (!message || message.state === 'sent' || message.state === 'rejected') return
  const rest = platform.mailer && restOf(platform.mailer)
  const later = rest?.postponed(platform.clock())
  if (later) return tryAgainAt(platform, messageId, later)
  const refusal = message.official ? await deliverOfficial(platform, message) : await deliverPlain(platform, message)
  if (!refusal) return rest?.answered()
  const isSilent = 'silent' in refusal && refusal.silent === true
  if (isSilent) rest?.silent(platform.clock())
  else rest?.answered()
  // Later each time: a message that the server cannot bear must not be the one by which all others know of it.
  const longestMs = isSilent ? 300_000 : 1_800_000
  const waitMs = Math.min(longestMs, 60_000 * 2 ** Math.min(message.tries, 10))
  await tryAgainAt(platform, messageId, new Date(platform.clock().getTime() + waitMs))
}

/** Answers why it did not go, where it is worth another try. */
async function deliverPlain(platform: Platform, message: MessageRow): Promise<MailRefusal | undefined> {
  const { mailer } = platform
  const settle = (state: MessageRow['state'], problem?: string) =>
    updateMessage(platform.db, message.id, { state, ...(problem === undefined ? {} : { problem }) }, platform.clock())
  if (!mailer) {
    await settle('kept')
    return undefined
  }
  const outcome = await mailer.deliver({
    from: message.sender ?? platform.config.mailSender,
    to: message.recipient,
    subject: message.subject,
    text: message.body,
    messageId: `<carimbo-${message.id}@${new URL(platform.publicUrl).hostname}>`,
    automatic: true,
  })
  if (outcome.done) {
    await settle('sent')
    return undefined
  }
  const [refusal] = outcome.refusals
  const isSilent = 'silent' in refusal && refusal.silent === true
  const again = refusal.reason === 'unreachable' && (isSilent || message.tries < mostTries)
  await settle(again ? 'queued' : 'rejected', 'answer' in refusal ? refusal.answer : refusal.reason)
  return again ? refusal : undefined
}

/** One job a message, whatever the number of tries that the queue itself allows. */
async function tryAgainAt({ db }: Platform, messageId: string, runAt: Date): Promise<void> {
  await enqueue(db, 'mail.deliver', { messageId }, { runAt, key: `mail.deliver:${messageId}` })
}
