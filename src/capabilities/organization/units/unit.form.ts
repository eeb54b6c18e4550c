import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type FormReader, readForm } from '../administration/form-reader.ts'
import { readNumberCode } from '../agencies/agency.form.ts'
import { states } from './states.rules.ts'
import type { UnitData, UnitEmail } from './unit.ts'

export interface UnitRequest {
  readonly data: UnitData
  readonly agencyId: string | undefined
  /** As typed; resolved against the register. */
  readonly parentLabel: string
  readonly from: LocalDate
}

export function readUnit(
  fields: FormFields,
  { isNew }: { readonly isNew: boolean },
): { request: UnitRequest | undefined; problems: readonly FieldProblem[]; form: FormReader } {
  const form = readForm(fields)
  const agencyId = isNew ? form.id('orgao', { label: 'o órgão', required: true }) : undefined
  const state = form.line('uf', { label: 'a UF', most: 2 })
  const data: UnitData = {
    acronym: form.line('sigla', { label: 'a sigla', required: true, most: 40 }),
    name: form.line('nome', { label: 'o nome', required: true, most: 250 }),
    numberCode: readNumberCode(form, 'codigo', 8),
    address: form.line('endereco', { label: 'o endereço', most: 250 }),
    city: form.line('municipio', { label: 'o município', most: 120 }),
    state,
    phone: form.line('telefone', { label: 'o telefone', most: 60 }),
    availableForSending: form.flag('recebe'),
    warnsOnReceipt: form.flag('avisa'),
    isMailroom: form.flag('protocolo'),
    isArchive: form.flag('arquivo'),
    isOmbuds: form.flag('ouvidoria'),
    emails: readEmails(form),
    capacities: form.lines('cargos', { label: 'os cargos', most: 120, count: 100 }),
  }
  if (!/[\p{L}\p{N}]/u.test(data.acronym) && data.acronym) form.note('sigla', 'A sigla precisa de ao menos uma letra.')
  if (state !== '' && !states.includes(state)) form.note('uf', 'Escolha a UF da lista.')
  const parentLabel = isNew ? form.line('superior', { label: 'a unidade superior', most: 80 }) : ''
  const from = isNew ? form.day('desde', { label: 'o primeiro dia na hierarquia', required: true }) : ('' as LocalDate)
  const request = form.problems.length === 0 && from !== undefined ? { data, agencyId, parentLabel, from } : undefined
  return { request, problems: form.problems, form }
}

/** A line an e-mail: the address first, then what it is for. */
function readEmails(form: FormReader): UnitEmail[] {
  const lines = form.lines('emails', { label: 'os e-mails', most: 400, count: 20 })
  const emails = lines.map((line) => {
    const [address = '', ...words] = line.split(' ')
    const description = words.join(' ').replace(/^[-–—:]\s*/, '')
    return { address: address.toLowerCase(), description: description.slice(0, 120) }
  })
  const bad = emails.find(({ address }) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) || address.length > 254)
  if (bad) form.note('emails', `“${bad.address.slice(0, 60)}” não tem a forma de um endereço, como gs@exemplo.gov.br.`)
  return [...new Map(emails.map((email) => [email.address, email])).values()]
}
