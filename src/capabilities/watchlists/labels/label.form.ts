import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { isMarkColour, type MarkColour } from '../../../ui/index.ts'
import { readForm } from '../../organization/index.ts'

export const longestLabellingText = 500

export interface LabelTyped {
  readonly name: string
  readonly colour: string
  readonly active: boolean
}

export const newLabel: LabelTyped = { name: '', colour: 'blue', active: true }

/** A label of the register. */
export function readLabel(fields: FormFields): {
  typed: LabelTyped
  request: { name: string; colour: MarkColour; active: boolean } | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const typed = {
    name: form.line('nome', { label: 'o nome do marcador', required: true, most: 50 }),
    colour: form.line('cor', { label: 'a cor', most: 30 }),
    active: form.flag('em_uso'),
  }
  const { colour } = typed
  if (!isMarkColour(colour)) form.note('cor', 'Escolha uma cor da lista.')
  const request = form.problems.length === 0 && isMarkColour(colour) ? { ...typed, colour } : undefined
  return { typed, request, problems: form.problems }
}

export interface LabellingTyped {
  readonly labelId: string
  readonly text: string
}

/** A label to put on case files, or to take off. */
export function readLabelling(
  fields: FormFields,
  needsLabel = true,
): { typed: LabellingTyped; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const typed = {
    labelId: form.id('marcador', { label: 'um marcador', required: needsLabel }) ?? '',
    text: form.text('texto', { label: 'o texto', most: longestLabellingText }),
  }
  return { typed, problems: form.problems }
}
