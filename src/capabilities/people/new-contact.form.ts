import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import { parseCnpj, parseCpf } from '../organization/index.ts'
import type { ContactToRegister } from './contact.ts'

export interface ContactTyped {
  readonly kind: string
  readonly name: string
  readonly document: string
  readonly email: string
  readonly phone: string
  readonly city: string
}

export const emptyContact: ContactTyped = { kind: 'person', name: '', document: '', email: '', phone: '', city: '' }

export function readContact(fields: FormFields): {
  typed: ContactTyped
  request: ContactToRegister | undefined
  problems: FieldProblem[]
} {
  const text = (name: string) => fieldText(fields, name).trim().replace(/\s+/g, ' ')
  const typed: ContactTyped = {
    kind: text('natureza'),
    name: text('nome'),
    document: text('cpf_ou_cnpj'),
    email: text('email'),
    phone: text('telefone'),
    city: text('municipio'),
  }
  const kind = typed.kind === 'person' || typed.kind === 'organization' ? typed.kind : undefined
  const cpf = kind === 'person' ? parseCpf(typed.document) : undefined
  const cnpj = kind === 'organization' ? parseCnpj(typed.document) : undefined
  const problems = [
    ...when(!kind, 'natureza', 'Escolha se é pessoa física ou jurídica.'),
    ...when(typed.name.length < 2, 'nome', 'Informe o nome.'),
    ...when(typed.name.length > 250, 'nome', 'O nome tem mais de 250 caracteres. Abrevie-o.'),
    ...when(
      kind === 'person' && typed.document !== '' && !cpf,
      'cpf_ou_cnpj',
      'O CPF não confere. Confira os onze dígitos.',
    ),
    ...when(
      kind === 'organization' && typed.document !== '' && !cnpj,
      'cpf_ou_cnpj',
      'O CNPJ não confere. Confira os catorze caracteres.',
    ),
    ...when(
      typed.email !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed.email),
      'email',
      'O e-mail não tem a forma de um endereço, como nome@exemplo.com.',
    ),
    ...when(typed.email.length > 254, 'email', 'O e-mail tem mais de 254 caracteres.'),
    ...when(typed.phone.length > 60, 'telefone', 'O telefone tem mais de 60 caracteres.'),
    ...when(typed.city.length > 120, 'municipio', 'O município tem mais de 120 caracteres.'),
  ]
  const { name, email, phone, city } = typed
  return {
    typed,
    request: kind && problems.length === 0 ? { kind, name, cpf, cnpj, email, phone, city } : undefined,
    problems,
  }
}

function when(wrong: boolean, field: string, message: string): FieldProblem[] {
  return wrong ? [{ field, message }] : []
}
