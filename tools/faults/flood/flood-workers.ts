// A process of its own: hundreds of workers who know the address and nothing else. Tells on its output how many acts are done.
import { appendFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Browser, formOn, NoAnswer, problemsOn, type Reply, type Sending, sendingOf } from '../browser.ts'
import { randomOf } from '../random.ts'
import { numberedKinds, openForms } from './flood-acts.ts'
import type { FloodLine, FloodTask } from './flood-task.ts'

const task = JSON.parse(process.argv[2] ?? '{}') as FloodTask
let begun = 0
let done = 0
/** Acts of which a worker keeps the form, to press it again when all is over. */
const keptForms = 3

await Promise.all(task.people.map((person, index) => work(person, index)))
process.exit(0)

async function work({ login, unit }: FloodTask['people'][number], index: number): Promise<void> {
  const browser = new Browser(task.address)
  const random = randomOf(`${task.seed} worker ${index}`)
  const name = `n${index}`
  // Not all of them stand at the door at once.
  await wait(index * 10)
  await signIn(browser, login)
  const forms = await openForms(browser, unit, name)
  const kept: { line: FloodLine; sending: Sending }[] = []
  while (begun < task.acts && Date.now() < task.until) {
    const number = ++begun
    const kind = random.pick(numberedKinds)
    const token = `${name}-${number}-${random.whole(100_000, 999_999)}`
    const key = `chave-${token}`
    const sending = forms[kind](token, key)
    const first = await untilAnswered(browser, sending, task.copies ? random.whole(2, 5) : 1)
    const spoiled = task.copies && random.chance(0.1)
    const otherWords = spoiled ? (await untilAnswered(browser, forms[kind](`${token}-outra`, key), 1)).reply.status : 0
    const { reply, others, sent } = first
    const refused = reply.status === 303 ? '' : `${reply.status} ${problemsOn(reply)}`
    const line = { kind, token, answer: reply.location, others, sent, again: 0, otherWords, refused }
    if (task.copies && random.chance(0.3)) kept.push({ line, sending })
    else note(line)
    if (kept.length > keptForms) await pressAgain(browser, kept.shift())
    process.stdout.write(`${++done}\n`)
  }
  // The last ones are pressed again after the last fault, too.
  for (const one of kept) await pressAgain(browser, one)
  browser.close()
}

async function pressAgain(
  browser: Browser,
  one: { readonly line: FloodLine; readonly sending: Sending } | undefined,
): Promise<void> {
  if (!one) return
  const { reply } = await untilAnswered(browser, one.sending, 1)
  note({ ...one.line, again: 1, others: [...one.line.others, reply.location || String(reply.status)] })
}

function note(line: FloodLine): void {
  appendFileSync(task.ledgerFile, `${JSON.stringify(line)}\n`)
}

/** Sends so many copies at once, then one at a time, until there is an answer. A fault told as such is none. */
async function untilAnswered(browser: Browser, sending: Sending, copies: number) {
  let sent = 0
  for (let tries = 0; ; tries++) {
    const atOnce = tries === 0 ? copies : 1
    sent += atOnce
    const all = await Promise.all(Array.from({ length: atOnce }, () => once(browser, sending)))
    const [reply, ...rest] = all.filter((one) => one !== undefined)
    if (reply) return { reply, others: rest.map(({ location, status }) => location || String(status)), sent }
    await wait(200 + tries * 20)
  }
}

async function once(browser: Browser, sending: Sending): Promise<Reply | undefined> {
  try {
    const reply = await browser.send(sending)
    return reply.status >= 500 || reply.status === 429 ? undefined : reply
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return undefined
  }
}

async function signIn(browser: Browser, login: string): Promise<void> {
  const form = formOn(await browser.open('/entrar'), 'form[action="/entrar"]')
  const { reply } = await untilAnswered(browser, sendingOf(form, { usuario: login, senha: task.password }), 1)
  if (reply.status !== 303) throw new Error(`${login} could not sign in: ${problemsOn(reply)}`)
}
