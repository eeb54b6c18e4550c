import { parseCnpj, parseCpf } from '../organization/index.ts'

/** What a text asks for: everybody, one CPF, one CNPJ, or names with all the words. */
export type ContactQuestion =
  | { readonly by: 'all' }
  | { readonly by: 'cpf'; readonly cpf: string }
  | { readonly by: 'cnpj'; readonly cnpj: string }
  /** LIKE patterns, the longest word first. */
  | { readonly by: 'words'; readonly patterns: readonly string[] }

/** Reads what was typed in a search for contacts. A CPF or CNPJ is one only with its check digits right. */
export function questionOf(text: string): ContactQuestion {
  const cpf = parseCpf(text)
  if (cpf) return { by: 'cpf', cpf }
  const cnpj = parseCnpj(text)
  if (cnpj) return { by: 'cnpj', cnpj }
  const words = text
    .slice(0, 250)
    .split(/[\s\0]+/)
    .filter(Boolean)
    .slice(0, 10)
  if (words.length === 0) return { by: 'all' }
  const patterns = words.sort((a, b) => b.length - a.length).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return { by: 'words', patterns }
}
