import { setTimeout as wait } from 'node:timers/promises'
import { type Hands, type PreparedAct, prepareAct } from './acts.ts'
import { Browser, formOn, NoAnswer, problemsOn, type Reply, type Sending, sendingOf } from './browser.ts'
import type { ActKind, Ledger } from './ledger.ts'
import type { Random } from './random.ts'

export interface WriterSetup {
  readonly address: string
  readonly login: string
  readonly password: string
  readonly unit: string
  readonly random: Random
  readonly ledger: Ledger
  /** Begins every token: no other writer has it. */
  readonly name: string
  /** Acts to begin with, one after the other, before chance chooses. */
  readonly first: readonly ActKind[]
  readonly going: () => boolean
}

/**
 * Somebody at work until told to stop: prepares an act, notes what it should leave behind, sends it until an answer comes,
 * and notes the answer. Some acts are sent several times at once with one key, some again long after they were answered.
 */
export async function write(setup: WriterSetup): Promise<void> {
  const { random, ledger, name } = setup
  const browser = new Browser(setup.address)
  await signIn(browser, setup)
  const hands: Hands = { unit: setup.unit, password: setup.password, cases: [] }
  const first = [...setup.first]
  let earlier: { act: string; prepared: PreparedAct; answer: string } | undefined
  for (let count = 1; setup.going() || first.length > 0; count++) {
    const act = `${name}-${count}`
    const token = `${act}-${random.whole(100_000, 999_999)}`
    const prepared = await prepareAct({ browser, hands, random, token }, first[0]).catch((error: unknown) => {
      if (error instanceof NoAnswer) throw error
      // A page that is not there although what it is about was acknowledged: the verdict comes from the comparison.
      ledger.write({ type: 'refused', act, text: `sem página para o ato: ${String((error as Error).message)}` })
    })
    if (!prepared) {
      first.shift()
      await wait(100)
      continue
    }
    ledger.write({ type: 'intent', act, kind: prepared.kind, login: setup.login, token, about: prepared.about })
    const done = await untilAnswered(browser, setup, act, prepared)
    first.shift()
    if (!done) continue
    prepared.keep(done.reply)
    const answer = answerOf(done.reply)
    ledger.write({ type: 'acknowledged', act, answer, sent: done.sent, retries: done.retries })
    // The same form pressed again from an old page, perhaps after the program was killed in between.
    if (earlier && random.chance(0.15)) await sendAgain(browser, setup, earlier)
    if (prepared.kind !== 'draft' && random.chance(0.3)) earlier = { act, prepared, answer }
  }
  browser.close()
}

async function signIn(browser: Browser, { login, password }: WriterSetup): Promise<void> {
  const form = formOn(await browser.open('/entrar'), 'form[action="/entrar"]')
  for (;;) {
    const reply = await browser.send(sendingOf(form, { usuario: login, senha: password })).catch(none)
    if (reply?.status === 303) return
    if (reply && reply.status < 500) throw new Error(`${login} could not sign in: ${problemsOn(reply)}`)
    await wait(100)
  }
}

interface Answered {
  readonly reply: Reply
  readonly sent: number
  readonly retries: number
}

/** Sends the act until it is answered. Undefined where it was refused, which is noted. */
async function untilAnswered(
  browser: Browser,
  { random, ledger }: WriterSetup,
  act: string,
  { kind, sending }: PreparedAct,
): Promise<Answered | undefined> {
  const copies = kind !== 'draft' && random.chance(0.2) ? random.whole(2, 5) : 1
  let sent = 0
  for (let retries = 0; ; retries++) {
    const atOnce = retries === 0 ? copies : 1
    sent += atOnce
    const replies = (
      await Promise.all(Array.from({ length: atOnce }, () => once(browser, sending, act, ledger)))
    ).filter((reply) => reply !== undefined)
    const [reply] = replies
    const others = replies.filter((other) => reply && answerOf(other) !== answerOf(reply))
    for (const other of others) ledger.write({ type: 'other-answer', act, text: answerOf(other) })
    if (reply && (reply.status === 303 || reply.status === 200)) return { reply, sent, retries }
    if (reply) {
      ledger.write({ type: 'refused', act, text: `${kind} ${reply.status}: ${problemsOn(reply)}` })
      return undefined
    }
    await wait(random.whole(100, 400))
  }
}

async function once(browser: Browser, sending: Sending, act: string, ledger: Ledger): Promise<Reply | undefined> {
  try {
    const reply = await browser.send(sending)
    // A fault told as such is no acknowledgement: people try again.
    return reply.status >= 500 ? undefined : reply
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    if (error.hung) ledger.write({ type: 'hung', act, text: error.message })
    return undefined
  }
}

async function sendAgain(
  browser: Browser,
  { ledger }: WriterSetup,
  { act, prepared, answer }: { act: string; prepared: PreparedAct; answer: string },
): Promise<void> {
  const reply = await once(browser, prepared.sending, act, ledger)
  if (reply && answerOf(reply) !== answer) ledger.write({ type: 'other-answer', act, text: answerOf(reply) })
}

/** What two answers to one act must agree in. */
function answerOf({ status, location }: Reply): string {
  return status === 303 ? location : String(status)
}

function none(error: unknown): undefined {
  if (!(error instanceof NoAnswer)) throw error
}
