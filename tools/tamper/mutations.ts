import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from '../../src/platform/db/index.ts'
import type { Random } from '../faults/random.ts'
import { type Column, type HouseToSpoil, otherValue, type SpoilableTable, spoilableTables } from './house.ts'
import { rewriteLog } from './rewrite-log.ts'

/** What was done to the house, and what a report must name. */
export interface Spoilt {
  /** `mudar andamento (facts)` */
  readonly deed: string
  readonly names: readonly string[]
  /** Puts back what a transaction cannot undo. */
  readonly mend?: () => Promise<void>
}

export interface World {
  readonly columns: ReadonlyMap<string, readonly Column[]>
  readonly names: ReadonlyMap<string, readonly string[]>
  readonly stored: readonly string[]
}

type Mutation = (db: Database, house: HouseToSpoil, world: World, random: Random) => Promise<Spoilt | undefined>

/** Every kind of mutation, each as likely as the number beside it. */
export const mutations: readonly (readonly [weight: number, Mutation])[] = [
  [8, changeColumn],
  [4, deleteRow],
  [3, swapRows],
  [2, cutEnd],
  [1, emptyTable],
  [3, slipIn],
  [2, changeAndRewrite],
  [2, cutLog],
  [2, changeFile],
  [1, cutFile],
  [1, deleteFile],
  [1, swapFiles],
]

async function changeColumn(db: Database, _house: HouseToSpoil, world: World, random: Random) {
  const one = pickTable(world, random)
  const name = random.pick(world.names.get(one.table) ?? [])
  const column = random.pick(world.columns.get(one.table) ?? [])
  // An old seal without records has none to change; an empty value of bytes has no first byte.
  await db.unsafe(`update ${one.table} set "${column.name}" = ${otherValue(column)} where ${one.name} = $1`, [name])
  return { deed: `mudar ${kindOf(name)} (${column.name})`, names: [name] }
}

/** One column of the first row in which it can be changed; undefined where none holds anything to change. */
export function changeOf(one: SpoilableTable, column: Column): Mutation {
  return async (db) => {
    const own = `"${column.name}"`
    const other =
      column.type === 'bytea'
        ? `case when length(${own}) > 0 then ${otherValue(column)} else ${own} end`
        : otherValue(column)
    const [row] = await db.unsafe<{ name: string }[]>(
      `select ${one.name} as name from ${one.table} where (${own})::text is distinct from (${other})::text order by 1 limit 1`,
    )
    if (!row) return undefined
    await db.unsafe(`update ${one.table} set ${own} = ${other} where ${one.name} = $1`, [row.name])
    return { deed: `mudar ${kindOf(row.name)} (${column.name})`, names: [row.name] }
  }
}

async function deleteRow(db: Database, _house: HouseToSpoil, world: World, random: Random) {
  const one = pickTable(world, random)
  const name = random.pick(world.names.get(one.table) ?? [])
  await db.unsafe(`delete from ${one.table} where ${one.name} = $1`, [name])
  return { deed: `apagar ${kindOf(name)}`, names: [name] }
}

/** Each of two rows takes the other's content, and keeps its name. */
async function swapRows(db: Database, _house: HouseToSpoil, world: World, random: Random) {
  const one = pickTable(world, random)
  const names = world.names.get(one.table) ?? []
  const [first, second] = [random.pick(names), random.pick(names)]
  if (first === second) return undefined
  const held = heldColumns[one.table] ?? []
  const moved = (world.columns.get(one.table) ?? []).map(({ name }) => name).filter((name) => !held.includes(name))
  const sets = moved.map((name) => `"${name}" = other."${name}"`).join(', ')
  const { count } = await db.unsafe(
    `update ${one.table} as row set ${sets} from (select ${one.name} as name, * from ${one.table}) as other
      where (${qualified(one.name)} = $1 and other.name = $2) or (${qualified(one.name)} = $2 and other.name = $1)`,
    [first, second],
  )
  const [same] = await db.unsafe<{ same: boolean }[]>(
    `select (select to_jsonb(a) - ${literals(held)} from ${one.table} a where ${one.name} = $1)
          = (select to_jsonb(a) - ${literals(held)} from ${one.table} a where ${one.name} = $2) as same`,
    [first, second],
  )
  if (count < 2 || same?.same) return undefined
  return { deed: `trocar ${kindOf(first)} por outro`, names: [first, second] }
}

/** All rows from one on, as who wants the last deeds forgotten. */
async function cutEnd(db: Database, _house: HouseToSpoil, world: World, random: Random) {
  const one = pickTable(world, random)
  const names = world.names.get(one.table) ?? []
  const from = random.pick(names)
  await db.unsafe(`delete from ${one.table} where (${one.name}) collate "C" >= ($1::text) collate "C"`, [from])
  const left = new Set(
    (await db.unsafe<{ name: string }[]>(`select ${one.name} as name from ${one.table}`)).map(({ name }) => name),
  )
  return { deed: `cortar ${kindOf(from)} do fim`, names: names.filter((name) => !left.has(name)) }
}

async function emptyTable(db: Database, _house: HouseToSpoil, world: World, random: Random) {
  const one = pickTable(world, random)
  const names = world.names.get(one.table) ?? []
  await db.unsafe(`truncate ${one.table}`)
  return { deed: `esvaziar ${kindOf(names[0] ?? '')}`, names }
}

