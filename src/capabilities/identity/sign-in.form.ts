import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import { fieldText } from '../../platform/form-fields.ts'

export interface SignInRequest {
  readonly login: string
  readonly password: string
  readonly agencyId: string | undefined
}

export type SignInRefusal = { readonly kind: 'wrong' } | { readonly kind: 'resting'; readonly until: Date }

/** The form as typed, so that the page can be shown again; never the password. */
export interface SignInTyped {
  readonly login: string
  readonly agencyId: string
  readonly next: string
}

export function readSignIn(fields: FormFields): {
  typed: SignInTyped
  request: SignInRequest | undefined
  problems: FieldProblem[]
} {
  const login = typedLogin(fieldText(fields, 'usuario'))
  const password = fieldText(fields, 'senha').slice(0, 500)
  const agencyId = fieldText(fields, 'orgao')
  const problems: FieldProblem[] = []
  if (!login) problems.push({ field: 'usuario', message: 'Informe o usuário.' })
  if (!password) problems.push({ field: 'senha', message: 'Informe a senha.' })
  return {
    typed: { login, agencyId, next: safeNext(fieldText(fields, 'depois')) },
    request:
      problems.length > 0
        ? undefined
        : { login, password, agencyId: /^\d{1,18}$/.test(agencyId) ? agencyId : undefined },
    problems,
  }
}

/** Logins are lower-case; characters that nobody types, and PostgreSQL refuses, are dropped. */
export function typedLogin(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase()
    .slice(0, 100)
}

/** Only an address of this installation: never a way to send people elsewhere after they signed in. */
export function safeNext(next: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(next) && next.length <= 2000 ? next : ''
}
