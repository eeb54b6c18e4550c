import type { Database } from '../../src/platform/db/index.ts'
import { type Acknowledged, type ActKind, actKinds, type Entry, type Intent } from './ledger.ts'
import { type Effects, selectEffects } from './verify-acts.queries.ts'

/** The ledger against the system. Every list but the counts must be empty. */
export interface ActFindings {
  readonly acknowledged: Readonly<Record<ActKind, number>>
  /** Times that acts were sent beyond the first: copies at once, and tries after a lost answer. */
  readonly copies: number
  readonly retries: number
  /** Acknowledged and absent, or with other bytes. */
  readonly lost: readonly string[]
  /** One key, more than one effect. */
  readonly twice: readonly string[]
  /** Other answers to the same key. */
  readonly otherAnswers: readonly string[]
  /** Refused though everything was in order, or never answered. */
  readonly refused: readonly string[]
}

export async function verifyActs(db: Database, entries: readonly Entry[]): Promise<ActFindings> {
  const effects = await selectEffects(db)
  const intents = entries.filter((entry) => entry.type === 'intent')
  const acknowledged = new Map(
    entries.filter((entry) => entry.type === 'acknowledged').map((entry) => [entry.act, entry] as const),
  )
  const lost: string[] = []
  const twice: string[] = []
  const find = finders(effects, intents)
  const counts = Object.fromEntries(actKinds.map((kind) => [kind, 0])) as Record<ActKind, number>
  for (const intent of intents) {
    const answer = acknowledged.get(intent.act)
    const found = find[intent.kind](intent, answer)
    if (found.count > 1) twice.push(`${intent.act} ${intent.kind}: ${found.count} efeitos`)
    if (!answer) continue
    counts[intent.kind] += 1
    if (found.count === 0) lost.push(`${intent.act} ${intent.kind} ${intent.token}: ausente`)
    else if (found.problem) lost.push(`${intent.act} ${intent.kind}: ${found.problem}`)
  }
  const all = [...acknowledged.values()]
  const told = (type: Entry['type']) =>
    entries.flatMap((entry) => (entry.type === type && 'text' in entry ? [`${entry.act}: ${entry.text}`] : []))
  return {
    acknowledged: counts,
    retries: all.reduce((sum, { retries }) => sum + retries, 0),
    copies: all.reduce((sum, { sent, retries }) => sum + sent - 1 - retries, 0),
    lost,
    twice,
    otherAnswers: told('other-answer'),
    refused: [...told('refused'), ...told('hung')],
  }
}

interface Found {
  readonly count: number
  readonly problem?: string | undefined
}

type Finder = (intent: Intent, answer: Acknowledged | undefined) => Found

function finders(effects: Effects, intents: readonly Intent[]): Record<ActKind, Finder> {
  const cases = Map.groupBy(effects.cases, ({ summary }) => summary)
  const documents = Map.groupBy(effects.documents, ({ description }) => description)
  const versions = Map.groupBy(effects.versions, ({ number }) => number)
  const drafts = new Map(effects.drafts.map((draft) => [`${draft.number} ${draft.login}`, draft]))
  const signatures = Map.groupBy(effects.signatures, ({ number, login }) => `${number} ${login}`)
  const movements = Map.groupBy(effects.movements, ({ digits, to, login }) => `${digits} ${to} ${login}`)
  const last = lastText(intents)
  return {
    open: ({ token }, answer) => {
      const found = cases.get(token) ?? []
      return { count: found.length, problem: led(answer, found[0]?.digits) }
    },
    include: ({ token, about }, answer) => {
      const found = (documents.get(token) ?? []).filter(({ kind }) => kind === 'authored')
      const elsewhere = found[0] && found[0].digits !== about.digits ? 'noutro processo' : undefined
      return { count: found.length, problem: elsewhere ?? led(answer, found[0]?.number) }
    },
    upload: ({ token, about }, answer) => {
      const found = (documents.get(token) ?? []).filter(({ kind }) => kind === 'uploaded')
      const otherBytes = found[0] && found[0].sha256 !== about.sha256 ? 'outros bytes' : undefined
      return { count: found.length, problem: otherBytes ?? led(answer, found[0]?.number) }
    },
    save: ({ token, about }) => {
      const texts = (versions.get(about.number ?? '') ?? []).map(({ text }) => text.includes(token))
      // A version made only to carry a number holds the same words: the effect is where they first appear.
      return { count: texts.filter((holds, place) => holds && !texts[place - 1]).length }
    },
    draft: (intent) => {
      if (last.get(`${intent.about.number} ${intent.login}`)?.act !== intent.act) return { count: 1 }
      const draft = drafts.get(`${intent.about.number} ${intent.login}`)
      if (!draft) return { count: 0 }
      const same = draft.sequence === intent.about.sequence && draft.content.includes(`"text":"${intent.token}"`)
      return { count: 1, problem: same ? undefined : 'outro rascunho' }
    },
    sign: ({ about, login }) => {
      const found = signatures.get(`${about.number} ${login}`) ?? []
      return { count: found.length, problem: found[0] && problemOfSignature(found[0], about) }
    },
    send: ({ about, login }) => ({ count: movements.get(`${about.digits} ${about.to} ${login}`)?.length ?? 0 }),
  }
}

/** The last that each person set out to write of each text: an earlier draft was, or may have been, rightly replaced. */
function lastText(intents: readonly Intent[]): Map<string, Intent> {
  const writing = intents.filter(({ kind }) => kind === 'draft' || kind === 'save')
  return new Map(writing.map((intent) => [`${intent.about.number} ${intent.login}`, intent]))
}

/** An acknowledgement that led to another thing than the one that was made. */
function led(answer: Acknowledged | undefined, to: string | undefined): string | undefined {
  return answer && to && !answer.answer.includes(to) ? `a resposta levou a ${answer.answer}, e não a ${to}` : undefined
}

function problemOfSignature(
  signature: Effects['signatures'][number],
  shown: Readonly<Record<string, string>>,
): string | undefined {
  if (!signature.bytesHold) return 'os bytes assinados não são os da versão'
  // A type that takes its number when it is signed gets one version more, with the number in its place.
  const numbered = signature.type === 'Portaria' && signature.version === Number(shown.version) + 1
  if (numbered || signature.versionSha256 === shown.sha256) return undefined
  return 'a assinatura cobre outro texto que não o mostrado'
}
