/** One of the e-mails that the system writes by itself: what it says, and what it may say (EST-045). */
export interface MailKind<Variable extends string = string> {
  /** Names it in the database; never changes. */
  readonly name: string
  /** For the administrator: `Processo enviado à unidade`. */
  readonly title: string
  /** What stands beside each message of it in the outbox: `envio de processo`. */
  readonly reason: string
  /** When it goes, and to whom, in one sentence. */
  readonly about: string
  /** What may stand in subject and text as `@numero@`, with an example to show. */
  readonly variables: Readonly<Record<Variable, { readonly about: string; readonly example: string }>>
  readonly subject: string
  readonly body: string
  /** Variables without which the text would be of no use. */
  readonly needs: readonly Variable[]
  /** Whether an installation may do without it. */
  readonly mayBeOff: boolean
}

/** Words of a kind as the administrator left them. */
export interface MailWords {
  readonly subject: string
  readonly body: string
}

const variable = /@([\p{L}_][\p{L}\p{N}_]*)@/gu

/** The names between two `@` in a text, each once. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(variable)].map(([, name = '']) => name))]
}

/**
 * Puts values where the variables stand, each once: what a value says is never read as a variable. The subject stays one
 * line whatever the values are, so that none of them becomes a header.
 */
export function fillMail(words: MailWords, values: Readonly<Record<string, string>>): MailWords {
  const fill = (text: string) =>
    text.replace(variable, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : whole))
  return { subject: oneLine(fill(words.subject)).slice(0, 250), body: plainLines(fill(words.body)) }
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim()
}

/** Lines of text, without what only machines read. */
function plainLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
}
