import { indexCaseFiles, indexDocuments } from '../../src/capabilities/search/indexing/indexing.queries.ts'
import { insertFurnished, isFurnished } from '../../src/demonstration/demonstration.queries.ts'
import { furnishRegisters } from '../../src/demonstration/furnish-registers.ts'
import { migrate, type Pool, type Transaction } from '../../src/platform/db/index.ts'
import { migrateJobs } from '../../src/platform/jobs/index.ts'
import { openLanguage } from './portuguese.ts'
import { at, registerPeopleAndUnits } from './registers.ts'
import { insertContacts, insertStretch, keepParagraphs, type Stretch, selectUnindexed } from './world.queries.ts'

export const onDesk = 10_000
export const toSend = 6_000
export const inLongCase = 1_000
const atOnce = 2
const batchSize = 5_000
const indexedAtOnce = 500

/**
 * Furnishes an empty database with the demonstration's registers and with what is measured: `thousands` of case files with
 * indexed texts, a desk of ten thousand, a case file of a thousand documents, and case files to send. Does nothing where
 * that was done; begun and not finished, it cannot be used.
 */
export async function makeWorld(
  { db, url }: { readonly db: Pool; readonly url: string },
  thousands: number,
  say: (words: string) => void,
): Promise<void> {
  await migrate(db)
  await migrateJobs(url)
  if (await isFurnished(db)) return
  const begun = performance.now()
  await furnishRegisters({ db })
  await registerPeopleAndUnits(db)
  await insertContacts(db)
  const language = openLanguage(1)
  const paragraphs = Array.from({ length: 4_000 }, () => language.paragraph())
  const stretches = plan(thousands)
  await together(stretches, atOnce, async (stretch, done) => {
    await db.begin(async (trx) => {
      await keepParagraphs(trx, paragraphs)
      await insertStretch(trx, stretch)
    })
    say(`mundo: ${done} de ${stretches.length} partes`)
  })
  await index(db, 'case', indexCaseFiles, say)
  await index(db, 'document', indexDocuments, say)
  await db`vacuum analyze`
  await insertFurnished(db, [])
  say(`mundo feito em ${Math.round((performance.now() - begun) / 1000)} s\n`)
}

function plan(thousands: number): Stretch[] {
  const many = (count: number, rest: Omit<Stretch, 'from' | 'to'>) =>
    Array.from({ length: Math.ceil(count / batchSize) }, (_, part) => ({
      ...rest,
      from: part * batchSize + 1,
      to: Math.min(count, (part + 1) * batchSize),
    }))
  return [
    { series: 3, from: 1, to: 1, unit: at.desk, open: true, documents: inLongCase },
    ...many(toSend, { series: 2, unit: at.sender, open: true, documents: 1 }),
    ...many(Math.min(onDesk, thousands * 1000), { series: 1, unit: at.desk, open: true, documents: 1 }),
    ...many(Math.max(0, thousands * 1000 - onDesk), { series: 1, open: false, documents: 1 }).map((one) => ({
      ...one,
      from: one.from + onDesk,
      to: one.to + onDesk,
    })),
  ]
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
  await together(parts, atOnce, async (part, done) => {
    await db.begin((trx) => work(trx, part, new Date()))
    say(`indexando ${words}: ${done} de ${parts.length} partes`)
  })
}

async function together<Item>(items: readonly Item[], many: number, work: (item: Item, done: number) => Promise<void>) {
  const queue = [...items]
  let done = 0
  await Promise.all(
    Array.from({ length: many }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, ++done)
    }),
  )
}
