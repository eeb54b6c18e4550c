import { type FormFields, fieldText } from '../../../platform/form-fields.ts'
import type { FormReader } from '../../organization/index.ts'
import { mostParticipants, type Participant } from './participant.ts'

const places = Array.from({ length: mostParticipants }, (_, place) => place + 1)

/** Reads the lines of participants; a line without a word is none. */
export function readParticipants(fields: FormFields, form: FormReader): readonly Participant[] {
  return places.flatMap((place) => {
    if (!isTyped(fields, place)) return []
    const name = form.line(`nome_${place}`, { label: 'o nome do participante', required: true, least: 2, most: 120 })
    const body = form.line(`orgao_${place}`, { label: 'o órgão ou a entidade', most: 120 })
    const role = form.line(`papel_${place}`, { label: 'o cargo ou o papel', most: 120 })
    return [{ name, body, role, isPrivate: form.flag(`privado_${place}`) }]
  })
}

/** The fields of a form that shows these participants. */
export function fieldsOfParticipants(participants: readonly Participant[]): FormFields {
  return Object.fromEntries(
    participants.flatMap(({ name, body, role, isPrivate }, place) => [
      [`nome_${place + 1}`, name],
      [`orgao_${place + 1}`, body],
      [`papel_${place + 1}`, role],
      [`privado_${place + 1}`, isPrivate ? 'sim' : ''],
    ]),
  )
}

/** How many lines the form offers: all that say something, and two more. */
export function linesToOffer(fields: FormFields): readonly number[] {
  const last = Math.max(0, ...places.filter((place) => isTyped(fields, place)))
  return places.slice(0, Math.max(3, last + 2))
}

function isTyped(fields: FormFields, place: number): boolean {
  const texts = ['nome', 'orgao', 'papel'].map((name) => fieldText(fields, `${name}_${place}`).trim())
  return texts.some((text) => text !== '') || fieldText(fields, `privado_${place}`) === 'sim'
}
