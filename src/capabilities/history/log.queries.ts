import type { Database } from '../../platform/db/index.ts'
import type { Nodes, Place } from './log-tree.rules.ts'

export interface HeadRow {
  size: number
  root: Buffer
  note: string
}

/** The kept branches at these places, by their names. One statement, by the primary key. */
export async function selectNodes(db: Database, places: readonly Place[]): Promise<Nodes> {
  if (places.length === 0) return new Map()
  const rows = await db<{ name: string; hash: Buffer }[]>`
    select n.level || '/' || n.place as name, n.hash
      from unnest(${places.map(({ level }) => level)}::int[], ${places.map(({ place }) => String(place))}::text[]::bigint[])
           as wanted (level, place)
      join history.node n on n.level = wanted.level and n.place = wanted.place`
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

export async function insertNodes(db: Database, nodes: readonly (readonly [Place, Uint8Array])[]): Promise<void> {
  await db`insert into history.node (level, place, hash)
    select level, place, decode(hash, 'hex') from unnest(${nodes.map(([{ level }]) => level)}::int[],
      ${nodes.map(([{ place }]) => String(place))}::text[]::bigint[],
      ${nodes.map(([, hash]) => Buffer.from(hash).toString('hex'))}::text[]) as grown (level, place, hash)`
}

/** How many leaves the kept tree has. */
export async function selectTreeSize(db: Database): Promise<number> {
  const [row] = await db<{ size: string }[]>`
    select coalesce((select place + 1 from history.node where level = 0 order by place desc limit 1), 0) as size`
  return Number(row?.size ?? 0)
}

/** Hashes of the seals after the first `size`, some at a time. */
export async function selectSealHashes(db: Database, size: number, limit: number): Promise<Buffer[]> {
  const rows = await db<{ hash: Buffer }[]>`
    select hash from history.seal where seal.id > ${size} order by seal.id limit ${limit}`
  return rows.map(({ hash }) => hash)
}

export async function insertHead(db: Database, head: HeadRow): Promise<void> {
  await db`insert into history.head (size, root, note) values (${head.size}, ${head.root}, ${head.note})`
}

export async function selectLastHead(db: Database): Promise<HeadRow | undefined> {
  const [row] = await db<HeadRow[]>`select size::int, root, note from history.head order by head.size desc limit 1`
  return row
}

export async function selectHeadOfSize(db: Database, size: number): Promise<HeadRow | undefined> {
  const [row] = await db<HeadRow[]>`select size::int, root, note from history.head where head.size = ${size}`
  return row
}

export async function selectHeads(db: Database, afterSize: number, limit: number): Promise<HeadRow[]> {
  return db<HeadRow[]>`
    select size::int, root, note from history.head where head.size > ${afterSize} order by head.size limit ${limit}`
}

/** The first head with a time-stamp that holds this many seals. */
export async function selectStampedHead(
  db: Database,
  least: number,
): Promise<(HeadRow & { token: Buffer }) | undefined> {
  const [row] = await db<(HeadRow & { token: Buffer })[]>`
    select h.size::int, h.root, h.note, t.token from history.time_stamp t join history.head h on h.size = t.size
     where t.size >= ${least} order by t.size limit 1`
  return row
}

export async function insertTimeStamp(db: Database, size: number, token: Uint8Array, now: Date): Promise<void> {
  await db`insert into history.time_stamp (size, token, at) values (${size}, ${Buffer.from(token)}, ${now})
    on conflict (size) do nothing`
}

export async function isStamped(db: Database, size: number): Promise<boolean> {
  return (await db`select 1 from history.time_stamp where time_stamp.size = ${size}`).length > 0
}

export async function selectTimeStamps(db: Database): Promise<{ size: number; token: Buffer; note: string | null }[]> {
  return db<{ size: number; token: Buffer; note: string | null }[]>`
    select t.size::int, t.token, h.note from history.time_stamp t left join history.head h on h.size = t.size order by t.size`
}

/** The last time-stamp there is. */
export async function selectLastTimeStamp(db: Database): Promise<{ size: number; token: Buffer } | undefined> {
  const [row] = await db<{ size: number; token: Buffer }[]>`
    select t.size::int, t.token from history.time_stamp t order by t.size desc limit 1`
  return row
}

/** All branches, for who makes the tree again. Some tens of bytes for each seal. */
export async function selectAllNodes(db: Database): Promise<Map<string, Buffer>> {
  const nodes = new Map<string, Buffer>()
  for (let from = { level: -1, place: '0' }; ; ) {
    const rows = await db<{ level: number; place: string; hash: Buffer }[]>`
      select level, place, hash from history.node
       where (level, place) > (${from.level}, ${from.place}::text::bigint) order by level, place limit 20000`
    for (const { level, place, hash } of rows) nodes.set(`${level}/${place}`, hash)
    const last = rows.at(-1)
    if (!last) return nodes
    from = last
  }
}
