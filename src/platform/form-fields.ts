/** A form as it came: nothing trusted, nothing lost. A field sent more than once is a list. */
export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>

/** The field's text, or '' when it did not come; the first where it came more than once. */
export function fieldText(fields: FormFields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All the values of a field: none, one or many. */
export function fieldList(fields: FormFields, name: string): readonly string[] {
  const value = fields[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** What a word that came stands for in a table. A word as `toString`, which every object knows, stands for nothing. */
export function meaningOf<Meaning>(table: Readonly<Record<string, Meaning>>, word: string): Meaning | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/** What is wrong with one field, in words to stand beside it. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}
