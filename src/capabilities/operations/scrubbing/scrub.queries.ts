import { type Database, inTransaction, type Pool, type Transaction } from '../../../platform/db/index.ts'

export type DamageKind = 'file-changed' | 'file-missing' | 'file-unreadable' | 'relation'

/** Something on a disk that is no longer what was put there. */
export interface Damage {
  readonly kind: DamageKind
  /** SHA-256 of a file, or name of a table or an index. */
  readonly what: string
  /** What was said of it by who found it. */
  readonly told: string
}

/** How tables are looked at: by PostgreSQL's own checker, or only read from end to end. */
export type Checker = 'amcheck' | 'reading'

export interface Relation {
  readonly id: string
  readonly name: string
  /** Of what is neither a table nor an index by order (sequences, indexes of words), only the pages are read. */
  readonly kind: 'table' | 'index' | 'pages'
}

export async function insertScrub(db: Database, portion: number, now: Date): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into operations.scrub (portion, began_at) values (${portion}, ${now}) returning id`
  if (!row) throw new Error('the scrub was not noted')
  return row.id
}

/** Notes what was found; what an earlier night found of the same portion and is well again goes. */
export async function endScrub(
  db: Database,
  run: { id: string; portion: number; files: number; relations: number; checker: Checker },
  found: readonly Damage[],
  [began, ended]: readonly [Date, Date],
): Promise<void> {
  const rows = found.map((one) => ({ ...one, what: one.what.slice(0, 200), told: one.told.slice(0, 500) }))
  await inTransaction(db, async (trx) => {
    await trx`
      insert into operations.damage (kind, what, portion, told, found_at, seen_at)
      select distinct on (x.kind, x.what) x.kind, x.what, ${run.portion}::int, x.told, ${ended}::timestamptz, ${ended}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x (kind text, what text, told text)
      on conflict (kind, what) do update set told = excluded.told, seen_at = excluded.seen_at, portion = excluded.portion`
    await trx`delete from operations.damage where portion = ${run.portion} and seen_at < ${began}`
    await trx`
      update operations.scrub set ended_at = ${ended}, files = ${run.files}, relations = ${run.relations}, checker = ${run.checker}
       where id = ${run.id}`
    await trx`delete from operations.scrub where began_at < ${began}::timestamptz - interval '1 year'`
  })
}

/** Tables, what is kept apart of their long values, indexes and sequences, of which one night looks at a seventh. */
export async function selectRelations(db: Database, portion: number): Promise<Relation[]> {
  return db<Relation[]>`
    select c.oid::text as id, n.nspname || '.' || c.relname as name,
           case when c.relkind in ('r', 't', 'm') then 'table' when a.amname = 'btree' then 'index' else 'pages' end as kind
      from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am a on a.oid = c.relam
     where c.relpersistence = 'p' and c.oid::bigint % 7 = ${portion}
       and (c.relkind in ('r', 't', 'm', 'S') or (c.relkind = 'i' and exists (
             select 1 from pg_index i where i.indexrelid = c.oid and i.indisvalid)))
     order by c.oid`
}

class Undo extends Error {}

/** Whether the checker of PostgreSQL can be used; it is brought in for a moment and leaves no trace. */
export async function findChecker(pool: Pool): Promise<Checker> {
  const refused = await undone(pool, async (trx) => {
    await bringChecker(trx)
  })
  return refused === undefined ? 'amcheck' : 'reading'
}

/** What looks into tables and ordered indexes, and what reads the pages of everything else: both come with PostgreSQL. */
async function bringChecker(trx: Transaction): Promise<void> {
  await trx`create extension if not exists amcheck`
  await trx`create extension if not exists pg_prewarm`
}

/** Few at once: a transaction that goes on for long keeps old rows from being cleaned up. */
const atOnce = 20

/** Looks at tables and indexes page by page; answers what is wrong with them. One that was dropped meanwhile is well. */
export async function selectDamageOf(pool: Pool, relations: readonly Relation[], checker: Checker): Promise<Damage[]> {
  const found: Damage[] = []
  for (let from = 0; from < relations.length; from += atOnce) {
    const error = await undone(pool, async (trx) => {
      await trx`set local statement_timeout = 0`
      await trx`set local enable_indexscan = off`
      await trx`set local enable_indexonlyscan = off`
      await trx`set local enable_bitmapscan = off`
      if (checker === 'amcheck') await bringChecker(trx)
      for (const relation of relations.slice(from, from + atOnce)) {
        const told = await lookAt(trx, relation, checker)
        if (told.length > 0) found.push({ kind: 'relation', what: relation.name, told: told.join('; ') })
      }
    })
    if (error) throw error
  }
  return found
}

/** What the server says by these is that a page, an index or the disk is damaged. */
const damaged = /^(XX00[12]|58)/

async function lookAt(trx: Transaction, { id, kind }: Relation, checker: Checker): Promise<string[]> {
  try {
    return await trx.savepoint(async (inner) => {
      const [there] = await inner<{ name: string }[]>`
        select oid::regclass::text as name from pg_class where oid = ${id}::oid`
      if (!there) return []
      if (checker === 'amcheck' && kind === 'index') await inner`select bt_index_check(${id}::oid, false)`
      else if (checker === 'amcheck' && kind === 'pages') await inner`select pg_prewarm(${id}::oid, 'buffer')`
      else if (checker === 'amcheck') {
        const rows = await inner<{ told: string }[]>`
          select 'bloco ' || blkno || ': ' || msg as told from verify_heapam(${id}::oid) limit 20`
        return rows.map(({ told }) => told)
      } else if (kind === 'table') await inner.unsafe(`select count(*) from ${there.name}`)
      return []
    })
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string }
    if (damaged.test(code)) return [message]
    // What it may not read it knows nothing of.
    if (code === '42501') return []
    throw error
  }
}

/** Does the work and takes it back; answers the error that stopped it. */
async function undone(
  pool: Pool,
  work: (trx: Transaction) => Promise<void>,
): Promise<(Error & { readonly code?: string }) | undefined> {
  try {
    await pool.begin(async (trx) => {
      await work(trx)
      throw new Undo()
    })
  } catch (error) {
    return error instanceof Undo ? undefined : (error as Error & { code?: string })
  }
  return undefined
}

export interface LastScrub {
  readonly endedAt: Date | null
  readonly files: number
  readonly relations: number
  readonly checker: Checker
  /** Portions that were looked at within the last eight days. */
  readonly portions: number
  readonly damage: readonly (Damage & { readonly foundAt: Date })[]
}

/** The last night that was gone through, and everything that is wrong now. */
export async function selectLastScrub(db: Database, now: Date): Promise<LastScrub> {
  const [[run], damage] = await Promise.all([
    db<Omit<LastScrub, 'damage'>[]>`
      select s.ended_at as "endedAt", s.files, s.relations, s.checker,
             (select count(*)::int from generate_series(0, 6) p where exists (
                select 1 from operations.scrub o where o.portion = p and o.ended_at > ${now}::timestamptz - interval '8 days')) as portions
        from operations.scrub s where s.ended_at is not null order by s.id desc limit 1`,
    db<LastScrub['damage'][number][]>`
      select kind, what, told, found_at as "foundAt" from operations.damage order by found_at desc, what limit 50`,
  ])
  return { endedAt: null, files: 0, relations: 0, checker: 'reading', portions: 0, ...run, damage }
}
