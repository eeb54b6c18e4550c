import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'

export const longestNote = 500

export interface NoteTyped {
  readonly text: string
  readonly priority: boolean
}

export function readNote(fields: FormFields): { typed: NoteTyped; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const typed = {
    text: form.text('anotacao', { label: 'a anotação', most: longestNote }),
    priority: form.flag('prioridade'),
  }
  return { typed, problems: form.problems }
}
