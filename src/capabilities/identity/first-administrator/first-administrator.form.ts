import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { federalMask, parseCpf, parseMask, readForm } from '../../organization/index.ts'
import { readNewPassword } from '../new-password.form.ts'
import { typedLogin } from '../sign-in.form.ts'
import { isLogin } from '../users/login.rules.ts'
import type { FirstAdministratorRequest } from './make-first-administrator.ts'

export const firstFields: FormFields = { mascara: federalMask, conjunto_inicial: 'sim' }

export function readFirstAdministrator(fields: FormFields): {
  request: FirstAdministratorRequest | undefined
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const digits = (field: string, label: string, most: number) => {
    const code = form.line(field, { label, required: true, most })
    if (!/^\d*$/.test(code)) form.note(field, 'O código tem só algarismos.')
    return code
  }
  const agency = {
    acronym: form.line('orgao_sigla', { label: 'a sigla do órgão', required: true, most: 30 }),
    name: form.line('orgao_nome', { label: 'o nome do órgão', required: true, most: 250 }),
    numberCode: digits('orgao_codigo', 'o código do órgão', 6),
    numberMask: form.line('mascara', { label: 'a máscara', required: true, most: 100 }),
  }
  if (agency.numberMask && !parseMask(agency.numberMask).done) {
    form.note('mascara', `A máscara não vale. A do governo federal é ${federalMask}.`)
  }
  const unit = {
    acronym: form.line('unidade_sigla', { label: 'a sigla da unidade', required: true, most: 40 }),
    name: form.line('unidade_nome', { label: 'o nome da unidade', required: true, most: 250 }),
    numberCode: digits('unidade_codigo', 'o código da unidade', 8),
    address: form.line('endereco', { label: 'o endereço', required: true, most: 250 }),
    city: form.line('municipio', { label: 'o município', required: true, most: 120 }),
    state: form.line('uf', { label: 'a UF', required: true, most: 2 }).toUpperCase(),
    email: readEmail(form, 'unidade_email', false),
  }
  const person = readPerson(form)
  const secret = readNewPassword(fields, person)
  for (const { field, message } of secret.problems) form.note(field, message)
  const request = {
    agency,
    unit,
    person: { ...person, password: secret.password },
    withStarterSet: form.flag('conjunto_inicial'),
  }
  return { request: form.problems.length === 0 ? request : undefined, problems: form.problems }
}

type Form = ReturnType<typeof readForm>

function readPerson(form: Form) {
  const name = form.line('nome', { label: 'o seu nome', required: true, least: 2, most: 150 })
  const login = typedLogin(form.line('usuario', { label: 'o usuário', required: true, least: 2, most: 100 }))
  if (login && !isLogin(login))
    form.note('usuario', 'O usuário tem só letras sem acento, algarismos, ponto, hífen e arroba.')
  const typed = form.line('cpf', { label: 'o CPF', most: 20 })
  const cpf = parseCpf(typed)
  if (typed && !cpf) form.note('cpf', 'O CPF não confere. Confira os onze dígitos.')
  return { name, login, cpf, email: readEmail(form, 'email', true) }
}

function readEmail(form: Form, field: string, required: boolean): string {
  const email = form.line(field, { label: 'o e-mail', required, most: 254 }).toLowerCase()
  if (email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    form.note(field, 'O e-mail não tem a forma de um endereço, como nome@exemplo.gov.br.')
  }
  return email
}
