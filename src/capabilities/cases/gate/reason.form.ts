import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'

const longest = 500

/** The reason that history keeps; `why` says why it is asked. */
export function readReason(form: FormFields, why: string): { reason: string; problems: FieldProblem[] } {
  const reason = fieldText(form, 'motivo').replace(/\s+/g, ' ').trim()
  if (reason === '') return { reason, problems: [{ field: 'motivo', message: `Escreva o motivo: ${why}` }] }
  if (reason.length <= longest) return { reason, problems: [] }
  const message = `O motivo tem ${reason.length} caracteres; são no máximo ${longest}.`
  return { reason, problems: [{ field: 'motivo', message }] }
}
