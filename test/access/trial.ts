import type { TestHouse } from '../support/house.ts'
import type { BuiltWorld } from './build-world.ts'
import type { Caller, Told } from './caller.ts'
import { type Face, type Oracle, oracleOf } from './oracle.ts'
import type { RouteKey } from './routes.ts'
import type { Expected } from './surfaces.ts'
import type { Reader, Word } from './told.ts'
import { textOf, toldIn } from './words.ts'

export type ReaderHere = Reader & { readonly caller: Caller }

/** The trying of one world: what was asked, and all that was wrong. */
export interface Trial {
  readonly house: TestHouse
  readonly world: BuiltWorld
  readonly oracle: Oracle
  readonly permissions: ReadonlyMap<string, ReadonlySet<string>>
  /** How often each address was tried. */
  readonly tried: Map<RouteKey, number>
  /** Something was told that may not be, was not shown that must be, or fell over. One line each. */
  readonly wrong: string[]
  /** True with this probability: the same for the same seed. With everything asked for, always. */
  readonly chance: (share: number) => boolean
}

export function openTrial(
  house: TestHouse,
  world: BuiltWorld,
  { tried, permissions, seed, thorough }: Pick<Trial, 'tried' | 'permissions'> & { seed: number; thorough: boolean },
): Trial {
  const random = randomFrom(seed)
  const chance = (share: number) => thorough || random() < share
  return { house, world, oracle: oracleOf(world), permissions, tried, wrong: [], chance }
}

export interface Question {
  readonly route: RouteKey
  readonly url: string
  readonly face: Face
  readonly reader: ReaderHere
  /** Undefined: whatever comes is only searched for what may not be told. */
  readonly expected?: Expected | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** What was sent with it, as far as it may be told back. */
  readonly sent?: string
  /** What may be told there besides, and why is said where it is given. */
  readonly except?: (word: Word) => boolean
}

/** Asks for a page and judges the answer. */
export async function look(trial: Trial, question: Question): Promise<Told> {
  const answer = await question.reader.caller.get(question.url, question.headers)
  await judge(trial, question, answer)
  return answer
}

/** Asks for many pages, some at a time: neither the program nor the database stands idle. */
export async function lookAtAll(trial: Trial, questions: readonly Question[]): Promise<void> {
  const waiting = [...questions]
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await look(trial, next)
    }),
  )
}

/** Judges an answer, however it was asked for. */
export async function judge(trial: Trial, question: Question, answer: Told): Promise<void> {
  const { tried, wrong, world, oracle } = trial
  const { route, url, face, reader, expected = 'anything', except } = question
  tried.set(route, (tried.get(route) ?? 0) + 1)
  const says = (problem: string) => wrong.push(`${reader.name}: ${route} (${url}): ${problem}`)
  if (answer.status >= 500 || answer.status === 429) says(`answered ${answer.status}`)
  for (const word of await toldIn(answer, world, `${decodeURIComponent(url)} ${question.sent ?? ''}`)) {
    if (!oracle.mayTell(reader, word, face) && !except?.(word)) says(`told ${describe(word, oracle)}`)
  }
  if (expected === 'anything') return
  if (expected === 'closed') {
    if (!isClosed(answer)) says(`should be closed and answered ${answer.status}`)
    return
  }
  if (expected.status !== undefined && answer.status !== expected.status) {
    says(`should answer ${expected.status} and answered ${answer.status}`)
    return
  }
  const text = await textOf(answer.bytes, String(answer.headers['content-type'] ?? ''))
  for (const word of expected.words) if (!text.includes(word)) says(`should tell ${word}, and does not`)
}

/** There is nothing, for this reader: the same as for what does not exist, or the way to the door. */
export function isClosed({ status, headers }: Pick<Told, 'status' | 'headers'>): boolean {
  return [401, 403, 404].includes(status) || (status === 303 && headers.location !== undefined)
}

/** Whether the reader may do there what asks for this permission. */
export function may({ permissions }: Trial, { login, unit, worksThere }: Reader, needed: string | undefined): boolean {
  if (!worksThere || login === undefined) return false
  return needed === undefined || (permissions.get(`${login} ${unit}`)?.has(needed) ?? false)
}

/** What all the acts together could change. */
export async function fingerprint({ db }: TestHouse): Promise<Record<string, string>> {
  const entries = await Promise.all(
    kept.map(async (table) => {
      const [row] = await db<{ digest: string | null }[]>`
        select md5(string_agg(t::text, '|' order by t::text)) as digest from ${db(table)} t`
      return [table, row?.digest ?? ''] as const
    }),
  )
  return Object.fromEntries(entries)
}

const kept = [
  'cases.case_file',
  'cases.holding',
  'cases.passage',
  'cases.credential',
  'cases.relation',
  'cases.annexation',
  'cases.suspension',
  'cases.observation',
  'cases.interested_party',
  'documents.document',
  'documents.version',
  'documents.draft',
  'documents.editing',
  'documents.file',
  'documents.image',
  'documents.removal',
  'documents.waiting_file',
  'signatures.signature',
  'routing.movement',
  'output.export',
  'history.event',
  'deadlines.deadline',
  'watchlists.entry',
  'watchlists.favourite',
  'watchlists.label',
  'watchlists.labelling',
  'watchlists.note',
  'checkpoints.standing',
  'remarks.comment',
  'remarks.acknowledgement',
  'bundles.bundle',
  'bundles.availability',
  'bundles.item',
  'bundles.annotation',
  'bundles.signal',
  'bundles.filing',
  'documents.signature_credential',
  'documents.co_signing',
  'cases.temporary_reading',
  'routing.unread_mark',
  'routing.scheduled_reopening',
  'routing.wrongly_opened',
  'search.saved_search',
  'identity.confirmation',
] as const

function describe({ kind, caseFile, document, word }: Word, oracle: Oracle): string {
  const of = document
    ? `document ${document.number} (${document.kind}, ${document.level}, ${document.signed ? 'signed' : 'not signed'}, ${document.state}, of ${document.unit})`
    : ''
  return `the ${kind} ${word} of ${of} case file ${caseFile.number} (${oracle.base(caseFile)}; passed ${[...caseFile.passed].join(', ')})`
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
