import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import type { AccessLevel } from '../../cases/index.ts'

/** The level as typed, in the words of the form. */
export interface LevelTyped {
  readonly level: string
  readonly legalBasisId: string
}

export interface LevelRequest {
  readonly level: AccessLevel
  readonly legalBasisId: string | undefined
}

const levels: Readonly<Record<string, AccessLevel>> = {
  publico: 'public',
  restrito: 'restricted',
  sigiloso: 'confidential',
}

export function readLevel(fields: FormFields): {
  typed: LevelTyped
  request: LevelRequest | undefined
  problems: FieldProblem[]
} {
  const typed = { level: fieldText(fields, 'nivel'), legalBasisId: fieldText(fields, 'hipotese') }
  const level = Object.hasOwn(levels, typed.level) ? levels[typed.level] : undefined
  if (!level) {
    return { typed, request: undefined, problems: [{ field: 'nivel', message: 'Escolha o nível de acesso.' }] }
  }
  const legalBasisId = /^\d{1,18}$/.test(typed.legalBasisId) ? typed.legalBasisId : undefined
  return { typed, request: { level, legalBasisId: level === 'public' ? undefined : legalBasisId }, problems: [] }
}

/** The level of something that exists, as the form shows it. */
export function typedLevel(level: AccessLevel, legalBasisId: string | null): LevelTyped {
  const word = Object.keys(levels).find((key) => levels[key] === level) ?? ''
  return { level: word, legalBasisId: legalBasisId ?? '' }
}
