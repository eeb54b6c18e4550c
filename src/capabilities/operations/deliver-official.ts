import type { FileStore } from '../../platform/files/index.ts'
import type { LetterAttachment, MailRefusal } from '../../platform/mail/index.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  type AttachmentRow,
  claimOfficial,
  type MessageRow,
  selectAttachments,
  selectMessage,
  settleOfficial,
} from './mail.queries.ts'

/**
 * Delivers one copy of an e-mail that is a document, at most once: `sending` is written before the letter is handed over.
 * Whoever finds it so afterwards does not send again: a worker died in between, and only the addressee knows. A server
 * that surely did not take it is asked again later: then the refusal is answered.
 */
export async function deliverOfficial(platform: Platform, message: MessageRow): Promise<MailRefusal | undefined> {
  const { db, mailer } = platform
  const settle = async (state: MessageRow['state'], problem?: string): Promise<undefined> => {
    await settleOfficial(db, message.id, { state, ...(problem === undefined ? {} : { problem }) }, platform.clock())
    return undefined
  }
  if (message.state !== 'queued' && message.state !== 'sending') return undefined
  if (!mailer) return message.state === 'queued' ? settle('kept') : settle('unconfirmed', interrupted)
  if (!(await claimOfficial(db, message.id))) {
    const now = await selectMessage(db, message.id)
    return now?.state === 'sending' ? settle('unconfirmed', interrupted) : undefined
  }
  const attachments = await read(platform.files, await selectAttachments(db, message.messageKey ?? ''))
  if (!attachments) return settle('rejected', 'Um dos anexos não está mais no acervo, ou foi alterado no disco.')
  const outcome = await mailer.deliver({
    from: message.sender ?? platform.config.mailSender,
    to: message.allRecipients,
    envelopeTo: message.recipient,
    subject: message.subject,
    text: message.body,
    attachments,
    ...(message.messageKey === null ? {} : { messageId: message.messageKey }),
  })
  if (outcome.done) return settle('sent')
  const [refusal] = outcome.refusals
  const problem = 'answer' in refusal ? refusal.answer : refusal.reason
  if (refusal.reason !== 'unreachable') return settle('rejected', problem)
  if (refusal.perhapsSent) return settle('unconfirmed', problem)
  await settle('queued', problem)
  return refusal
}

const interrupted = 'O sistema parou durante a entrega. Não é possível saber se o servidor recebeu a mensagem.'

/** Undefined where one of them is gone or changed: nothing goes out by halves. */
async function read(files: FileStore, rows: readonly AttachmentRow[]): Promise<LetterAttachment[] | undefined> {
  const attachments: LetterAttachment[] = []
  for (const { fileName, mediaType, sha256 } of rows) {
    const stream = await files.open(sha256)
    if (!stream) return undefined
    const pieces: Uint8Array[] = []
    try {
      for await (const piece of stream) pieces.push(piece as Uint8Array)
    } catch {
      return undefined
    }
    attachments.push({ fileName, mediaType, content: Buffer.concat(pieces) })
  }
  return attachments
}
