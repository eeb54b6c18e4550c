import { createTransport } from 'nodemailer'
import { safeFileName } from '../file-kinds/index.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { StartupProblem } from '../startup-problem.ts'
import { oneLine, parseMailbox } from './address.ts'
import { type Letter, letterLimitBytes, letterSize } from './letter.ts'
import { refusalOf } from './refusal-of.ts'

/**
 * Why a letter was not sent. The first three will be the same at any new attempt; `unreachable` is worth another.
 * `answer` is what the mail server said, or what happened on the way to it, for the administrator to read. `perhapsSent`:
 * the connection broke where the server may have had the letter already. `silent`: the server said nothing at all.
 */
export type MailRefusal =
  | { readonly reason: 'bad-address'; readonly address: string }
  | { readonly reason: 'too-large'; readonly sizeBytes: number }
  | {
      readonly reason: 'rejected' | 'unreachable'
      readonly answer: string
      readonly perhapsSent?: boolean
      readonly silent?: boolean
    }

/** Sends letters through the mail server of the public body. */
export type Mailer = {
  /**
   * Hands a letter over to the mail server. `refusedAddresses` are those the server did not want while it took the
   * letter for the others. When the connection breaks at the very end the letter may arrive and still count as not sent.
   */
  deliver(
    letter: Letter,
  ): Promise<Outcome<{ readonly messageId: string; readonly refusedAddresses: readonly string[] }, MailRefusal>>
}

export type MailerConfig = {
  /** `smtp://user:password@host:port` or `smtps://…`; `?requireTLS=true` refuses to send in the clear. */
  readonly smtpUrl: string | undefined
  /** For the whole of one delivery. */
  readonly timeoutMs?: number
}

/** A mailer over SMTP, or `undefined` when no server is configured. Throws when the address of the server is unusable. */
export function openMailer({ smtpUrl, timeoutMs = 60_000 }: MailerConfig): Mailer | undefined {
  if (!smtpUrl) return undefined
  const transport = createTransport({
    url: checkedUrl(smtpUrl),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // Content comes as bytes only; a path or an address in it must never make the program read a file or call a server.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    deliver: async (letter) => {
      const refusal = refused(refusalsToDeliver(letter))
      if (refusal) return refusal
      try {
        const sent = await transport.sendMail({ ...messageOf(letter), signal: AbortSignal.timeout(timeoutMs) })
        return done({ messageId: sent.messageId, refusedAddresses: sent.rejected ?? [] })
      } catch (error) {
        return refusalOf(error)
      }
    },
  }
}

/** A mistake in the address stops the program at its start; the message does not repeat the password. */
function checkedUrl(smtpUrl: string): string {
  const url = URL.parse(smtpUrl)
  if (url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '') return smtpUrl
  throw new StartupProblem(
    'SMTP_URL: informe um endereço como smtp://usuario:senha@servidor:587 ou smtps://servidor:465.',
  )
}

function refusalsToDeliver(letter: Letter): MailRefusal[] {
  const others = [letter.replyTo, letter.envelopeTo].filter((address) => address !== undefined)
  const addresses = [letter.from, ...recipientsOf(letter), ...others]
  const bad = addresses.filter((address) => !parseMailbox(address))
  // No one to send to is the one bad address that is not in the list.
  if (recipientsOf(letter).length === 0) bad.push('')
  const sizeBytes = letterSize(letter)
  const refusals: MailRefusal[] = bad.map((address) => ({ reason: 'bad-address', address }))
  return sizeBytes > letterLimitBytes ? [...refusals, { reason: 'too-large', sizeBytes }] : refusals
}

function messageOf(letter: Letter) {
  const { messageId } = letter
  return {
    from: mailboxOf(letter.from),
    to: recipientsOf(letter).map(mailboxOf),
    ...(letter.envelopeTo === undefined
      ? {}
      : { envelope: { from: mailboxOf(letter.from).address, to: [mailboxOf(letter.envelopeTo).address] } }),
    ...(letter.replyTo === undefined ? {} : { replyTo: mailboxOf(letter.replyTo) }),
    ...(messageId !== undefined && /^<[\w.+-]+@[\w.-]+>$/.test(messageId) ? { messageId } : {}),
    ...(letter.automatic ? { headers: { 'Auto-Submitted': 'auto-generated' } } : {}),
    subject: oneLine(letter.subject),
    text: letter.text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, ''),
    attachments: (letter.attachments ?? []).map(({ fileName, mediaType, content }) => ({
      filename: safeFileName(fileName),
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream',
      content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    })),
  }
}

function recipientsOf({ to }: Letter): readonly string[] {
  return typeof to === 'string' ? [to] : to
}

function mailboxOf(text: string) {
  return parseMailbox(text) ?? { name: '', address: '' }
}
