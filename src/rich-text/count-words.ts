import type { Node } from 'prosemirror-model'

/** The words of a text, by one rule for the page and for the editor. */
export function countWords(text: Node): number {
  return text.textBetween(0, text.content.size, ' ', ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’./-]*/gu)?.length ?? 0
}

/** `312 palavras`. */
export function sayWordCount(count: number): string {
  return count === 1 ? '1 palavra' : `${count.toLocaleString('pt-BR')} palavras`
}
