import { parseContent, type RichText } from '../../rich-text/index.ts'
import { dateOf, type Kept, numberIn } from './saving.ts'
import type { Reply, Server } from './server.ts'

/** The text as the server has it. */
export interface Opened {
  readonly content: RichText
  readonly version: unknown
  readonly savedAt: Date | undefined
  readonly savedAs: Kept
  /** The last version, when `content` is a draft that came after it. */
  readonly versionContent: RichText | undefined
  /** The sending that the draft came with: what the same page kept before it is no news. */
  readonly sending: { readonly session: string; readonly sequence: number } | undefined
  readonly variables: Readonly<Record<string, string>> | undefined
}

/** Fetches the text; a draft goes before the version it grew from. Answers in words what is wrong. */
export async function openText(server: Server, url: string): Promise<Opened | string> {
  const reply = await server.get(url)
  if (reply.kind !== 'ok') return WORDS[reply.kind] ?? 'O servidor não entregou o texto.'
  return readOpened(reply.body) ?? 'O texto não pôde ser lido pelo editor.'
}

export function readOpened(body: Readonly<Record<string, unknown>>): Opened | undefined {
  const version = parseContent(body.content)
  const draftBody = typeof body.draft === 'object' && body.draft !== null ? (body.draft as Record<string, unknown>) : {}
  const draft = draftBody.content === undefined ? undefined : parseContent(draftBody.content)
  if (!version.ok) return undefined
  const isDraft = draft?.ok === true
  return {
    content: isDraft ? draft.content : version.content,
    version: draftBody.version ?? body.version,
    savedAt: dateOf(isDraft ? draftBody.savedAt : body.savedAt),
    savedAs: isDraft ? { kind: 'draft' } : { kind: 'version', number: numberIn(body) },
    versionContent: isDraft ? version.content : undefined,
    sending: isDraft ? sendingOf(draftBody) : undefined,
    variables: namesOf(body.variables),
  }
}

const WORDS: Partial<Record<Reply['kind'], string>> = {
  unreachable: 'Não foi possível falar com o servidor para abrir o editor.',
  'signed-out': 'Sua sessão terminou. Entre de novo e abra o documento outra vez.',
}

function sendingOf({ session, sequence }: Readonly<Record<string, unknown>>): Opened['sending'] {
  return typeof session === 'string' && typeof sequence === 'number' ? { session, sequence } : undefined
}

/** `[{ name, label }]` → names and labels. */
function namesOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!Array.isArray(value)) return undefined
  const pairs = value.flatMap((item): [string, string][] =>
    typeof item?.name === 'string' ? [[item.name, typeof item.label === 'string' ? item.label : item.name]] : [],
  )
  return Object.fromEntries(pairs)
}
