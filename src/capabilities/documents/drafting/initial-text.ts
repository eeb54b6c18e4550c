import { doc, p, parseContent, type RichText, type Section, section } from '../../../rich-text/index.ts'
import type { Answers } from '../forms/read-answers.ts'

/** Where the first text of a document comes from (DOC-006). */
export type InitialText =
  | { readonly kind: 'template' }
  | { readonly kind: 'blank' }
  /** Text that the program itself made, for the body. */
  | { readonly kind: 'given'; readonly body: RichText }
  | { readonly kind: 'standard-text'; readonly id: string }
  | { readonly kind: 'institutional'; readonly id: string }
  | { readonly kind: 'document'; readonly number: string }
  | { readonly kind: 'form'; readonly form: FilledForm }

/** A form filled in: which version of it, what was answered, and the text that it makes. */
export interface FilledForm {
  readonly versionId: string
  readonly answers: Answers
  readonly content: RichText
}

/** What an initial text was found to be; a template gives itself. */
export type FoundText = 'template' | 'blank' | { readonly body: RichText } | { readonly model: RichText }

/**
 * The first text of a document: the sections are always the template's, and its locked ones are never replaced, so that
 * the letterhead is that of this unit and this day. `body` goes into the first free body; a model gives its free
 * sections to those of the same key, and its body to the body.
 */
export function firstText(template: RichText | undefined, found: FoundText): RichText {
  const base = template ?? plainTemplate()
  if (found === 'template') return base
  const main = base.content.find(({ attrs }) => attrs.kind === 'body' && !attrs.locked)
  return doc(
    ...base.content.map((one) => {
      if (one.attrs.locked) return one
      const content = contentFor(one, one === main, found)
      return content && content.length > 0 ? { ...one, content } : one
    }),
  )
}

/** The template of a type as it is stored; undefined where it has none, or none that still holds. */
export function templateOf(stored: unknown): RichText | undefined {
  const parsed = parseContent(stored)
  return parsed.ok ? parsed.content : undefined
}

/** For types without a template: the letterhead, the title with its number, room for the text, the address. */
export function plainTemplate(): RichText {
  return doc(
    section('cabecalho', 'header', [p('@orgao@', 'letterhead'), p('@unidade@', 'letterhead')], { locked: true }),
    section('titulo', 'title', [p('@tipo_documento@ @numero_documento@', 'documentTitle')], { locked: true }),
    section('corpo', 'body', ''),
    section('rodape', 'footer', [p('@endereco_unidade@', 'smallPrint')], { locked: true }),
  )
}

function contentFor(
  one: Section,
  isMain: boolean,
  found: Exclude<FoundText, 'template'>,
): Section['content'] | undefined {
  if (found === 'blank') return one.attrs.kind === 'body' ? [p('')] : undefined
  if ('body' in found) return isMain ? found.body.content.flatMap(({ content }) => content) : undefined
  const twin = found.model.content.find(({ attrs }) => attrs.key === one.attrs.key && !attrs.locked)
  if (twin) return twin.content
  return isMain
    ? found.model.content.flatMap(({ attrs, content }) => (attrs.kind === 'body' ? content : []))
    : undefined
}
