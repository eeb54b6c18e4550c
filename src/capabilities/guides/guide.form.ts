import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import { explainContentProblem, fromPlainText, type RichText, toPlainText } from '../../rich-text/index.ts'
import { readForm } from '../organization/index.ts'
import type { VersionRow } from './guide.queries.ts'
import { type GuideRefusal, type GuideRequest, mostFiles } from './keep-guide.ts'

/** A guide as typed; what plain text cannot say comes back from the original. */
export function readGuide(
  fields: FormFields,
  typeIds: readonly string[],
  original: RichText | undefined,
): { request: GuideRequest | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const title = form.line('titulo', { label: 'o título', required: true, least: 3, most: 200 })
  const chosen = form.choices('tipos', typeIds)
  const text = form.text('texto', { label: 'o texto', required: true, most: 500_000 })
  if (chosen.length === 0) form.note('tipos', 'Escolha ao menos um tipo de processo.')
  if (form.problems.length > 0) return { request: undefined, problems: form.problems }
  const { content } = fromPlainText(text, original?.content[0])
  const section = { type: 'section', attrs: { key: 'corpo', kind: 'body', locked: false }, content } as const
  return { request: { title, typeIds: chosen, content: { type: 'doc', content: [section] } }, problems: [] }
}

export function fieldsOfGuide({ title, typeIds, content }: VersionRow): FormFields {
  return { titulo: title, tipos: typeIds, texto: (content as RichText).content.map(toPlainText).join('\n\n') }
}

/** The reason in plain Portuguese, beside the field. */
export function explainGuide(refusal: GuideRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'unknown-type':
      return { field: 'tipos', message: 'Um dos tipos de processo não existe mais. Escolha de novo.' }
    case 'too-many-files':
      return { field: 'anexo', message: `São no máximo ${mostFiles} anexos. Retire os que não servem mais.` }
    case 'already-in-the-making':
      return { field: '', message: 'Já há uma versão em elaboração. Libere-a ou descarte-a antes.' }
    case 'content':
      return { field: 'texto', message: explainContentProblem(refusal.problem) }
  }
}
