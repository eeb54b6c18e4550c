import { isMailAddress } from '../../../platform/mail/index.ts'

/** Addresses apart by comma, semicolon, space or line, each once however its letters are written. */
export function addressesIn(text: string): { recipients: string[]; badRecipients: string[] } {
  const each = new Map<string, string>()
  for (const one of text.split(/[\s,;]+/))
    if (one !== '' && !each.has(one.toLowerCase())) each.set(one.toLowerCase(), one)
  const all = [...each.values()]
  return { recipients: all.filter(isMailAddress), badRecipients: all.filter((one) => !isMailAddress(one)) }
}
