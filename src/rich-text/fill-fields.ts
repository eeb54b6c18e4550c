import type { Inline, RichText } from './content.ts'
import { mapTexts } from './map-texts.ts'

/** The name of a field between `@`: small letters without accents, digits and `_`. */
const fieldName = /@([a-z][a-z0-9_]{1,39})@/g

/**
 * Puts values where the text says `@name@`, also for names that are no variables of the house and so stand there as plain
 * letters. A name without a value stays as it was written.
 */
export function fillFields(content: RichText, values: Readonly<Record<string, string>>): RichText {
  if (Object.keys(values).length === 0) return content
  const filled = (whole: string, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : whole)
  return mapTexts(content, (inline): readonly Inline[] => {
    if (inline.type !== 'text') return [inline]
    const text = inline.text.replace(fieldName, filled)
    return text === '' ? [] : [{ ...inline, text }]
  })
}

/** The names between `@` in a text, variables of the house and others, each once, in their order. */
export function fieldsIn(content: RichText): string[] {
  const names = new Set<string>()
  mapTexts(content, (inline) => {
    if (inline.type === 'variable') names.add(inline.attrs.name)
    if (inline.type === 'text') for (const [, name = ''] of inline.text.matchAll(fieldName)) names.add(name)
    return [inline]
  })
  return [...names]
}
