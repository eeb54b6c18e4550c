/** A message to be sent. Addresses are written `maria@exemplo.gov.br` or `Maria Souza <maria@exemplo.gov.br>`. */
export type Letter = {
  readonly from: string
  readonly to: string | readonly string[]
  readonly replyTo?: string
  /** Who gets this copy, where `to` names others too: each has a delivery of its own, and all see the same head. */
  readonly envelopeTo?: string
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly LetterAttachment[]
  /** Message-ID, `<something@domain>`. The same one at each new attempt lets mailboxes show one message, not two. */
  readonly messageId?: string
  /** Written by the system and not by a person: answering machines are asked to keep silent. */
  readonly automatic?: boolean
}

/** A file that goes with a letter; its name is made safe, and a media type that is none is sent as plain bytes. */
export type LetterAttachment = { readonly fileName: string; readonly mediaType: string; readonly content: Uint8Array }

/** Text and attachments together, before they are encoded for the way (EST-044). */
export const letterLimitBytes = 10 * 1024 * 1024

/** Size of text and attachments in bytes. */
export function letterSize({ text, attachments = [] }: Letter): number {
  return attachments.reduce((sum, one) => sum + one.content.byteLength, Buffer.byteLength(text))
}
