import type { Database } from '../../../src/platform/db/index.ts'
import type { NumberedKind } from './flood-acts.ts'

/** Words of an act, and how its answer names what it made. */
export interface EffectRow {
  kind: NumberedKind
  token: string
  place: string
}

/** Everything that workers of a flood made: found by their words. */
export async function selectFloodEffects(db: Database): Promise<EffectRow[]> {
  return db<EffectRow[]>`
    select 'case' as kind, summary as token, '/processos/' || digits as place from cases.case_file
    union all
    select 'letter', d.description, '/documentos/' || lpad(d.number::text, 7, '0')
      from documents.document d join classification.document_type t on t.id = d.document_type_id where t.name = 'Ofício'
    union all
    select 'entry', subject, '/quadro-do-dia/' || id || '/recibo' from mailroom.entry
    union all
    select 'bundle', description, '/blocos/' || number from bundles.bundle`
}

export interface SeriesRow {
  series: string
  count: number
  distinctCount: number
  highest: number
}

/** Each series of numbers that is declared to be without a hole, counted by what bears the numbers. */
export async function selectSeries(db: Database): Promise<SeriesRow[]> {
  return db<SeriesRow[]>`
    with taken as (
      select 'processos ' || split_part(number, '.', 1) || ' de ' || extract(year from filed_on) as series,
             split_part(split_part(number, '.', 2), '/', 1)::int as n
        from cases.case_file where not number_informed
      union all
      select 'ofícios da unidade ' || d.unit_id, split_part(d.type_number, '/', 1)::int
        from documents.document d join classification.document_type t on t.id = d.document_type_id
       where t.numbering = 'unit-year' and d.type_number is not null
      union all
      select 'quadro do dia da unidade ' || unit_id || ' de ' || year, number from mailroom.entry
      union all
      select 'blocos', number::int from bundles.bundle)
    select series, count(*)::int as count, count(distinct n)::int as "distinctCount", max(n) as highest
      from taken group by series order by series`
}
