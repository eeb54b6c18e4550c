import type { Config } from '../../src/platform/config/index.ts'
import type { Database, Pool } from '../../src/platform/db/index.ts'
import type { FileStore } from '../../src/platform/files/index.ts'

/** A sealed house that may be spoiled: each mutation is undone before the next. */
export interface HouseToSpoil {
  readonly db: Pool
  readonly files: FileStore
  readonly filesFolder: string
  readonly config: Pick<Config, 'dataFolder' | 'logKeyFile' | 'logCopyFolder'>
}

/** A table whose rows the seals cover, or that is part of them. */
export interface SpoilableTable {
  readonly table: string
  /** SQL that names a row as reports do: `assinatura:12`, `selo:3`. */
  readonly name: string
  /** Columns that are not sealed, because the program itself changes them. */
  readonly open: readonly string[]
  /** SQL that gives a copied row another name, and whatever else must differ for it to stand beside the first. */
  readonly another: Readonly<Record<string, string>>
}

export const spoilableTables: readonly SpoilableTable[] = [
  { table: 'history.event', name: `'andamento:' || id`, open: [], another: { id: 'id + 1000000' } },
  {
    table: 'history.seal',
    name: `'selo:' || id`,
    open: [],
    another: { id: 'id + 1000000', hash: 'sha256(hash)', to_tx: '(to_tx::text::bigint + 1000000)::text::xid8' },
  },
  { table: 'history.node', name: `'ramo:' || level || '/' || place`, open: [], another: { level: 'level + 40' } },
  { table: 'history.head', name: `'cabeça:' || size`, open: [], another: { size: 'size + 1000000' } },
  {
    table: 'documents.version',
    name: `'versao:' || document_id || '/' || number`,
    open: [],
    another: { number: 'number + 1000' },
  },
  {
    table: 'documents.file',
    name: `'arquivo:' || id`,
    open: ['replaced_at'],
    another: { id: 'id + 1000000', replaced_at: 'now()' },
  },
  {
    table: 'documents.image',
    name: `'imagem:' || document_id || '/' || sha256`,
    open: [],
    another: { sha256: `encode(sha256(convert_to(sha256, 'UTF8')), 'hex')` },
  },
  {
    table: 'signatures.signed_content',
    name: `'conteudo:' || encode(sha256, 'hex')`,
    open: [],
    another: { sha256: 'sha256(sha256)' },
  },
  {
    table: 'signatures.signature',
    name: `'assinatura:' || id`,
    open: [],
    another: { id: 'id + 1000000', account_id: 'account_id + 1000000' },
  },
  { table: 'auditing.entry', name: `'acesso:' || id`, open: [], another: { id: 'id + 1000000' } },
  { table: 'auditing.bundle', name: `'trilha:' || id`, open: [], another: { id: 'id + 1000000' } },
]

export interface Column {
  readonly name: string
  readonly type: string
}

/** The columns of each table that the seals cover. */
export async function columnsOf(db: Database): Promise<ReadonlyMap<string, readonly Column[]>> {
  const rows = await db<{ table: string; name: string; type: string }[]>`
    select table_schema || '.' || table_name as table, column_name as name, udt_name as type
      from information_schema.columns where table_schema || '.' || table_name = any (${spoilableTables.map(({ table }) => table)})
     order by ordinal_position`
  const open = new Map(spoilableTables.map((one) => [one.table, one.open]))
  const sealed = rows.filter(({ table, name }) => !open.get(table)?.includes(name))
  return Map.groupBy(sealed, ({ table }) => table)
}

/** Names of all rows there are, in their order. */
export async function namesOf(db: Database, { table, name }: SpoilableTable): Promise<string[]> {
  const rows = await db.unsafe<{ name: string }[]>(`select ${name} as name from ${table} order by 1`)
  return rows.map((row) => row.name)
}

/** Takes away what holds even a superuser up: checks, foreign keys, numbering, and what must be unique but is no key. */
export async function takeGuardsAway(db: Pool): Promise<void> {
  const guards = await db<{ table: string; name: string }[]>`
    select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype in ('c', 'f', 'u')
       and (conrelid::regclass::text = any (${spoilableTables.map(({ table }) => table)})
         or confrelid::regclass::text = any (${spoilableTables.map(({ table }) => table)}))`
  for (const { table, name } of guards) await db.unsafe(`alter table ${table} drop constraint "${name}"`)
  const numbered = await db<{ table: string; name: string }[]>`
    select attrelid::regclass::text as table, attname as name from pg_attribute
     where attidentity <> '' and attrelid::regclass::text = any (${spoilableTables.map(({ table }) => table)})`
  for (const { table, name } of numbered) await db.unsafe(`alter table ${table} alter column "${name}" drop identity`)
  const unique = await db<{ name: string }[]>`
    select indexrelid::regclass::text as name from pg_index
     where indisunique and not indisprimary and indrelid::regclass::text = any (${spoilableTables.map(({ table }) => table)})`
  for (const { name } of unique) await db.unsafe(`drop index ${name}`)
}

/** An expression that gives a column another value of its type. */
export function otherValue({ name, type }: Column): string {
  const column = `"${name}"`
  switch (type) {
    case 'int4':
    case 'int8':
      return `coalesce(${column}, 0) + 1000003`
    case 'text':
      return `coalesce(${column}, '') || 'x'`
    case 'json':
      return `(${column}::text || ' ')::json`
    case 'jsonb':
      return `${column} || '{"mudado": true}'`
    case 'bytea':
      return `set_byte(${column}, 0, get_byte(${column}, 0) # 1)`
    case 'timestamptz':
      return `coalesce(${column}, now()) + interval '1 microsecond'`
    case 'xid8':
      return `(${column}::text::bigint + 1)::text::xid8`
    case '_int8':
      return `array_append(${column}, 0::bigint)`
    case '_text':
      return `array_append(${column}, 'versao:0/0')`
    default:
      throw new Error(`no other value is known for ${name} (${type})`)
  }
}
