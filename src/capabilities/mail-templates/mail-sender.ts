import { parseMailbox } from '../../platform/mail/index.ts'

/** Whether mail can be sent in this name: an address, with or without a name before it. */
export function isSender(text: string): boolean {
  return parseMailbox(text) !== undefined
}
