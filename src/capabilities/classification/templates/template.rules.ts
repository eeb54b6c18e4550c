import {
  doc,
  fromPlainText,
  p,
  parseContent,
  type RichText,
  type Section,
  section,
  toPlainText,
} from '../../../rich-text/index.ts'

/** A template as a form shows it: a text for each section, and whether the section is fixed in documents. */
export interface TemplateText {
  readonly key: string
  readonly kind: Section['attrs']['kind']
  readonly text: string
  readonly locked: boolean
}

/** The template as stored, or the general one where there is none, or none that still holds. */
export function templateToEdit(stored: unknown): RichText {
  const parsed = parseContent(stored ?? undefined)
  return parsed.ok ? parsed.content : generalTemplate()
}

/** Letterhead, title with its number, room for the text, and the address. */
export function generalTemplate(body: string | readonly ReturnType<typeof p>[] = ''): RichText {
  return doc(
    section('cabecalho', 'header', [p('@orgao@', 'letterhead'), p('@unidade@', 'letterhead')], { locked: true }),
    section('titulo', 'title', [p('@tipo_documento@ @numero_documento@', 'documentTitle')], { locked: true }),
    section('corpo', 'body', body),
    section('rodape', 'footer', [p('@endereco_unidade@', 'smallPrint')], { locked: true }),
  )
}

export function textsOf(template: RichText): readonly TemplateText[] {
  return template.content.map((one) => ({
    key: one.attrs.key,
    kind: one.attrs.kind,
    text: toPlainText(one),
    locked: one.attrs.locked,
  }))
}

export type TemplateChange =
  | { readonly kind: 'changed'; readonly content: RichText; readonly removed: readonly string[] }
  | { readonly kind: 'unfit'; readonly problem: Extract<ReturnType<typeof parseContent>, { ok: false }>['problem'] }

/**
 * The template with the texts that were typed. What was not touched stays the very node it was. `removed` names tables
 * and images that the texts no longer have, to ask before they are lost.
 */
export function changeTexts(
  template: RichText,
  typed: ReadonlyMap<string, { readonly text: string; readonly locked: boolean }>,
): TemplateChange {
  const removed: string[] = []
  const sections = template.content.map((one) => {
    const given = typed.get(one.attrs.key)
    if (!given) return one
    const changed = fromPlainText(given.text, one)
    removed.push(...changed.removed)
    const content = changed.content.length > 0 ? changed.content : [p('')]
    return { ...one, attrs: { ...one.attrs, locked: given.locked }, content }
  })
  const parsed = parseContent({ type: 'doc', content: sections })
  return parsed.ok ? { kind: 'changed', content: parsed.content, removed } : { kind: 'unfit', problem: parsed.problem }
}
