import type { Platform } from '../../platform/platform.ts'
import { deliverOfficial } from './deliver-official.ts'
import { selectMessage, updateMessage } from './mail.queries.ts'

/**
 * Delivers one message of the outbox. Without SMTP it is kept, to be read by the administrator. A server that is not
 * reached is tried again by the queue; one that refused is not. The same Message-ID goes with every try.
 */
export async function deliverMail(platform: Platform, messageId: string): Promise<void> {
  const message = await selectMessage(platform.db, messageId)
  if (!message || message.state === 'sent' || message.state === 'rejected') return
  if (message.official) return deliverOfficial(platform, message)
  if (!platform.mailer) {
    await updateMessage(platform.db, messageId, { state: 'kept' }, platform.clock())
    return
  }
  const outcome = await platform.mailer.deliver({
    from: message.sender ?? platform.config.mailSender,
    to: message.recipient,
    subject: message.subject,
    text: message.body,
    messageId: `<carimbo-${messageId}@${new URL(platform.publicUrl).hostname}>`,
    automatic: true,
  })
  if (outcome.done) {
    await updateMessage(platform.db, messageId, { state: 'sent' }, platform.clock())
    return
  }
  const [refusal] = outcome.refusals
  const problem = 'answer' in refusal ? refusal.answer : refusal.reason
  const again = refusal.reason === 'unreachable'
  await updateMessage(platform.db, messageId, { state: again ? 'queued' : 'rejected', problem }, platform.clock())
  if (again) throw new Error('the mail server was not reached')
}
