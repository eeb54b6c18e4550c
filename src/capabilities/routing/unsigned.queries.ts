import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

/** Documents of the unit in these case files that nobody has signed yet, named for people. At most 50. */
export async function selectUnsigned(db: Database, actor: Actor, caseFileIds: readonly string[]): Promise<string[]> {
  const rows = await db<{ label: string }[]>`
    select t.name || coalesce(' ' || d.type_number, '') || ' (' || lpad(d.number::text, 7, '0') || ') no processo ' || c.number as label
      from documents.document d
      join cases.case_file c on c.id = d.case_file_id
      join classification.document_type t on t.id = d.document_type_id
     where d.case_file_id = any (${[...caseFileIds]}::text[]::bigint[]) and d.unit_id = ${actor.unitId}
       and d.state = 'active' and documents.is_draft(d)
     order by d.number limit 50`
  return rows.map(({ label }) => label)
}

/** Sentences about what would be left unfinished by concluding (PRO-161). */
export async function selectUnfinished(db: Database, actor: Actor, caseFileIds: readonly string[]): Promise<string[]> {
  const drafts = await selectUnsigned(db, actor, caseFileIds)
  const rows = await db<{ number: string; due: string }[]>`
    select c.number, to_char(m.return_due, 'DD/MM/YYYY') as due from routing.movement m
      join cases.case_file c on c.id = m.case_file_id
     where m.case_file_id = any (${[...caseFileIds]}::text[]::bigint[]) and m.to_unit_id = ${actor.unitId}
       and m.return_due is not null and m.returned_at is null and m.recalled_at is null`
  return [
    ...drafts.map((label) => `Documento sem assinatura: ${label}.`),
    ...rows.map(
      ({ number, due }) => `O processo ${number} tem retorno marcado para ${due}; concluir não encerra este prazo.`,
    ),
  ]
}
