import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import type { CertifyRequest } from './certify-copy.ts'

/** The form as typed, to be shown again; never the password. */
export interface CertifyingTyped {
  readonly capacity: string
  readonly compared: boolean
}

export function readCertifying(
  fields: FormFields,
  number: string,
): { typed: CertifyingTyped; password: string; request: CertifyRequest | undefined; problems: FieldProblem[] } {
  const capacity = fieldText(fields, 'cargo').slice(0, 120)
  const password = fieldText(fields, 'senha').slice(0, 500)
  const sha256 = fieldText(fields, 'resumo')
  const compared = fieldText(fields, 'conferi') === 'sim'
  const problems: FieldProblem[] = []
  if (!compared) {
    problems.push({ field: 'conferi', message: 'Confira a cópia com o documento original e marque esta declaração.' })
  }
  if (!capacity) problems.push({ field: 'cargo', message: 'Escolha o cargo ou função com que vai autenticar.' })
  if (!password) problems.push({ field: 'senha', message: 'Informe a sua senha.' })
  return {
    typed: { capacity, compared },
    password,
    request: problems.length === 0 ? { number, sha256, capacity } : undefined,
    problems,
  }
}
