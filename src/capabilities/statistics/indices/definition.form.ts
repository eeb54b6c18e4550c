import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { Definition } from './definition.text.ts'

export function readDefinition(fields: FormFields): {
  readonly definition: Definition
  readonly problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const minimumUsers = form.whole('minimo', { label: 'o mínimo de usuários', required: true, most: 1000 }) ?? 0
  const definition = {
    countsDrafts: form.flag('minutas'),
    countsBornDigitalFiles: form.flag('arquivos'),
    minimumUsers,
  }
  return { definition, problems: form.problems }
}
