import { type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { fromPlainText, type ParsedContent, parseContent, type RichText } from '../../../rich-text/index.ts'

/** A text written without script: one field for each free section. */
export interface EditorTyped {
  readonly baseVersion: number
  /** What was typed, by the key of the section. */
  readonly sections: Readonly<Record<string, string>>
  readonly confirmsRemoval: boolean
  /** Goes on to the signing once it is saved. */
  readonly signs: boolean
}

export function readEditor(fields: FormFields, original: RichText): EditorTyped {
  const base = Number(fieldText(fields, 'versao_base'))
  const free = original.content.filter(({ attrs }) => !attrs.locked)
  return {
    baseVersion: Number.isInteger(base) && base >= 0 ? base : 0,
    sections: Object.fromEntries(free.map(({ attrs }) => [attrs.key, fieldText(fields, sectionField(attrs.key))])),
    confirmsRemoval: fieldText(fields, 'confirma_retirada') === 'sim',
    signs: fieldText(fields, 'acao') === 'assinar',
  }
}

export const sectionField = (key: string): string => `secao_${key}`

/** The text that was meant: what plain text cannot say comes back from the original, unless its mark was taken away. */
export function textOfTyped(
  typed: EditorTyped,
  original: RichText,
): { parsed: ParsedContent; removed: readonly string[] } {
  const removed: string[] = []
  const content = original.content.map((section) => {
    const written = typed.sections[section.attrs.key]
    if (section.attrs.locked || written === undefined) return section
    const next = fromPlainText(written, section)
    removed.push(...next.removed)
    return {
      ...section,
      content: next.content.length > 0 ? next.content : [{ type: 'paragraph', attrs: { style: 'justified' } }],
    }
  })
  return { parsed: parseContent({ type: 'doc', content }), removed }
}
