import type { FormFields } from '../../../platform/form-fields.ts'

export function fieldsOfConferenceKind(kind: { readonly name: string; readonly certifiable: boolean }): FormFields {
  return { nome: kind.name, autenticavel: kind.certifiable ? 'sim' : '' }
}
