import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type FormReader, readForm } from '../../organization/index.ts'
import { readParticipants } from '../participants/participants.form.ts'
import { channels, type RequestToRegister } from './request.ts'
import { type Triage, triageStates } from './triage-request.ts'

type Read<Request> = { readonly request: Request | undefined; readonly problems: readonly FieldProblem[] }

export function readRequest(fields: FormFields): Read<RequestToRegister> {
  const form = readForm(fields)
  const officeId = form.id('autoridade', { label: 'a autoridade', required: true })
  const requester = form.line('solicitante', { label: 'quem pede', required: true, least: 2, most: 200 })
  const institution = form.line('instituicao', { label: 'a instituição', most: 200 })
  const phone = form.line('telefone', { label: 'o telefone', most: 40 })
  const email = form.line('email', { label: 'o e-mail', most: 254 })
  if (email !== '' && !/^[^@\s]+@[^@\s]+$/.test(email)) form.note('email', 'Confira o e-mail: falta algo nele.')
  const channel = form.choice('canal', 'como o pedido chegou', channels)
  const subject = form.line('assunto', { label: 'o assunto', required: true, least: 3, most: 500 })
  const wishedFrom = form.day('desejado_de', { label: 'o dia desejado' }) ?? null
  const wishedUntil = form.day('desejado_ate', { label: 'o último dia desejado' }) ?? null
  if (wishedFrom && wishedUntil && wishedUntil < wishedFrom) {
    form.note('desejado_ate', 'O último dia vem antes do primeiro. Troque os dias.')
  }
  const wishedNote = form.line('preferencia', { label: 'a preferência de horário', most: 200 })
  const participants = readParticipants(fields, form)
  const caseNumber = readCaseNumber(fields, form)
  const isUrgent = form.flag('urgente')
  const { problems } = form
  if (problems.length > 0 || !officeId || !channel) return { request: undefined, problems }
  const wished = { wishedFrom, wishedUntil, wishedNote }
  return {
    request: {
      ...{ officeId, requester, institution, phone, email, channel, subject, ...wished, isUrgent },
      ...{ participants, caseNumber },
    },
    problems,
  }
}

export function readTriage(fields: FormFields, id: string): Read<Triage> {
  const form = readForm(fields)
  const state = form.choice('decisao', 'o que fazer com o pedido', triageStates)
  const reason = form.line('motivo', { label: 'o motivo', most: 500 })
  const unit = form.line('unidade', { label: 'a unidade', required: state === 'redirected', most: 80 })
  const { problems } = form
  return { request: problems.length > 0 || !state ? undefined : { id, state, reason, unit }, problems }
}

/** The digits of a case number as typed; undefined where none was. */
export function readCaseNumber(fields: FormFields, form: FormReader): string | undefined {
  const typed = fieldText(fields, 'processo').trim()
  const digits = typed.replace(/\D/g, '')
  if (typed !== '' && (digits.length < 5 || digits.length > 30)) {
    form.note('processo', 'Informe o número do processo por inteiro.')
  }
  return digits || undefined
}

export const noSuchCaseFile = {
  field: 'processo',
  message: 'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
} as const
