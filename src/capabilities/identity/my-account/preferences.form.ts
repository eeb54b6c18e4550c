import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import type { Preferences } from './preferences.queries.ts'

export const startValues = { mesa: 'desk', painel: 'panel', blocos: 'bundles' } as const
export const colourValues = { claras: 'light', escuras: 'dark', 'do-sistema': 'system' } as const

export interface PreferencesTyped {
  readonly start: string
  readonly colours: string
}

export function readPreferences(fields: FormFields): {
  typed: PreferencesTyped
  request: Preferences | undefined
  problems: FieldProblem[]
} {
  const typed = { start: fieldText(fields, 'inicio'), colours: fieldText(fields, 'cores') }
  const startPage = startValues[typed.start as keyof typeof startValues]
  const colourScheme = colourValues[typed.colours as keyof typeof colourValues]
  const problems: FieldProblem[] = []
  if (!startPage) problems.push({ field: 'inicio', message: 'Escolha a página inicial.' })
  if (!colourScheme) problems.push({ field: 'cores', message: 'Escolha as cores.' })
  return { typed, request: startPage && colourScheme ? { startPage, colourScheme } : undefined, problems }
}

/** The form as it shows what was chosen. */
export function typedPreferences({ startPage, colourScheme }: Preferences): PreferencesTyped {
  return { start: keyOf(startValues, startPage), colours: keyOf(colourValues, colourScheme) }
}

function keyOf(values: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(values).find((key) => values[key] === value) ?? ''
}
