import type { FormFields } from '../../platform/form-fields.ts'
import type { FormError } from '../../ui/index.ts'
import { bindFields } from '../organization/index.ts'

/** Fields with what was typed and what is wrong; reasons of the whole act stand in the summary alone. */
export function bindTyped(fields: FormFields, problems: readonly FormError[]) {
  return bindFields(
    fields,
    problems.flatMap(({ field, message }) => (field === undefined ? [] : [{ field, message }])),
  )
}
