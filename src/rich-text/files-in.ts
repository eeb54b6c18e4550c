import type { RichText } from './content.ts'

/** The digests (SHA-256, hexadecimal) of the files that a text shows, each once: who may read the text may see these. */
export function filesIn(content: RichText): string[] {
  const found = new Set<string>()
  JSON.stringify(content, (key, value) => {
    // Every `src` of the schema is the address of one of our files; no other attribute has that name.
    if (key === 'src' && typeof value === 'string') found.add(value.replace('/arquivos/', ''))
    return value
  })
  return [...found]
}
