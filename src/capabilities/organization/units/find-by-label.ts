import type { Database } from '../../../platform/db/index.ts'
import type { Reach } from '../administration/reach.ts'
import { selectByLabels, selectLabels, type UnitLabelRow } from './labels.queries.ts'

/** What became of one typed unit. */
export type LabelledUnit =
  | { readonly kind: 'found'; readonly unit: UnitLabelRow }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'ambiguous'; readonly text: string; readonly labels: readonly string[] }

/**
 * The units that people name by their acronym, `GS`, or with the agency where there are namesakes: `GS (SET/RN)`. In the
 * order of the texts. Only units in use, and within reach.
 */
export async function findUnitsByLabel(
  db: Database,
  texts: readonly string[],
  reach: Reach,
): Promise<readonly LabelledUnit[]> {
  if (texts.length === 0) return []
  const rows = await selectByLabels(db, texts, reach)
  return texts.map((text): LabelledUnit => {
    const wanted = text.toLowerCase()
    const exact = rows.find(({ label }) => label.toLowerCase() === wanted)
    const named = exact ? [exact] : rows.filter(({ acronym }) => acronym.toLowerCase() === wanted)
    const [unit, ...others] = named
    if (!unit) return { kind: 'unknown', text }
    return others.length === 0
      ? { kind: 'found', unit }
      : { kind: 'ambiguous', text, labels: named.map(({ label }) => label) }
  })
}

/** Labels of units in use within reach, to offer while typing; at most 500. */
export function unitLabels(db: Database, reach: Reach): Promise<readonly string[]> {
  return selectLabels(db, reach)
}

/** Why a typed unit was not found, in plain Portuguese; undefined where it was. */
export function explainLabel(found: LabelledUnit): string | undefined {
  switch (found.kind) {
    case 'found':
      return undefined
    case 'unknown':
      return `Não há unidade em uso com a sigla “${found.text}”. Confira a lista de unidades.`
    case 'ambiguous':
      return `Há mais de uma unidade “${found.text}”. Escreva com o órgão: ${found.labels.slice(0, 3).join(', ')}.`
  }
}
