import { type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { pickedGroup } from '../../groups/index.ts'
import type { BundleKind } from '../moves/moves.rules.ts'
import { kindOfWord } from '../words.text.ts'
import type { BundleRequest } from './keep-bundle.ts'

/** The form as typed, to be shown again. */
export interface BundleTyped {
  readonly kind: BundleKind
  readonly description: string
  readonly groupId: string
  readonly destinations: readonly string[]
  /** Words with which more units are looked for. */
  readonly unitText: string
  /** The button that looks for units was pressed: the page comes back with more to choose from. */
  readonly searching: boolean
  /** A group was chosen: the page comes back with its units ticked. '' where none was chosen. */
  readonly group: string | undefined
  readonly inOrder: boolean
  readonly signBy: string
  /** What should go into the new bundle: numbers of documents, digits of case files. */
  readonly documents: readonly string[]
  readonly caseFiles: readonly string[]
}

export function readBundle(fields: FormFields): BundleTyped {
  return {
    kind: kindOfWord(fieldText(fields, 'tipo')) ?? 'signature',
    description: fieldText(fields, 'descricao').slice(0, 1000),
    groupId: idOr(fieldText(fields, 'grupo')),
    destinations: placed(fields),
    unitText: fieldText(fields, 'unidade').slice(0, 80),
    searching: fieldText(fields, 'procurar') !== '',
    group: pickedGroup(fields),
    inOrder: fieldText(fields, 'em-ordem') === 'sim',
    signBy: fieldText(fields, 'prazo').trim().slice(0, 20),
    documents: digitsOf(fields, 'documento'),
    caseFiles: digitsOf(fields, 'processo'),
  }
}

export function requestOf(typed: BundleTyped): BundleRequest {
  return {
    description: typed.description,
    groupId: typed.groupId || undefined,
    destinations: typed.destinations,
    inOrder: typed.inOrder,
    signBy: typed.signBy || undefined,
  }
}

/** More than a bundle takes, so that what is too much can be told. */
export const mostPlaced = 60

/** The chosen units in the order of the numbers typed beside them; those without a number come last, as they stood. */
function placed(fields: FormFields): string[] {
  const chosen = [...new Set(fieldList(fields, 'destinos').filter((id) => /^\d{1,15}$/.test(id)))].slice(0, mostPlaced)
  const place = (id: string) => Number(fieldText(fields, `ordem-${id}`)) || 1000
  return chosen
    .map((id, index) => ({ id, place: place(id), index }))
    .sort((one, other) => one.place - other.place || one.index - other.index)
    .map(({ id }) => id)
}

export function digitsOf(fields: FormFields, name: string): string[] {
  return [...new Set(fieldList(fields, name).filter((value) => /^\d{1,30}$/.test(value)))].slice(0, 300)
}

function idOr(value: string): string {
  return /^\d{1,15}$/.test(value) ? value : ''
}
