import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import type { AccessLevel } from '../access.rules.ts'

export interface LevelTyped {
  readonly level: string
  readonly legalBasisId: string
}

export interface LevelRequest {
  readonly level: AccessLevel
  /** Left out for what is public, whatever was chosen in the list. */
  readonly legalBasisId: string | undefined
}

export function readLevel(fields: FormFields): {
  typed: LevelTyped
  request: LevelRequest | undefined
  problems: FieldProblem[]
} {
  const basis = fieldText(fields, 'hipotese')
  const typed = { level: fieldText(fields, 'nivel'), legalBasisId: /^\d{1,18}$/.test(basis) ? basis : '' }
  if (!isLevel(typed.level)) {
    return { typed, request: undefined, problems: [{ field: 'nivel', message: 'Escolha o nível de acesso.' }] }
  }
  const legalBasisId = typed.level === 'public' ? undefined : typed.legalBasisId || undefined
  return { typed, request: { level: typed.level, legalBasisId }, problems: [] }
}

function isLevel(text: string): text is AccessLevel {
  return text === 'public' || text === 'restricted' || text === 'confidential'
}
