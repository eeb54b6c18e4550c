import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'

/** Gives each field of a page its name, what was typed in it and what is wrong with it: `<TextField {...bound.text('sigla')}`. */
export function bindFields(fields: FormFields, problems: readonly FieldProblem[]) {
  const named = (name: string) => ({ name, error: problems.find(({ field }) => field === name)?.message })
  return {
    text: (name: string) => ({ ...named(name), value: fieldText(fields, name) }),
    flag: (name: string) => ({ ...named(name), checked: fieldText(fields, name) === 'sim' }),
    list: (name: string) => ({ ...named(name), values: fieldList(fields, name) }),
    secret: named,
  }
}
