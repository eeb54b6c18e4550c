import type { Inline, RichText } from './content.ts'
import { mapTexts } from './map-texts.ts'

export interface Filled {
  readonly content: RichText
  /** Names without a value: they stay in the text as `@nome@`. Warn about them. */
  readonly unknown: readonly string[]
}

/** Puts values in the place of variables, in all sections, locked ones too; an empty value leaves nothing behind. */
export function fillVariables(content: RichText, values: Readonly<Record<string, string>>): Filled {
  const unknown = new Set<string>()
  const fill = (inline: Inline): readonly Inline[] => {
    if (inline.type !== 'variable') return [inline]
    const { name } = inline.attrs
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value !== undefined) return linesAsInlines(value, inline.marks)
    unknown.add(name)
    return [inline]
  }
  return { content: mapTexts(content, fill), unknown: [...unknown] }
}

/** The names of the variables of a text, each once, in the order of their first appearance. */
export function variablesIn(content: RichText): string[] {
  const names = new Set<string>()
  mapTexts(content, (inline) => {
    if (inline.type === 'variable') names.add(inline.attrs.name)
    return [inline]
  })
  return [...names]
}

function linesAsInlines(value: string, marks: Inline['marks']): Inline[] {
  const marked = marks === undefined ? {} : { marks }
  return value
    .split(/\r\n?|\n/)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hard_break' as const, ...marked }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line, ...marked }]),
    ])
}
