import { indexCaseFiles, indexDocuments } from '../../src/capabilities/search/indexing/indexing.queries.ts'
import { insertFurnished } from '../../src/demonstration/demonstration.queries.ts'
import { furnishRegisters } from '../../src/demonstration/furnish-registers.ts'
import { migrate, type Pool, type Transaction } from '../../src/platform/db/index.ts'
import { migrateJobs } from '../../src/platform/jobs/index.ts'
import { bodiesAreThere, insertBodies, openBodies } from './bodies.queries.ts'
import {
  endHaste,
  forgetWords,
  makeHaste,
  makeIndex,
  type PutAway,
  putIndexesAway,
  rememberWords,
  sealWhatWasPoured,
} from './bulk.queries.ts'
import { openLanguage } from './portuguese.ts'
import { at, registerPeopleAndUnits } from './registers.ts'
import { mostWithTexts } from './size.ts'
import { insertContacts, insertStretch, recountDesks, type Stretch, selectUnindexed } from './world.queries.ts'

export const onDesk = 10_000
export const toSend = 6_000
export const inLongCase = 1_000
const atOnce = 2
const batchSize = 10_000
const indexedAtOnce = 1_000
const bodiesAtOnce = 500

/**
 * Furnishes an empty database with the demonstration's registers and with what is measured: `thousands` of case files with
 * indexed texts, a desk of ten thousand, a case file of a thousand documents, and case files to send. Rows are made where
 * they lie, by statements over ten thousand at once, and their indexes when all are there.
 */
export async function makeWorld(
  { db, url }: { readonly db: Pool; readonly url: string },
  thousands: number,
  say: (words: string) => void,
): Promise<void> {
  await migrate(db)
  await migrateJobs(url)
  await furnishRegisters({ db })
  await registerPeopleAndUnits(db)
  await insertContacts(db)
  await makeHaste(db)
  const bodies = Math.min(20_000, 200 * thousands)
  await makeBodies(db, bodies, say)
  await rememberWords(db)
  const indexes = await putIndexesAway(db)
  await together(plan(thousands), atOnce, async (stretch, done, total) => {
    await db.begin((trx) => insertStretch(trx, stretch, bodies))
    say(`mundo: ${done} de ${total} partes`)
  })
  await make(
    db,
    indexes.filter(({ inverted }) => !inverted),
    say,
  )
  // The words are made by the product's own statements; they look up rows, and what they look up has to be known as many.
  await db`analyze`
  await index(db, 'case', indexCaseFiles, say)
  await index(db, 'document', indexDocuments, say)
  await make(
    db,
    indexes.filter(({ inverted }) => inverted),
    say,
  )
  await forgetWords(db)
  await recountDesks(db)
  await sealWhatWasPoured(db)
  await db`delete from search.pending`
  say('mundo: arrumação final')
  await db`vacuum analyze`
  await insertFurnished(db, [])
  await endHaste(db)
}

function plan(thousands: number): Stretch[] {
  const many = (first: number, last: number, rest: Omit<Stretch, 'from' | 'to'>) =>
    Array.from({ length: Math.ceil((last - first + 1) / batchSize) }, (_, part) => ({
      ...rest,
      from: first + part * batchSize,
      to: Math.min(last, first + (part + 1) * batchSize - 1),
    }))
  const all = thousands * 1000
  const withTexts = Math.min(all, mostWithTexts * 1000)
  return [
    { series: 3, from: 1, to: 1, unit: at.desk, open: true, documents: inLongCase },
    ...many(1, toSend, { series: 2, unit: at.sender, open: true, documents: 1 }),
    ...many(1, Math.min(onDesk, all), { series: 1, unit: at.desk, open: true, documents: 1 }),
    ...many(onDesk + 1, withTexts, { series: 1, open: false, documents: 1 }),
    ...many(withTexts + 1, all, { series: 1, open: false, documents: 0 }),
  ]
}

async function makeBodies(db: Pool, bodies: number, say: (words: string) => void): Promise<void> {
  const language = openLanguage(1)
  await openBodies(
    db,
    Array.from({ length: 4_000 }, () => language.paragraph()),
  )
  const parts = Array.from({ length: Math.ceil(bodies / bodiesAtOnce) }, (_, part) => 1 + part * bodiesAtOnce)
  await together(parts, atOnce, async (from, done, total) => {
    await insertBodies(db, from, Math.min(bodies, from + bodiesAtOnce - 1))
    say(`textos: ${done} de ${total} partes`)
  })
  await bodiesAreThere(db)
}

async function make(db: Pool, indexes: readonly PutAway[], say: (words: string) => void): Promise<void> {
  await together(indexes, atOnce, async (one, done, total) => {
    await makeIndex(db, one)
    say(`índices: ${done} de ${total} (${one.name})`)
  })
}

async function index(
  db: Pool,
  kind: 'document' | 'case',
  work: (trx: Transaction, ids: readonly string[], now: Date) => Promise<void>,
  say: (words: string) => void,
): Promise<void> {
  const ids = await selectUnindexed(db, kind)
  const parts = Array.from({ length: Math.ceil(ids.length / indexedAtOnce) }, (_, part) =>
    ids.slice(part * indexedAtOnce, (part + 1) * indexedAtOnce),
  )
  const words = kind === 'case' ? 'processos' : 'documentos'
  await together(parts, atOnce, async (part, done, total) => {
    await db.begin((trx) => work(trx, part, new Date()))
    if (done % 20 === 0 || done === total) say(`indexando ${words}: ${done} de ${total} partes`)
  })
}

/** `done` counts those that were begun. */
async function together<Item>(
  items: readonly Item[],
  many: number,
  work: (item: Item, done: number, total: number) => Promise<void>,
) {
  const queue = [...items]
  let done = 0
  await Promise.all(
    Array.from({ length: many }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, ++done, items.length)
    }),
  )
}
