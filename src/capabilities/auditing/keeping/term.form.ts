import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import type { Category } from '../resources.rules.ts'
import { isCategory } from '../rules/rule.form.ts'
import { longestTerm, shortestTerm, termWords } from './terms.rules.ts'

export interface TermToAsk {
  readonly category: Category
  readonly months: number | null
  readonly reason: string
}

/** What came of the form. No months at all ask for keeping for ever. */
export function readTerm(fields: FormFields): { readonly request?: TermToAsk; readonly problems: FieldProblem[] } {
  const category = fieldText(fields, 'categoria')
  const typed = fieldText(fields, 'meses').trim()
  const reason = fieldText(fields, 'motivo').replace(/\s+/g, ' ').trim()
  const problems: FieldProblem[] = []
  if (!isCategory(category)) problems.push({ field: 'categoria', message: 'Escolha a categoria.' })
  const shortest = isCategory(category) ? shortestTerm[category] : 12
  const months = typed === '' ? null : Number(typed)
  if (months !== null && (!/^\d{1,4}$/.test(typed) || months < shortest || months > longestTerm)) {
    const bounds = `de ${shortest} (${termWords(shortest)}) a ${longestTerm}`
    problems.push({ field: 'meses', message: `Informe os meses, ${bounds}; em branco, para sempre.` })
  }
  if (reason.length < 3 || reason.length > 500)
    problems.push({ field: 'motivo', message: 'Escreva o motivo, com 3 a 500 letras.' })
  if (problems.length > 0 || !isCategory(category)) return { problems }
  return { request: { category, months, reason }, problems }
}
