import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Category, resources } from '../resources.rules.ts'
import { categoryWords } from '../resources.text.ts'

export interface RuleData {
  readonly category: Category
  readonly description: string
  readonly isOn: boolean
  readonly resources: readonly string[]
}

/** What came of the form of a rule; a rule is of one category and keeps to the resources of it. */
export function readRule(fields: FormFields): { readonly request?: RuleData; readonly problems: FieldProblem[] } {
  const category = fieldText(fields, 'categoria')
  const description = fieldText(fields, 'descricao').replace(/\s+/g, ' ').trim()
  const chosen = [...new Set(fieldList(fields, 'recursos'))]
  const problems: FieldProblem[] = []
  if (description.length < 3 || description.length > 200)
    problems.push({ field: 'descricao', message: 'Escreva a descrição, com 3 a 200 letras.' })
  if (!isCategory(category)) return { problems: [...problems, { field: 'categoria', message: 'Escolha a categoria.' }] }
  const offered = new Set(resourcesOf(category).map(({ key }) => key))
  if (chosen.length === 0) problems.push({ field: 'recursos', message: 'Escolha ao menos um recurso.' })
  else if (chosen.some((key) => !offered.has(key)))
    problems.push({ field: 'recursos', message: 'Escolha só recursos da categoria da regra.' })
  if (problems.length > 0) return { problems }
  return { request: { category, description, isOn: fieldText(fields, 'ligada') !== '', resources: chosen }, problems }
}

/** What a rule of this category may choose: what is always recorded needs no rule. */
export function resourcesOf(category: Category) {
  return resources.filter((one) => one.category === category && !one.always)
}

export function isCategory(word: string): word is Category {
  return Object.hasOwn(categoryWords, word)
}
