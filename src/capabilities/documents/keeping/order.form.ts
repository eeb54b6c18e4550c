import { type FormFields, fieldText } from '../../../platform/form-fields.ts'
import type { OrderRequest } from './order.rules.ts'

export const placeField = (number: string): string => `lugar_${number}`

/** Places typed beside documents; a button that moves one document sends `mover=0000123:acima`. */
export function readOrder(fields: FormFields): OrderRequest {
  const places: Record<string, number> = {}
  for (const name of Object.keys(fields)) {
    const number = /^lugar_(\d{1,15})$/.exec(name)?.[1]
    const place = Number(fieldText(fields, name))
    if (number && Number.isInteger(place) && place >= 1 && place <= 100_000) places[number] = place
  }
  const [, moved, way] = /^(\d{1,15}):(acima|abaixo)$/.exec(fieldText(fields, 'mover')) ?? []
  return { places, move: moved ? { number: moved, by: way === 'acima' ? -1 : 1 } : undefined }
}
