import { setTimeout as wait } from 'node:timers/promises'
import { type Database, inTransaction, openDatabase } from '../../../src/platform/db/index.ts'
import { queueMail, queueOfficial } from '../../../src/platform/outbox/index.ts'
import type { Program } from '../program.ts'
import { countWaitingLetters, selectLetters } from './letters.queries.ts'
import type { ToyMailServer } from './toy-mail-server.ts'

export interface LettersFindings {
  readonly notices: number
  readonly officials: number
  /** Letters that their addressee had in hand more than once, each time with the same Message-ID. */
  readonly repeated: number
  /** Of these, official ones: none may be. */
  readonly unconfirmed: number
  /** How often the server hung up with the letter in hand, and how often it asked to try again. */
  readonly hungUp: number
  readonly tryAgain: number
  readonly problems: readonly string[]
}

/**
 * Puts letters into the outbox, three notices for each letter that is a document: notices are delivered at least once with
 * one Message-ID, so that a mailbox shows them once; official ones at most once, and whoever cannot know says so.
 */
export async function openLetters(program: Program, server: ToyMailServer, count: number) {
  const open = () =>
    openDatabase({ url: program.databaseUrl(), poolSize: 1, statementTimeoutMs: 120_000, prepare: true })
  const db = await open()
  await inTransaction(db, async (trx) => {
    for (let n = 0; n < count; n++) {
      const common = { subject: `Prova ${n}`, body: `Carta ${n}.`, reason: 'prova' }
      if (n % 4 !== 3) await queueMail(trx, [{ recipient: `aviso${n}@prova.invalid`, ...common }])
      else {
        const official = { messageKey: `<oficial-${n}@prova.invalid>`, sender: 'casa@prova.invalid', attachments: [] }
        await queueOfficial(trx, { ...official, ...common, recipients: [`oficial${n}@prova.invalid`] })
      }
    }
  })
  await db.end({ timeout: 5 })
  return {
    settled: async (patienceMs: number) => {
      const began = performance.now()
      const asking = await open()
      while (performance.now() - began < patienceMs && (await countWaitingLetters(asking)) > 0) await wait(250)
      await asking.end({ timeout: 5 })
    },
    verify: (asking: Database) => verifyLetters(asking, server, count),
  }
}

async function verifyLetters(db: Database, server: ToyMailServer, count: number): Promise<LettersFindings> {
  const rows = await selectLetters(db)
  const times = new Map<string, number>()
  for (const { messageId } of server.letters) times.set(messageId, (times.get(messageId) ?? 0) + 1)
  const problems: string[] = rows.length === count ? [] : [`${rows.length} mensagens em vez de ${count}`]
  const known = new Set<string>()
  for (const { id, state, official, messageKey } of rows) {
    const key = [...times.keys()].find((one) => (official ? one === messageKey : one.startsWith(`<carimbo-${id}@`)))
    const got = key === undefined ? 0 : (times.get(key) ?? 0)
    if (key) known.add(key)
    const accepted = server.letters.some(({ messageId, told }) => messageId === key && told === 'taken')
    if (state === 'sent' && !accepted)
      problems.push(`perdida: mensagem ${id} consta como enviada e ninguém ficou com ela`)
    else if (state !== 'sent' && state !== 'unconfirmed') problems.push(`não entregue: mensagem ${id} (${state})`)
    // Where the server said that it did not take it, another try is none too many.
    const asked = server.letters.filter(({ messageId, told }) => messageId === key && told === 'try again').length
    if (official && got - asked > 1) problems.push(`documento entregue ${got - asked} vezes: mensagem ${id}`)
  }
  for (const messageId of times.keys()) if (!known.has(messageId)) problems.push(`Message-ID de ninguém: ${messageId}`)
  const told = (what: string) => server.letters.filter((one) => one.told === what).length
  return {
    notices: rows.filter(({ official }) => !official).length,
    officials: rows.filter(({ official }) => official).length,
    repeated: [...times.values()].filter((one) => one > 1).length,
    unconfirmed: rows.filter(({ state }) => state === 'unconfirmed').length,
    hungUp: told('nothing'),
    tryAgain: told('try again'),
    problems,
  }
}
