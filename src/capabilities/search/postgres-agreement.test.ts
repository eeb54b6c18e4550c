import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { normPt } from './norm-pt.rules.ts'
import { parseQuery, prefixMarker } from './query-syntax.rules.ts'

const url = process.env.CARIMBO_TEST_DATABASE_URL

/** Rules that only mean something beside PostgreSQL, asked of a real one. Runs when CARIMBO_TEST_DATABASE_URL is set. */
describe.skipIf(!url)('beside PostgreSQL', () => {
  const db = postgres(url ?? '', { max: 1, onnotice: () => undefined })

  beforeAll(async () => {
    // The functions of the migration itself, in a place of their own that goes with the connection.
    const migration = readFileSync(new URL('../../../db/migrations/0001-foundation.sql', import.meta.url), 'utf8')
    await db.unsafe('create extension if not exists unaccent with schema public')
    for (const name of ['plain', 'norm_pt']) {
      const source = new RegExp(`create function platform\\.${name}\\b.*?\\$\\$.*?\\$\\$;`, 's').exec(migration)?.[0]
      await db.unsafe((source ?? '').replaceAll('platform.', 'pg_temp.'))
    }
  })
  afterAll(() => db.end())

  const normalised = async (texts: readonly string[]) => {
    const rows = await db<{ form: string }[]>`
      select pg_temp.norm_pt(text) as form from unnest(${texts}::text[]) with ordinality as t(text, place) order by place`
    return rows.map((row) => row.form)
  }
  const understood = async (texts: readonly string[]) => {
    const queries = texts.map((text) => parseQuery(text).tsquery)
    const rows = await db<{ query: string }[]>`
      select replace(to_tsquery('portuguese', q)::text, ${`${prefixMarker}':*`}, ${"':*"})::tsquery::text as query
      from unnest(${queries}::text[]) with ordinality as t(q, place) order by place`
    return rows.map((row) => row.query)
  }

  describe('text is normalised as the database does', () => {
    it('letter by letter, over the languages of Latin America and Western Europe', async () => {
      const ranges: readonly (readonly [number, number])[] = [
        [0x20, 0x17f],
        [0x300, 0x36f],
        [0x370, 0x373],
        [0x400, 0x44f],
        [0x1ea0, 0x1ef9],
        [0x2010, 0x2044],
        [0x2150, 0x215f],
        [0x2212, 0x2212],
        [0x2215, 0x2215],
        [0xfb00, 0xfb06],
      ]
      const letters = ranges.flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, index) => `x${String.fromCodePoint(from + index)}y`),
      )
      expect(letters.map(normPt)).toEqual(await normalised(letters))
    })

    it('word by word', async () => {
      const piece = fc.constantFrom(
        ...[
          'c',
          's',
          'x',
          'n',
          'ao',
          'AO',
          'oes',
          'aes',
          'aos',
          'ão',
          'ÕES',
          'ns',
          'NS',
          'nao',
          'a\u0303o',
          'ç',
          '-',
          '_',
        ],
        ...[' ', '.', '1', 'º', 'ª', '²', '–', "'", '\n', 'ñ', 'я', '中', '😀'],
      )
      const texts = fc.sample(
        fc.array(piece, { maxLength: 12 }).map((list) => list.join('')),
        3000,
      )
      expect(texts.map(normPt)).toEqual(await normalised(texts))
    })
  })

  describe('queries', () => {
    it('are accepted, whatever was typed', async () => {
      const signs = fc.constantFrom(
        ...["'", '"', '\\', ':', '*', '&', '|', '!', '<->', '(', ')', ' ', ' e ', ' ou ', ' não ', '\u0000', '\ud800'],
        ...[
          'obra',
          'licitaç*',
          '00001.000123/2026-11',
          'a@b.com',
          'http://x.y/z',
          '½',
          'ﬃ',
          "d'água",
          '0qz',
          '-1',
          '.',
        ],
      )
      const typed = [
        ...fc.sample(fc.array(signs, { maxLength: 40 }), 2000).map((list) => list.join('')),
        ...fc.sample(fc.string({ unit: 'binary', maxLength: 120 }), 1000),
        ...[Array.from({ length: 30 }, (_, index) => `não (t${index} ${index % 2 ? 'ou' : 'e'}`).join(' ')],
        ...[Array.from({ length: 30 }, (_, index) => `t${index} ${index % 2 ? 'ou' : 'e não'}`).join(' ')],
        ...['½'.repeat(600), 'x'.repeat(600), `${'('.repeat(499)}x`, `${'não '.repeat(120)}obra`, "'".repeat(500)],
        ...[`"${'ﬃ'.repeat(498)}`, `${'ﬃ'.repeat(400)}*`, '\\'.repeat(400), `${'a-'.repeat(248)}a*`],
      ]
      expect((await understood(typed)).length).toBe(typed.length)
    })

    test.each([
      ['decis*', "'decis':* | 'decism' | 'decist'"],
      ['"prestação de contas"', "'prestaçã' <2> 'cont'"],
      ['guarda-ch*', "'guarda-ch':* <-> 'guard':* <-> 'ch':*"],
      ['2026*', "'2026':*"],
      ['não (nulo ou anulado)', "!( 'nul' | 'anul' )"],
      ['de', ''],
    ])('%j is %s', async (text, expected) => {
      expect(await understood([text])).toEqual([expected])
    })

    test.each([
      ['LICITACAO', 'As licitações abertas', true],
      ['licitações', 'licitação', true],
      ['licitaç*', 'edital de licitação', true],
      ['naç*', 'a nação', true],
      ['prega*', 'o pregão', true],
      ['licitaco*', 'as licitações', true],
      ['administrativ*', 'ato administrativo', true],
      ['administrativ*', 'administrativamente', true],
      ['contratan*', 'a contratante', true],
      ['municipalid*', 'as municipalidades', true],
      ['decis*', 'a decisão', true],
      ['decis*', 'o decreto', false],
      ['contrat*', 'contratual', true],
      ['"prestação de contas"', 'a prestação de contas anual', true],
      ['"prestação de contas"', 'contas da prestação', false],
      ['"contas anual"', 'contas do anual', false],
      ['obra não ponte', 'obra da estrada', true],
      ['obra não ponte', 'obra da ponte', false],
      ['obra ou ponte', 'ponte', true],
      ['(obra ou ponte) nova', 'ponte velha', false],
      ['guarda-chuva', 'um guarda-chuva azul', true],
      ["caixa d'água", "a caixa d'água", true],
      ['00190.103008/2020-99', 'o processo 00190.103008/2020-99 foi', true],
      ['00190.103008/2020-99', 'digitos 00190103008202099', true],
      ['Sao Joao', 'São João del-Rei', true],
    ] as const)('%j in %j: %s', async (query, text, found) => {
      const [row] = await db<{ found: boolean }[]>`
        select to_tsvector('portuguese', pg_temp.norm_pt(${text})) @@
          replace(to_tsquery('portuguese', ${parseQuery(query).tsquery})::text, ${`${prefixMarker}':*`}, ${"':*"})::tsquery
          as found`
      expect(row?.found).toBe(found)
    })
  })
})
