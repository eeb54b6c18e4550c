import type { Pool, Transaction } from '../../src/platform/db/index.ts'

/** A statement as it went to the server, with the types that the client gave its parameters (0: the server decides). */
export interface Statement {
  readonly text: string
  readonly types: readonly number[]
}

/** Listens to everything that a pool says to the server, without the words that begin and end transactions. */
export function statementsOn(db: Pool): { take(): Statement[]; readonly all: ReadonlyMap<string, Statement> } {
  const all = new Map<string, Statement>()
  let latest: Statement[] = []
  const debug = (_connection: number, text: string, _parameters: unknown[], types: number[]) => {
    if (/^\s*(begin|commit|rollback|savepoint|set)\b/i.test(text)) return
    const statement = { text, types: [...types] }
    latest.push(statement)
    all.set(text, statement)
  }
  Object.assign(db.options, { debug })
  return {
    all,
    take: () => {
      const taken = latest
      latest = []
      return taken
    },
  }
}

/**
 * Works in a transaction that is undone, in which the planner takes every table with rows for one of a million, and knows
 * nothing of what stands in it: so it plans as in an old installation, whatever little there is here.
 */
export async function asIfGrown<Value>(db: Pool, work: (trx: Transaction) => Promise<Value>): Promise<Value> {
  let value: { readonly of: Value } | undefined
  try {
    await db.begin(async (trx) => {
      await trx`update pg_class c set relpages = case c.relkind when 'i' then 2 else 1 end, reltuples = 1000000 from pg_namespace n
        where n.oid = c.relnamespace and c.relkind in ('r', 'i') and pg_relation_size(c.oid) > 0
          and n.nspname not in ('pg_catalog', 'information_schema', 'organization', 'classification')`
      await trx`delete from pg_statistic where starelid >= 16384`
      // What is still read whole, or joined by reading both sides whole, has no index that serves.
      for (const way of ['seqscan', 'hashjoin', 'mergejoin']) await trx.unsafe(`set local enable_${way} = off`)
      value = { of: await work(trx) }
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  if (!value) throw new Error('the work gave nothing')
  return value.of
}

const undo = Symbol('undo')
