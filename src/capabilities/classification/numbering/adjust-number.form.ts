import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { AdjustRefusal } from './adjust-number.rules.ts'

export interface TypedAdjustment {
  /** A unit as typed, or the identifier of an agency. */
  readonly scope: string
  readonly next: number
  readonly reason: string
}

export function readAdjustment(
  fields: FormFields,
  scope: 'unit' | 'agency',
): { request: TypedAdjustment | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const whose =
    scope === 'unit'
      ? form.line('unidade', { label: 'a unidade', required: true, most: 80 })
      : form.id('orgao', { label: 'o órgão', required: true })
  const next = form.whole('proximo', { label: 'o próximo número', required: true, least: 1, most: 9_999_999 })
  const reason = form.text('motivo', { label: 'o motivo', required: true, least: 5, most: 500 })
  if (form.problems.length > 0 || !whose || next === undefined) return { request: undefined, problems: form.problems }
  return { request: { scope: whose, next, reason }, problems: [] }
}

/** The reason in plain Portuguese, beside the field. */
export function explainAdjust(refusal: AdjustRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'no-numbers':
      return { field: 'proximo', message: 'Documentos deste tipo não são numerados.' }
    case 'unchanged':
      return { field: 'proximo', message: 'O próximo número já é este.' }
    case 'would-repeat':
      return {
        field: 'proximo',
        message: `Já existe documento com o número ${refusal.highestUsed}. Informe um número maior, para que nenhum se repita.`,
      }
  }
}
