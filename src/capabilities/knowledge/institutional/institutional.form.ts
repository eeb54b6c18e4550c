import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type Doc, type RichText, toPlainText } from '../../../rich-text/index.ts'
import { readStandardText } from '../standard-text.form.ts'
import type { InstitutionalRow } from './institutional.queries.ts'
import { fieldsOfScope } from './offer-scopes.ts'

/** Name and what is new: of texts and of models. */
export function readNameAndNote(fields: FormFields): {
  name: string
  note: string
  problems: FieldProblem[]
} {
  const name = oneLine(fieldText(fields, 'nome'))
  const note = oneLine(fieldText(fields, 'novidade'))
  const problems: FieldProblem[] = []
  if (name === '') problems.push({ field: 'nome', message: 'Informe o nome.' })
  if (name.length > 100) problems.push({ field: 'nome', message: 'O nome passa de 100 caracteres.' })
  if (note.length > 300) problems.push({ field: 'novidade', message: 'O que há de novo passa de 300 caracteres.' })
  return { name, note, problems }
}

/** A text as typed. A model keeps its own text here: that one comes from a document. */
export function readInstitutional(
  fields: FormFields,
  original: { readonly kind: InstitutionalRow['kind']; readonly content: RichText } | undefined,
): { request: { name: string; note: string; content: Doc } | undefined; problems: readonly FieldProblem[] } {
  const { name, note, problems } = readNameAndNote(fields)
  if (original?.kind === 'model') {
    return { request: problems.length > 0 ? undefined : { name, note, content: original.content }, problems }
  }
  const text = readStandardText(fields, original?.content)
  const all = [...problems, ...text.problems.filter(({ field }) => field === 'texto')]
  const content = text.request?.content
  return { request: all.length > 0 || !content ? undefined : { name, note, content }, problems: all }
}

export function fieldsOfInstitutional(row: InstitutionalRow, content: RichText): FormFields {
  return { nome: row.name, texto: content.content.map(toPlainText).join('\n\n'), ...fieldsOfScope(row) }
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
