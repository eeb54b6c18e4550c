import { domainToASCII } from 'node:url'

/** An e-mail address and, where known, the name of who reads it. */
export type Mailbox = { readonly address: string; readonly name: string }

/**
 * Whether a text is an address that mail can be sent to: plain letters, digits and signs before the `@`, and after it a
 * domain, which may have accents. Rarer forms that standards allow (quotes, comments) are mistakes or worse in practice.
 */
export function isMailAddress(text: string): boolean {
  const [local = '', domain = '', ...others] = text.split('@')
  return others.length === 0 && text.length <= 254 && isLocalPart(local) && isDomain(domain)
}

/** Reads `maria@exemplo.gov.br` or `Maria Souza <maria@exemplo.gov.br>`; `undefined` when there is no good address. */
export function parseMailbox(text: string): Mailbox | undefined {
  const trimmed = text.trim()
  const opening = trimmed.endsWith('>') ? trimmed.lastIndexOf('<') : -1
  const address = opening < 0 ? trimmed : trimmed.slice(opening + 1, -1).trim()
  // A line break in a mailbox is a mistake, or an attempt to write a header of one's own.
  if (/\p{Cc}/u.test(trimmed) || !isMailAddress(address)) return undefined
  return { address, name: oneLine(trimmed.slice(0, Math.max(0, opening))).replace(/^"(.*)"$/, '$1') }
}

/** A text fit for a header: one line, without control characters nor marks that turn the direction of reading. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function isLocalPart(local: string): boolean {
  return local.length <= 64 && /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local)
}

/** A domain has a dot; `localhost` is the one without it that exists, on the machine of who is trying this out. */
function isDomain(domain: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return false
  const labels = domainToASCII(domain).split('.')
  const areGood = labels.every((label) => /^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(label))
  return areGood && (labels.length > 1 ? !/^\d+$/.test(labels.at(-1) ?? '') : labels[0] === 'localhost')
}
