/** The kinds of fields that a form may have (DOC-053), in the order in which they are offered. */
export const fieldKinds = [
  'short-text',
  'long-text',
  'masked-text',
  'integer',
  'decimal',
  'money',
  'date',
  'list',
  'options',
  'flag',
  'information',
] as const

export type FieldKind = (typeof fieldKinds)[number]

/** One field of a form. What does not concern its kind is not there. @term campo */
export interface FormField {
  /** Letters, digits and underscores, unique in the form; stays when the label changes, so that answers stay comparable. */
  readonly key: string
  readonly kind: FieldKind
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  /** Short and long text: characters. */
  readonly mostCharacters?: number
  /** Numbers and money: `1234.5`. Dates: `2026-01-31`. */
  readonly least?: string
  readonly most?: string
  /** Decimal: digits after the comma. */
  readonly decimals?: number
  /** Masked text: `9` a digit, `A` a letter, `*` either, anything else as it stands. */
  readonly mask?: string
  /** List and options. */
  readonly choices?: readonly string[]
  /** Information: what is read. */
  readonly text?: string
}

/** The fields of a form as they were published once. */
export interface FormVersion {
  readonly id: string
  readonly number: number
  readonly fields: readonly FormField[]
}

export const mostFields = 100
