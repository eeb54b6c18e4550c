import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import { type Doc, fromPlainText, type RichText, type Section, toPlainText } from '../../rich-text/index.ts'

export interface StandardTextTyped {
  readonly name: string
  readonly text: string
}

/** The form as typed, and the text that it means; what plain text cannot say comes back from the original. */
export function readStandardText(
  fields: FormFields,
  original: RichText | undefined,
): { typed: StandardTextTyped; request: { name: string; content: Doc } | undefined; problems: FieldProblem[] } {
  const typed = { name: fieldText(fields, 'nome'), text: fieldText(fields, 'texto') }
  const name = typed.name.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const problems: FieldProblem[] = []
  if (name === '') problems.push({ field: 'nome', message: 'Informe o nome do texto padrão.' })
  if (name.length > 100) problems.push({ field: 'nome', message: 'O nome passa de 100 caracteres.' })
  if (typed.text.trim() === '') problems.push({ field: 'texto', message: 'Escreva o texto.' })
  if (problems.length > 0) return { typed, request: undefined, problems }
  const section = original?.content[0]
  const { content } = fromPlainText(typed.text, section)
  const attrs: Section['attrs'] = { key: 'corpo', kind: 'body', locked: false }
  return {
    typed,
    request: { name, content: { type: 'doc', content: [{ type: 'section', attrs, content }] } },
    problems,
  }
}

/** A standard text as the form shows it. */
export function typedText(name: string, content: RichText): StandardTextTyped {
  return { name, text: content.content.map(toPlainText).join('\n\n') }
}
