import { openLanguage } from '../world/portuguese.ts'

const language = openLanguage(7)

/** Some 20 KB of text, in paragraphs. */
export const longText: readonly string[] = Array.from({ length: 28 }, () => language.paragraph())

/** Searches of so many words, each word as frequent as it is in texts. */
export function searches(words: number): readonly string[] {
  const { words: all, random } = openLanguage(1)
  const most = 600
  const one = () => all[Math.floor(most ** random())] ?? 'processo'
  return Array.from({ length: 200 }, () => Array.from({ length: words }, one).join(' '))
}

/** A paragraph as the editor keeps it. */
export function paragraph(text: string) {
  return { type: 'paragraph', attrs: { style: 'justified' }, content: [{ type: 'text', text }] }
}
