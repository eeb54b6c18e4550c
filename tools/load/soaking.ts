import { setTimeout as wait } from 'node:timers/promises'
import { prepareAct } from '../faults/acts.ts'
import { NoAnswer, problemsOn } from '../faults/browser.ts'
import type { ActKind } from '../faults/ledger.ts'
import type { Answered, Ask } from './asking.ts'
import { type Crowd, type Member, publicAsk, signedInAsk } from './crowd.ts'
import { openTally, spreadOf } from './tally.ts'
import type { KindTold, Phase, Told, ViewKind } from './task.ts'

type Soak = Extract<Phase, { kind: 'soak' }>
interface Timed {
  readonly kind: ActKind | ViewKind
  readonly at: number
  readonly ms: number
}

const tickMs = 20

/** An ordinary day at its own pace: views of pages, and documents that are made, written, saved, signed and sent. */
export async function soak(phase: Soak, crowd: Crowd, asker: (ask: Ask) => Promise<Answered>): Promise<Told> {
  const tally = openTally()
  const began = performance.now()
  const timed: Timed[] = []
  const note = (kind: Timed['kind'], ms: number) => timed.push({ kind, at: performance.now() - began, ms })
  const underWay = new Set<Promise<void>>()
  const start = (work: Promise<void>) => {
    const whole: Promise<void> = work.finally(() => underWay.delete(whole))
    underWay.add(whole)
  }
  let [views, documents] = [0, 0]
  for (let elapsed = 0; elapsed < phase.seconds * 1000; elapsed = performance.now() - began) {
    for (; views < (elapsed / 1000) * phase.viewsPerSecond; views++) {
      start(view(crowd, asker, tally, note))
    }
    for (; documents < (elapsed / 1000) * phase.documentsPerSecond; documents++) {
      const member = crowd.members.find(({ busy }) => !busy)
      // Everybody is still at the document before: the day is fuller than these people can work.
      if (member) start(makeDocument(crowd, member, tally, note))
    }
    await wait(tickMs)
  }
  const seconds = (performance.now() - began) / 1000
  await Promise.all(underWay)
  return { ...tally.told(), seconds, kinds: tellKinds(timed, phase) }
}

async function view(
  { random, members }: Crowd,
  asker: (ask: Ask) => Promise<Answered>,
  tally: ReturnType<typeof openTally>,
  note: (kind: ViewKind, ms: number) => void,
): Promise<void> {
  const member = random.pick(members)
  const base = `/em/${member.hands.unit}`
  const kind = random.pick(['desk', 'desk', 'desk', 'case', 'case', 'case', 'document', 'document', 'search', 'public'])
  const addresses = {
    desk: `${base}/mesa`,
    case: `${base}/processos/${member.digits}`,
    document: `${base}/documentos/${member.number}`,
    search: `${base}/pesquisa?q=${encodeURIComponent(random.pick(['contribuinte', 'pedido', 'portaria']))}`,
  }
  const ask = kind === 'public' ? publicAsk(random) : signedInAsk(member, addresses[kind as keyof typeof addresses])
  tally.sent(ask.standing)
  const answered = await asker(ask)
  tally.note(ask, answered)
  if (answered.fate === 'served') note(kind as ViewKind, answered.ms)
}

/** From the form to the signature, as one person does it; now and then with a file, and sent on. */
async function makeDocument(
  crowd: Crowd,
  member: Member,
  tally: ReturnType<typeof openTally>,
  note: (kind: ActKind, ms: number) => void,
): Promise<void> {
  const { random } = crowd
  member.busy = true
  const kinds: ActKind[] = ['include', 'draft', 'save', 'sign']
  if (member.hands.cases.length === 0 || random.chance(0.25)) kinds.unshift('open')
  if (random.chance(0.2)) kinds.push('upload')
  if (random.chance(0.2)) kinds.push('send')
  try {
    for (const kind of kinds) if (!(await doAct(crowd, member, kind, tally, note))) break
  } finally {
    member.busy = false
  }
}

async function doAct(
  { ledger, random, token }: Crowd,
  { browser, hands, login }: Member,
  kind: ActKind,
  tally: ReturnType<typeof openTally>,
  note: (kind: ActKind, ms: number) => void,
): Promise<boolean> {
  const act = token()
  const ask: Ask = { standing: 'writing', method: 'POST', url: '', headers: {} }
  let began = performance.now()
  const tell = (fate: Answered['fate'], why = '') =>
    tally.note(ask, { fate, ms: performance.now() - began, status: 0, location: '', why })
  try {
    const { about, sending, keep } = await prepareAct({ browser, hands, random, token: act }, kind)
    ledger.write({ type: 'intent', act, kind, login, token: act, about })
    for (let retries = 0; ; retries++) {
      tally.sent('writing')
      began = performance.now()
      const reply = await browser.send(sending)
      if (reply.status === 303 || reply.status === 200) {
        note(kind, performance.now() - began)
        tell('served')
        keep(reply)
        const answer = reply.status === 303 ? reply.location : String(reply.status)
        ledger.write({ type: 'acknowledged', act, answer, sent: retries + 1, retries })
        return true
      }
      const isShed = reply.status === 503 && reply.retryAfter !== undefined
      tell(isShed ? 'shed' : 'failed', `${kind}: resposta ${reply.status}: ${problemsOn(reply).slice(0, 80)}`)
      if (!isShed) return false
      await wait(1_000)
    }
  } catch (error) {
    tell(error instanceof NoAnswer && error.hung ? 'late' : 'failed', `${kind}: ${String((error as Error).message)}`)
    return false
  }
}

function tellKinds(timed: readonly Timed[], { seconds, warmSeconds }: Soak): KindTold[] {
  const [from, to] = [warmSeconds * 1000, seconds * 1000]
  const third = (to - from) / 3
  const p95 = (all: readonly Timed[], least: number, most: number) =>
    spreadOf(all.filter(({ at }) => at >= least && at < most).map(({ ms }) => ms)).p95
  return [...Map.groupBy(timed, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    count: all.length,
    firstP95: p95(all, from, from + third),
    lastP95: p95(all, to - third, to),
  }))
}
