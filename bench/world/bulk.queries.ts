import type { Pool } from '../../src/platform/db/index.ts'

/** Tables that are filled by the hundred thousand: their indexes are made when all rows are there. */
const filled = [
  'cases.case_file',
  'cases.holding',
  'cases.passage',
  'cases.interested_party',
  'cases.case_class',
  'cases.reading',
  'documents.document',
  'documents.version',
  'signatures.signature',
  'routing.movement',
  'history.event',
  'search.document_text',
  'search.case_text',
] as const

export interface PutAway {
  readonly name: string
  readonly definition: string
  readonly inverted: boolean
}

/** Nothing of a world that is being made is waited for: it is made anew if the machine fails meanwhile. */
const hasty = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '6GB',
}

export async function makeHaste(db: Pool): Promise<void> {
  for (const [name, value] of Object.entries(hasty)) await db.unsafe(`alter system set ${name} = '${value}'`)
  await db`select pg_reload_conf()`
}

/** As real use has it again, with everything on the disk. */
export async function endHaste(db: Pool): Promise<void> {
  for (const name of Object.keys(hasty)) await db.unsafe(`alter system reset ${name}`)
  await db`select pg_reload_conf()`
  await new Promise((resolve) => setTimeout(resolve, 300))
  await db`checkpoint`
}

/** Takes away the indexes that no constraint needs, and answers how to make them again. */
export async function putIndexesAway(db: Pool): Promise<PutAway[]> {
  const rows = await db<{ name: string; definition: string; inverted: boolean }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition, a.amname = 'gin' as inverted
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
     where i.indrelid = any (${[...filled]}::text[]::regclass[])
       and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`
  for (const { name } of rows) await db.unsafe(`drop index ${name}`)
  return [...rows]
}

export async function makeIndex(db: Pool, { definition }: PutAway): Promise<void> {
  await db.begin(async (trx) => {
    await trx.unsafe(`set local maintenance_work_mem = '1GB'`)
    await trx.unsafe(definition)
  })
}

/**
 * What the index makes of the texts that stand in many documents is kept, so that the indexing of the product, which is
 * what fills the index, has to make it once for each text and not once for each document.
 */
export async function rememberWords(db: Pool): Promise<void> {
  await db.unsafe(`
    alter function search.words_of(text) rename to words_made_of;
    create function search.words_of(t text) returns tsvector language plpgsql immutable strict as $$
    declare known tsvector;
    begin
      if length(t) >= 80 then
        select words into known from medicao.known where key = hashtextextended(t, 0);
        if known is not null then return known; end if;
      end if;
      return search.words_made_of(t);
    end $$`)
}

export async function forgetWords(db: Pool): Promise<void> {
  await db.unsafe(`drop function search.words_of(text);
    alter function search.words_made_of(text) rename to words_of;
    drop schema medicao cascade`)
}

/** A first seal over what was poured in: what is measured seals its own events, not a million of others. */
export async function sealWhatWasPoured(db: Pool): Promise<void> {
  await db`insert into history.seal (id, from_tx, to_tx, event_ids, record_keys, leaves, root, previous, hash, sealed_at)
    select coalesce(max(id), 0) + 1, coalesce(max(to_tx), '0'::xid8), pg_snapshot_xmin(pg_current_snapshot()), '{}', '{}', sha256('poured'),
           sha256('poured'), coalesce((select hash from history.seal order by id desc limit 1), decode(repeat('00', 32), 'hex')),
           sha256('poured'), now() from history.seal`
}
