import { type FormFields, fieldText } from '../../platform/form-fields.ts'

/** The group whose members a form wants to be added; undefined where its button was not pressed, '' where none was chosen. */
export function pickedGroup(fields: FormFields): string | undefined {
  if (fieldText(fields, 'acrescentar_grupo') === '') return undefined
  const id = fieldText(fields, 'grupo_de_destino')
  return /^\d{1,18}$/.test(id) ? id : ''
}

/** Beside the field, where no group was chosen, or none that is there. */
export const noSuchGroup = { field: 'grupo_de_destino', message: 'Escolha o grupo na lista.' } as const