/** A row that was never written, with the transaction of one that was. */
async function slipIn(db: Database, _house: HouseToSpoil, world: World, random: Random) {
  const one = pickTable(world, random)
  const name = random.pick(world.names.get(one.table) ?? [])
  const all = [...(world.columns.get(one.table) ?? []).map((column) => column.name), ...one.open]
  const columns = all.map((column) => `"${column}"`).join(', ')
  const values = all.map((column) => one.another[column] ?? `"${column}"`).join(', ')
  const rows = await db.unsafe<{ name: string }[]>(
    `insert into ${one.table} (${columns}) overriding system value select ${values} from ${one.table} where ${one.name} = $1
     returning ${one.name} as name`,
    [name],
  )
  return { deed: `inserir ${kindOf(name)}`, names: rows.map((row) => row.name) }
}

/** Changes an event and then makes seals, branches and roots anew, so that the database alone agrees with itself. */
async function changeAndRewrite(db: Database, _house: HouseToSpoil, world: World, random: Random) {
  const name = random.pick(world.names.get('history.event') ?? [])
  const id = name.slice(name.indexOf(':') + 1)
  await db.unsafe(`update history.event set facts = facts || '{"mudado": true}' where id = $1`, [id])
  const from = await rewriteLog(db, id)
  return { deed: 'mudar andamento e refazer o registro', names: [`registro:${from}`] }
}

/** Takes the last seals away with everything that they cover and all that was built on them. */
async function cutLog(db: Database, _house: HouseToSpoil, world: World, random: Random) {
  const seals = (world.names.get('history.seal') ?? []).map((name) => Number(name.slice(name.indexOf(':') + 1)))
  const from = random.pick(seals)
  const [seal] = await db.unsafe<{ tx: string }[]>(`select from_tx::text as tx from history.seal where id = $1`, [from])
  for (const { table } of spoilableTables) {
    if (!(world.columns.get(table) ?? []).some(({ name }) => name === 'tx')) continue
    await db.unsafe(`delete from ${table} where tx >= $1::text::xid8`, [seal?.tx ?? '0'])
  }
  await db.unsafe(`delete from history.head where size >= $1`, [from])
  await db.unsafe(`delete from history.seal where id >= $1`, [from])
  await db.unsafe(`delete from history.node where (place + 1) * 2 ^ level >= $1`, [from])
  return {
    deed: 'cortar o registro inteiro do fim',
    names: seals.filter((id) => id >= from).map((id) => `registro:${id}`),
  }
}

async function changeFile(_db: Database, house: HouseToSpoil, world: World, random: Random) {
  return spoilFile(house, random.pick(world.stored), 'mudar um byte do arquivo', async (path, bytes) => {
    const copy = Buffer.from(bytes)
    const place = random.whole(0, copy.length - 1)
    copy[place] = (copy[place] ?? 0) ^ (1 << random.whole(0, 7))
    await writeFile(path, copy)
  })
}

async function cutFile(_db: Database, house: HouseToSpoil, world: World, random: Random) {
  return spoilFile(house, random.pick(world.stored), 'cortar o arquivo', (path, bytes) =>
    writeFile(path, bytes.subarray(0, random.whole(0, bytes.length - 1))),
  )
}

async function deleteFile(_db: Database, house: HouseToSpoil, world: World, random: Random) {
  return spoilFile(house, random.pick(world.stored), 'apagar o arquivo', (path) => rm(path))
}

async function swapFiles(_db: Database, house: HouseToSpoil, world: World, random: Random) {
  const [first, second] = [random.pick(world.stored), random.pick(world.stored)]
  if (first === second) return undefined
  const bytes = await readFile(placeOf(house, second))
  const one = await spoilFile(house, first, 'trocar', (path) => writeFile(path, bytes))
  const other = await spoilFile(house, second, 'trocar', (path) => copyFile(`${placeOf(house, first)}.antes`, path))
  const mend = async () => {
    await one.mend?.()
    await other.mend?.()
  }
  return { deed: 'trocar o arquivo por outro', names: [...one.names, ...other.names], mend }
}

async function spoilFile(
  house: HouseToSpoil,
  sha256: string,
  deed: string,
  spoil: (path: string, bytes: Buffer) => Promise<void>,
): Promise<Spoilt> {
  const path = placeOf(house, sha256)
  const bytes = await readFile(path)
  await rename(path, `${path}.antes`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  await spoil(path, bytes)
  return { deed, names: [`conteúdo guardado:${sha256}`], mend: () => rename(`${path}.antes`, path) }
}

function placeOf({ filesFolder }: HouseToSpoil, sha256: string): string {
  return join(filesFolder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** What a row keeps when it takes another's content: its name, and what is unique besides. */
const heldColumns: Readonly<Record<string, readonly string[]>> = {
  'history.event': ['id'],
  'history.seal': ['id', 'hash', 'to_tx'],
  'history.node': ['level', 'place'],
  'history.head': ['size'],
  'documents.version': ['document_id', 'number'],
  'documents.file': ['id', 'replaced_at'],
  'documents.image': ['document_id', 'sha256'],
  'signatures.signed_content': ['sha256'],
  'signatures.signature': ['id', 'document_id'],
  'auditing.entry': ['id'],
  'auditing.bundle': ['id'],
}

function pickTable(world: World, random: Random): SpoilableTable {
  return random.pick(spoilableTables.filter(({ table }) => (world.names.get(table) ?? []).length > 0))
}

function kindOf(name: string): string {
  return name.slice(0, name.indexOf(':'))
}

/** The name of a row of `row`, where another of the same table stands beside it. */
function qualified(name: string): string {
  return name.replace(/\b(id|level|place|size|document_id|number|sha256)\b(?!\()/g, 'row.$1')
}

function literals(names: readonly string[]): string {
  return `array[${names.map((name) => `'${name}'`).join(', ')}]`
}
