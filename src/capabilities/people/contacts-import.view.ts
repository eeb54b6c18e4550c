import {
  changesBetween,
  fieldsOfCells,
  type ImportColumn,
  parseCnpj,
  parseCpf,
  type RegisterImport,
  refusedRow,
} from '../organization/index.ts'
import { explainContactRefusal } from './contacts.text.ts'
import { readContact } from './new-contact.form.ts'
import { fieldsOfContact } from './new-contact-fields.text.ts'
import { selectByDocument } from './people.queries.ts'
import { changeContact, registerContact } from './register-contact.ts'

const columns: readonly ImportColumn[] = [
  {
    name: 'natureza',
    kind: { 'Pessoa física': 'person', 'Pessoa jurídica': 'organization', Física: 'person', Jurídica: 'organization' },
    required: true,
    about: 'Pessoa física ou Pessoa jurídica',
    example: 'Pessoa jurídica',
  },
  { name: 'nome', kind: 'text', required: true, about: 'Nome ou razão social', example: 'Comercial Potengi Ltda.' },
  {
    name: 'cpf_ou_cnpj',
    kind: 'text',
    required: true,
    about: 'CPF ou CNPJ, que identifica o contato',
    example: '11.222.333/0001-81',
  },
  { name: 'email', kind: 'text', about: 'E-mail', example: 'contato@exemplo.com' },
  { name: 'telefone', kind: 'text', about: 'Telefone', example: '(84) 3232-1111' },
  { name: 'municipio', kind: 'text', about: 'Município', example: 'Natal' },
]

/** Contacts as files bring them in. Only with a CPF or a CNPJ: without one nobody could tell whether they are there. */
export const contactsImport: RegisterImport = {
  columns,
  key: ['cpf_ou_cnpj'],
  permission: 'organization.manage',
  least: 'installation',
  saveRow: async (cells, { db, actor, now }) => {
    const typed = fieldsOfCells(columns, cells)
    if (typed.problems.length > 0) return { kind: 'refused', problems: typed.problems }
    const document = (cells.cpf_ou_cnpj ?? '').trim()
    if (document === '') {
      return refusedRow('cpf_ou_cnpj', 'Informe o CPF ou o CNPJ: sem ele não se sabe se o contato já existe.')
    }
    const [cpf, cnpj] = [parseCpf(document), parseCnpj(document)]
    const before = cpf || cnpj ? await selectByDocument(db, { cpf, cnpj }) : undefined
    const kept = before ? { email: before.email, telefone: before.phone, municipio: before.city } : {}
    const { request, problems } = readContact({ ...kept, ...typed.fields })
    if (!request) return { kind: 'refused', problems }
    if (before && before.kind !== request.kind) {
      return refusedRow('natureza', 'O contato com este CPF ou CNPJ é da outra natureza.')
    }
    const changes = changesBetween(before && fieldsOfContact(before), fieldsOfContact(request))
    if (changes.length === 0) return { kind: 'unchanged' }
    if (before) {
      await changeContact(db, actor, before.id, request, now)
      return { kind: 'changed', changes }
    }
    const outcome = await registerContact(db, actor, request, now)
    if (outcome.done) return { kind: 'created', changes }
    const problemsOf = outcome.refusals.map((refusal) => ({
      field: 'cpf_ou_cnpj',
      message: explainContactRefusal(refusal),
    }))
    return { kind: 'refused', problems: problemsOf }
  },
}
