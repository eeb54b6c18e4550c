import { todayIn } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { formatTime } from '../../../ui/index.ts'
import { type FormReader, readForm } from '../../organization/index.ts'
import { clockProblem, readClock } from '../authorities/hours.form.ts'
import { fieldsOfParticipants, readParticipants } from '../participants/participants.form.ts'
import { readCaseNumber } from '../requests/request.form.ts'
import { type CommitmentTerms, commitmentKinds } from './commitment.ts'
import type { CommitmentRow } from './commitments.queries.ts'
import { type Settling, settledStates } from './settle-commitment.ts'
import { instantAt } from './wall-clock.ts'

export function readTerms(fields: FormFields): {
  readonly request: CommitmentTerms | undefined
  readonly problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const span = readSpan(fields, form)
  const kind = form.choice('especie', 'o tipo do compromisso', commitmentKinds)
  const subject = form.line('assunto', { label: 'o assunto', required: true, least: 3, most: 500 })
  const place = form.line('local', { label: 'o local', required: true, least: 2, most: 200 })
  const participants = readParticipants(fields, form)
  const representative = form.line('representante', { label: 'o representante', most: 200 })
  const represented = form.line('representado', { label: 'o representado', most: 200 })
  const interests = form.line('interesses', { label: 'a descrição dos interesses', most: 500 })
  const reserved = form.flag('reservado') ? readReserve(form) : readNoReserve(form)
  const caseNumber = readCaseNumber(fields, form)
  const flags = {
    booksRoom: form.flag('sala'),
    isOutsideHours: form.flag('fora_do_horario'),
    wordsArePublic: form.flag('assunto_publico'),
  }
  const { problems } = form
  if (problems.length > 0 || !span || !kind) return { request: undefined, problems }
  const interest = { representative, represented, interests }
  return {
    request: { kind, subject, place, ...flags, ...span, participants, ...interest, reserved, caseNumber },
    problems,
  }
}

function readSpan(fields: FormFields, form: FormReader): { from: Date; to: Date } | undefined {
  const day = form.day('dia', { label: 'o dia', required: true })
  const [from, to] = [readClock(fieldText(fields, 'inicio')), readClock(fieldText(fields, 'fim'))]
  if (!from) form.note('inicio', clockProblem)
  if (!to) form.note('fim', clockProblem)
  if (from && to && to <= from) form.note('fim', 'O fim vem depois do começo, no mesmo dia.')
  else if (from && to && instantAt('2000-01-01', to).getTime() - instantAt('2000-01-01', from).getTime() > longest) {
    form.note('fim', 'Um compromisso dura no máximo 16 horas.')
  }
  return day && from && to ? { from: instantAt(day, from), to: instantAt(day, to) } : undefined
}

const longest = 16 * 3_600_000

/** A day that cannot be read is told of also where nothing is reserved: somebody meant something by it. */
function readNoReserve(form: FormReader): undefined {
  form.day('divulgar_em', { label: 'a data de divulgação' })
  return undefined
}

function readReserve(form: FormReader): { basis: string; discloseOn: string } | undefined {
  const basis = form.line('hipotese', { label: 'a hipótese legal', required: true, least: 3, most: 200 })
  const discloseOn = form.day('divulgar_em', { label: 'a data de divulgação', required: true })
  return discloseOn && { basis, discloseOn }
}

/** The form of a commitment as it stands. */
export function fieldsOfCommitment(row: CommitmentRow): FormFields {
  return {
    dia: todayIn(row.from),
    inicio: formatTime(row.from),
    fim: formatTime(row.to),
    especie: row.kind,
    assunto: row.subject,
    local: row.place,
    sala: row.booksRoom ? 'sim' : '',
    representante: row.representative,
    representado: row.represented,
    interesses: row.interests,
    reservado: row.reservedBasis ? 'sim' : '',
    hipotese: row.reservedBasis ?? '',
    divulgar_em: row.discloseOn ?? '',
    assunto_publico: row.wordsArePublic ? 'sim' : '',
    processo: row.caseNumber ?? '',
    ...fieldsOfParticipants(row.participants),
  }
}

export function readSettling(
  fields: FormFields,
  id: string,
): { readonly request: Settling | undefined; readonly problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const state = form.choice('situacao', 'o que aconteceu', settledStates)
  const outcome = form.text('encaminhamentos', { label: 'os encaminhamentos', most: 2000 })
  const caseNumber = readCaseNumber(fields, form)
  const { problems } = form
  return { request: problems.length > 0 || !state ? undefined : { id, state, outcome, caseNumber }, problems }
}
