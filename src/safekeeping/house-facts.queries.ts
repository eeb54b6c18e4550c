import type { Database } from '../platform/db/index.ts'

/** What a house held at one moment, told so that a restored copy can be asked for exactly the same. */
export interface HouseFacts {
  /** The transactions that were finished, as PostgreSQL writes a snapshot. */
  readonly snapshot: string
  /** How many rows they had written, by table. */
  readonly counts: Readonly<Record<string, number>>
  /** The last signed head of the log. */
  readonly head: { readonly size: number; readonly root: string } | undefined
}

/** Looks at a house; with a snapshot, at what it held then. All these tables only grow. */
export async function selectHouseFacts(db: Database, known?: HouseFacts): Promise<HouseFacts> {
  const [now] = await db<{ snapshot: string }[]>`select pg_current_snapshot()::text as snapshot`
  const snapshot = known?.snapshot ?? now?.snapshot ?? ''
  const seen = db`pg_visible_in_snapshot(tx, ${snapshot}::text::pg_snapshot)`
  const [counts] = await db<Record<string, number>[]>`
    select (select count(*)::int from history.event where ${seen}) as andamentos,
           (select count(*)::int from documents.version where ${seen}) as versoes,
           (select count(*)::int from documents.file where ${seen}) as arquivos,
           (select count(*)::int from documents.image where ${seen}) as imagens,
           (select count(*)::int from signatures.signed_content where ${seen}) as conteudos,
           (select count(*)::int from signatures.signature where ${seen}) as assinaturas`
  const size = known?.head?.size
  const [head] = await db<{ size: number; root: string }[]>`
    select size::int, encode(root, 'hex') as root from history.head
     where ${size === undefined ? db`true` : db`head.size = ${size}`} order by head.size desc limit 1`
  return { snapshot, counts: { ...counts }, head }
}
