import type { CaseRefusal } from '../case-actions.rules.ts'
import { explainCaseRefusal } from '../case-actions.text.ts'
import type { FieldRefusal } from '../fields/case-fields.rules.ts'
import { explainFieldRefusal } from '../fields/case-fields.text.ts'
import { levelNames } from '../level/level.text.ts'
import type { ChangeRefusal } from './change-case-data.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainChangeRefusal(refusal: ChangeRefusal): { field?: string; message: string } {
  if (refusal.kind === 'level-not-allowed-by-type') {
    const message = `O processo é ${levelNames[refusal.level]}, e o novo tipo não o permite. Mude antes o nível de acesso.`
    return { field: 'tipo', message }
  }
  return isOfField(refusal) ? explainFieldRefusal(refusal) : { message: explainCaseRefusal(refusal) }
}

const fieldKinds: ReadonlySet<string> = new Set<FieldRefusal['kind']>([
  'type-not-offered',
  'no-record-class',
  'record-class-not-offered',
  'too-many-parties',
  'unknown-party',
  'one-party-exactly',
  'party-has-one',
])

function isOfField(refusal: FieldRefusal | CaseRefusal): refusal is FieldRefusal {
  return fieldKinds.has(refusal.kind)
}
