import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import type { CardName } from './cards.ts'

/** The fields of the form: for each card its place, or nothing. */
export const cardFields: Readonly<Record<CardName, string>> = {
  open: 'abertos',
  deadlines: 'prazos',
  returns: 'retornos',
  bundles: 'blocos',
  'bundle-groups': 'grupos-de-blocos',
  types: 'tipos',
  labels: 'marcadores',
  people: 'pessoas',
  followed: 'acompanhamentos',
}

export type CardsTyped = Readonly<Record<string, string>>

/** The cards in the order of their places; those of one place stay in the order of the form. */
export function readCards(
  fields: FormFields,
  offered: readonly CardName[],
): { typed: CardsTyped; cards: readonly CardName[]; problems: FieldProblem[] } {
  const places = offered.map((name) => ({ name, place: fieldText(fields, cardFields[name]) }))
  const problems = places
    .filter(({ place }) => place !== '' && !(/^\d{1,2}$/.test(place) && Number(place) >= 1 && Number(place) <= 30))
    .map(({ name }) => ({ field: cardFields[name], message: 'Escolha o lugar do cartão, ou não o mostre.' }))
  const cards = places
    .filter(({ place }) => place !== '')
    .sort((one, other) => Number(one.place) - Number(other.place))
    .map(({ name }) => name)
  return { typed: Object.fromEntries(places.map(({ name, place }) => [name, place])), cards, problems }
}

/** The form as it shows what was chosen. */
export function typedCards(cards: readonly CardName[]): CardsTyped {
  return Object.fromEntries(cards.map((name, index) => [name, String(index + 1)]))
}
