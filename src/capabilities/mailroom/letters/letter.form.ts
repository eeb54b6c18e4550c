import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import { formats, type LetterToAsk, services, states } from './letter.ts'
import type { LetterMove } from './move-letter.ts'

/** Which document and its case file are known from the address. */
export function readLetter(
  fields: FormFields,
  document: string,
): { readonly request: LetterToAsk | undefined; readonly problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const address = form.lines('endereco', { label: 'o endereço', required: true, count: 4, most: 95 }).join('\n')
  const state = form.choice('uf', 'o estado', states)
  const postalCode = fieldText(fields, 'cep').replace(/\D/g, '')
  if (postalCode.length !== 8) form.note('cep', 'O CEP tem oito algarismos.')
  const service = form.choice('servico', 'o serviço', services)
  const format = form.choice('formato', 'o formato', formats)
  const attachments = [
    ...new Set(
      fieldText(fields, 'anexos')
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  if (attachments.length > 20) form.note('anexos', 'Vão no máximo 20 anexos.')
  if (attachments.some((number) => !/^\d{1,15}$/.test(number))) {
    form.note('anexos', 'Escreva só os números dos documentos, separados por vírgula.')
  }
  const rest = {
    addressee: form.line('destinatario', { label: 'o destinatário', required: true, most: 200 }),
    city: form.line('cidade', { label: 'o município', required: true, most: 100 }),
    contactId: form.id('contato', { label: 'o contato' }),
    withReceipt: form.flag('ar'),
    notes: form.line('observacoes', { label: 'as observações', most: 500 }),
    departure: form.line('motivo', { label: 'o motivo', most: 300 }),
  }
  const { problems } = form
  if (problems.length > 0 || !state || !service || !format) return { request: undefined, problems }
  return { request: { ...rest, document, attachments, address, state, postalCode, service, format }, problems }
}

export function readMove(
  fields: FormFields,
  id: string,
): { readonly request: LetterMove | undefined; readonly problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const step = form.choice('situacao', 'a situação', ['in-transit', 'delivered', 'returned', 'lost'])
  const rest = {
    on: form.day('entregue_em', { label: 'o dia da entrega' }),
    receiver: form.line('recebedor', { label: 'quem recebeu', most: 120 }),
    reason: form.line('motivo', { label: 'o motivo', most: 200 }),
  }
  const { problems } = form
  return { request: problems.length > 0 || !step ? undefined : { id, step, ...rest }, problems }
}
