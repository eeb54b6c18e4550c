import { randomUUID } from 'node:crypto'
import { type Hands, prepareAct } from '../faults/acts.ts'
import { Browser, formOn, problemsOn, type Sending, sendingOf } from '../faults/browser.ts'
import { type Ledger, openLedger } from '../faults/ledger.ts'
import { type Random, randomOf } from '../faults/random.ts'
import type { Ask } from './asking.ts'
import type { CrowdTask } from './task.ts'

/** Somebody signed in, with a case file and a document of his own. */
export interface Member {
  readonly login: string
  readonly browser: Browser
  readonly hands: Hands
  readonly digits: string
  readonly number: string
  readonly opening: Sending
  readonly draft: Sending
  sequence: number
  busy: boolean
}

export interface Crowd {
  readonly members: readonly Member[]
  readonly ledger: Ledger
  readonly random: Random
  /** A token that no other act has. */
  token(): string
}

export async function gatherCrowd({ address, folder, seed, password, people }: CrowdTask): Promise<Crowd> {
  const random = randomOf(`${seed} multidão`)
  const ledger = openLedger(folder, 0, { isSynced: false })
  let count = 0
  const token = () => `carga-${++count}-${random.whole(100_000, 999_999)}`
  const members: Member[] = []
  for (const { login, unit } of people) {
    const browser = new Browser(address)
    const form = formOn(await browser.open('/entrar'), 'form[action="/entrar"]')
    const reply = await browser.send(sendingOf(form, { usuario: login, senha: password }))
    if (reply.status !== 303) throw new Error(`${login} could not sign in: ${problemsOn(reply)}`)
    const hands: Hands = { unit, password, cases: [] }
    const around = { browser, hands, random }
    for (const kind of ['open', 'include'] as const) {
      const act = await prepareAct({ ...around, token: token() }, kind)
      act.keep(await browser.send(act.sending))
    }
    const [caseFile] = hands.cases
    const [paper] = caseFile?.documents ?? []
    if (!caseFile || !paper) throw new Error(`${login} has nothing to work on`)
    const [opening, draft] = [
      await prepareAct({ ...around, token: 'modelo' }, 'open'),
      await prepareAct({ ...around, token: 'modelo' }, 'draft'),
    ]
    // What is looked at stays where it is; acts are done on others.
    hands.cases = []
    members.push({
      login,
      browser,
      hands,
      digits: caseFile.digits,
      number: paper.number,
      opening: opening.sending,
      draft: draft.sending,
      sequence: paper.draftSequence,
      busy: false,
    })
  }
  return { members, ledger, random, token }
}

/** What people ask for on a day, in hundredths: as many views to a change as in the founding document, about 24 to 1. */
export function nextAsk(crowd: Crowd): Ask {
  const { random, members } = crowd
  const member = random.pick(members)
  const hundredth = random.whole(1, 100)
  if (hundredth <= 2) return open(crowd, member)
  const free = members.find(({ busy }) => !busy)
  // Nobody's editor sends a text while the one before is under way.
  if (hundredth <= 4 && free) return draft(crowd, free)
  if (hundredth <= 24) return publicAsk(random)
  const base = `/em/${member.hands.unit}`
  const url = hundredth <= 55 ? `${base}/mesa` : `${base}/processos/${member.digits}`
  return signedInAsk(member, url)
}

export function signedInAsk({ browser }: Member, url: string): Ask {
  return { standing: 'reading', method: 'GET', url, headers: { cookie: browser.cookie } }
}

/** Each visitor comes from an address of his own, so that the limit by address is not what is measured. */
export function publicAsk(random: Random): Ask {
  const ip = `10.${random.whole(0, 255)}.${random.whole(0, 255)}.${random.whole(1, 254)}`
  const url = random.pick(['/entrar', '/autenticidade'])
  return { standing: 'visiting', method: 'GET', url, headers: { 'x-forwarded-for': ip } }
}

function open({ ledger, token }: Crowd, { login, opening, browser }: Member): Ask {
  const act = token()
  const fields = new URLSearchParams(Buffer.concat([...(opening.pieces ?? [])]).toString())
  fields.set('especificacao', act)
  fields.set('_chave', randomUUID())
  ledger.write({ type: 'intent', act, kind: 'open', login, token: act, about: {} })
  return {
    standing: 'writing',
    method: 'POST',
    url: opening.url,
    headers: { ...opening.headers, cookie: browser.cookie },
    body: Buffer.from(fields.toString()),
    acknowledge: ({ location }) => ledger.write({ type: 'acknowledged', act, answer: location, sent: 1, retries: 0 }),
  }
}

function draft({ ledger, token }: Crowd, member: Member): Ask {
  const { login, number, draft: sending, browser } = member
  const act = token()
  const sequence = ++member.sequence
  const words = JSON.parse(Buffer.concat([...(sending.pieces ?? [])]).toString()) as Record<string, unknown>
  const body = JSON.stringify({ ...words, sequence }).replace('"text":"modelo"', `"text":"${act}"`)
  const about = { number, sequence: String(sequence) }
  ledger.write({ type: 'intent', act, kind: 'draft', login, token: act, about })
  member.busy = true
  return {
    standing: 'writing',
    method: 'PUT',
    url: sending.url,
    headers: { ...sending.headers, cookie: browser.cookie },
    body: Buffer.from(body),
    acknowledge: ({ status }) =>
      ledger.write({ type: 'acknowledged', act, answer: String(status), sent: 1, retries: 0 }),
    settled: () => {
      member.busy = false
    },
  }
}
