import type { Pool } from '../../src/platform/db/index.ts'

/** Of ten texts one is long. */
export const oneLongIn = 10

/** Texts from which documents are filled, with their content as the editor keeps it and the words the index makes of them. */
export async function openBodies(db: Pool, paragraphs: readonly string[]): Promise<void> {
  await db.unsafe('drop schema if exists medicao cascade')
  await db.unsafe('create schema medicao')
  await db`create unlogged table medicao.paragraph as
    select (place - 1)::int as n, text from unnest(${[...paragraphs]}::text[]) with ordinality t(text, place)`
  await db`create unlogged table medicao.body
    (n int primary key, content json not null, plain text not null, sha256 bytea not null, key bigint not null, words tsvector not null)`
  await db`alter table medicao.paragraph add primary key (n)`
  await db`analyze medicao.paragraph`
}

/** Every tenth has some 20 KB, the others some 2 KB. */
export async function insertBodies(db: Pool, from: number, to: number): Promise<void> {
  await db`insert into medicao.body (n, content, plain, sha256, key, words)
    select n, json_build_object('type', 'doc', 'content', json_build_array(json_build_object('type', 'section',
             'attrs', json_build_object('key', 'corpo', 'kind', 'body', 'locked', false),
             'content', (select json_agg(json_build_object('type', 'paragraph', 'attrs', json_build_object('style', 'justified'),
               'content', json_build_array(json_build_object('type', 'text', 'text', t)))) from unnest(texts) t)))),
           plain, sha256(plain::bytea), hashtextextended(plain, 0), search.words_of(plain)
      from (select n, texts, array_to_string(texts, E'\n') as plain
              from (select b.n, (select array_agg(g.text order by w.k)
                                   from generate_series(1, case when b.n % ${oneLongIn} = 0 then 28 else 3 end) w(k)
                                   join medicao.paragraph g on g.n = (hashint4(b.n * 7919 + w.k) & 2147483647) % 4000) as texts
                      from generate_series(${from}::int, ${to}::int) b(n)) x) y`
}

export async function bodiesAreThere(db: Pool): Promise<void> {
  await db`create unlogged table medicao.known as
    select key, words from medicao.body
     union all
    select distinct on (1) hashtextextended(left(text, 80), 0), search.words_of(left(text, 80)) from medicao.paragraph where n < 1000`
  await db`create index on medicao.known (key)`
  await db`analyze medicao.known`
  await db`analyze medicao.body`
}
