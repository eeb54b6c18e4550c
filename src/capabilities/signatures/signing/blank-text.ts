import type { RichText } from '../../../rich-text/index.ts'

/**
 * Whether nobody wrote anything: no word, image or link outside of the fixed parts of the model. A model that is fixed as
 * a whole is signed as it is.
 */
export function isBlank(content: RichText): boolean {
  const open = content.content.filter(({ attrs }) => !attrs.locked)
  return open.length > 0 && !open.some(hasSubstance)
}

function hasSubstance(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  const { type, text, content } = node as { type?: string; text?: string; content?: unknown }
  if (type !== undefined && substantial.has(type)) return true
  if (typeof text === 'string' && text.trim() !== '') return true
  return Array.isArray(content) && content.some(hasSubstance)
}

const substantial: ReadonlySet<string> = new Set(['image', 'footnote', 'case_link', 'document_link', 'variable'])
