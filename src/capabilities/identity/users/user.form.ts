import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { parseCpf, readForm } from '../../organization/index.ts'
import { typedLogin } from '../sign-in.form.ts'
import { isLogin } from './login.rules.ts'
import type { UserData } from './user.ts'

export function readUser(
  fields: FormFields,
  { isNew }: { readonly isNew: boolean },
): { request: { data: UserData; agencyId: string | undefined } | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const agencyId = isNew ? form.id('orgao', { label: 'o órgão', required: true }) : undefined
  const login = typedLogin(form.line('usuario', { label: 'o usuário', required: true, least: 2, most: 100 }))
  if (login.length > 1 && !isLogin(login)) {
    form.note('usuario', 'O usuário tem só letras sem acento, algarismos, ponto, hífen e arroba.')
  }
  const name = form.line('nome', { label: 'o nome', required: true, least: 2, most: 150 })
  const socialName = form.line('nome_social', { label: 'o nome social', least: 2, most: 150 }) || undefined
  const typedCpf = form.line('cpf', { label: 'o CPF', most: 20 })
  const cpf = parseCpf(typedCpf)
  if (typedCpf && !cpf) form.note('cpf', 'O CPF não confere. Confira os onze dígitos.')
  const email = form.line('email', { label: 'o e-mail', most: 254 }).toLowerCase()
  if (email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    form.note('email', 'O e-mail não tem a forma de um endereço, como nome@exemplo.gov.br.')
  }
  if (form.problems.length > 0) return { request: undefined, problems: form.problems }
  return { request: { data: { login, name, socialName, cpf, email }, agencyId }, problems: [] }
}
