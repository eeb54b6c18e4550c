import type { LocalDate } from '../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import { readTerm, readTermTyped, type Term } from '../deadlines/index.ts'
import { type FormReader, readForm } from '../organization/index.ts'
import { bodyClasses, type DemandData, exitKinds } from './demand.ts'
import type { AnswerTold, DemandRow } from './demands.queries.ts'

type Read<Request> = { readonly request: Request | undefined; readonly problems: readonly FieldProblem[] }

/** A new demand, with its deadline: a day, or so many days counted from one. */
export function readDemand(fields: FormFields, today: LocalDate): Read<DemandData & { readonly term: Term }> {
  const form = readForm(fields)
  const data = readData(fields, form)
  const { term, problems: wrong } = readTerm(readTermTyped(fields), today)
  for (const { field, message } of wrong) form.note(field, message)
  if (!term && wrong.length === 0) form.note('dia', 'Informe o dia em que vence, ou o número de dias.')
  const { problems } = form
  return { request: problems.length > 0 || !data || !term ? undefined : { ...data, term }, problems }
}

export function readChange(fields: FormFields): Read<DemandData> {
  const form = readForm(fields)
  const data = readData(fields, form)
  return { request: form.problems.length > 0 ? undefined : data, problems: form.problems }
}

function readData(fields: FormFields, form: FormReader): DemandData | undefined {
  const bodyClass = form.choice('classe', 'a classe do órgão', bodyClasses)
  const body = form.line('orgao', { label: 'o órgão', required: true, least: 2, most: 200 })
  const number = form.line('numero', { label: 'o número', most: 100 })
  const subject = form.line('assunto', { label: 'o assunto', required: true, least: 3, most: 500 })
  const receivedOn = form.day('recebida_em', { label: 'o dia do recebimento', required: true })
  const legalBase = form.line('base_legal', { label: 'a base legal do prazo', required: true, least: 3, most: 300 })
  const responsibleId = form.id('responsavel', { label: 'a pessoa' })
  const typed = fieldText(fields, 'processo').trim()
  const digits = typed.replace(/\D/g, '')
  if (typed !== '' && (digits.length < 5 || digits.length > 30)) {
    form.note('processo', 'Informe o número do processo por inteiro.')
  }
  if (!bodyClass || !receivedOn) return undefined
  return { bodyClass, body, number, subject, receivedOn, legalBase, responsibleId, caseNumber: digits || undefined }
}

/** The form of a demand as it stands. */
export function fieldsOfDemand(row: DemandRow): FormFields {
  return {
    classe: row.bodyClass ?? '',
    orgao: row.body,
    numero: row.number,
    assunto: row.subject,
    recebida_em: row.receivedOn,
    base_legal: row.legalBase,
    responsavel: row.responsibleId ?? '',
    processo: row.caseNumber ?? '',
  }
}

export function readAsk(
  fields: FormFields,
): Read<{ readonly units: readonly string[]; readonly daysBefore: number; readonly request: string }> {
  const form = readForm(fields)
  const typed = form.line('unidades', { label: 'as unidades', required: true, most: 500 })
  const units = typed.split(/[,;]/).map((part) => part.trim())
  const daysBefore = form.whole('antecedencia', { label: 'os dias úteis', required: true, least: 0, most: 60 })
  const request = form.line('pedido', { label: 'o que se pede', most: 500 })
  const { problems } = form
  if (problems.length > 0 || daysBefore === undefined) return { request: undefined, problems }
  return { request: { units: units.filter(Boolean).slice(0, 50), daysBefore, request }, problems }
}

export function readReturn(
  fields: FormFields,
): Read<{ readonly sectorId: string; readonly returnedOn: LocalDate; readonly document: string }> {
  const form = readForm(fields)
  const sectorId = form.id('consulta', { label: 'a unidade que respondeu', required: true })
  const returnedOn = form.day('retornou_em', { label: 'o dia do retorno', required: true })
  const document = form.line('documento', { label: 'o documento', most: 300 })
  const { problems } = form
  if (problems.length > 0 || !sectorId || !returnedOn) return { request: undefined, problems }
  return { request: { sectorId, returnedOn, document }, problems }
}

export function readExtension(fields: FormFields): Read<{ readonly until: LocalDate; readonly reason: string }> {
  const form = readForm(fields)
  const until = form.day('ate', { label: 'até quando', required: true })
  const reason = form.line('motivo', { label: 'o motivo', required: true, least: 3, most: 300 })
  const { problems } = form
  return { request: problems.length > 0 || !until ? undefined : { until, reason }, problems }
}

export function readDecision(
  fields: FormFields,
): Read<{ readonly decidedOn: LocalDate; readonly grantedUntil: LocalDate | undefined }> {
  const form = readForm(fields)
  const decision = form.choice('decisao', 'o que o órgão decidiu', ['concedida', 'negada'])
  const decidedOn = form.day('decidida_em', { label: 'o dia da decisão', required: true })
  const until = form.day('ate', { label: 'o novo prazo', required: decision === 'concedida' })
  const granted = decision === 'concedida' ? until : undefined
  const { problems } = form
  return {
    request: problems.length > 0 || !decidedOn ? undefined : { decidedOn, grantedUntil: granted },
    problems,
  }
}

export function readAnswer(fields: FormFields): Read<AnswerTold> {
  const form = readForm(fields)
  const answeredOn = form.day('respondida_em', { label: 'o dia da resposta', required: true })
  const answer = form.line('resposta', { label: 'o documento da resposta', required: true, least: 3, most: 300 })
  const exitKind = form.choice('comprovante', 'o que comprova a saída', exitKinds)
  const exitProof = form.line('saida', { label: 'o número do comprovante', required: true, least: 2, most: 200 })
  const { problems } = form
  if (problems.length > 0 || !answeredOn || !exitKind) return { request: undefined, problems }
  return { request: { answeredOn, answer, exitKind, exitProof }, problems }
}
