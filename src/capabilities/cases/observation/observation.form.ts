import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'

const longest = 2000

/** The unit's remark on the case file; '' takes it away. */
export function readObservation(form: FormFields): { text: string; problems: FieldProblem[] } {
  const text = fieldText(form, 'observacao').replace(/\r\n?/g, '\n').trim()
  if (text.length <= longest) return { text, problems: [] }
  const message = `A observação tem ${text.length} caracteres; são no máximo ${longest}.`
  return { text, problems: [{ field: 'observacao', message }] }
}
