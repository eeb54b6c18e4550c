import { parseLocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import { type EntryToRegister, entryKinds, entryStates, senderKinds } from './entry.ts'
import type { MoveRequest } from './move-entry.ts'

type Read<Request> = { readonly request: Request | undefined; readonly problems: readonly FieldProblem[] }

export function readEntry(fields: FormFields): Read<EntryToRegister> {
  const form = readForm(fields)
  const receivedAt = instantOf(fieldText(fields, 'recebido_em'))
  if (!receivedAt) form.note('recebido_em', 'Informe o dia e a hora da chegada.')
  const kind = form.choice('especie', 'o que chegou', entryKinds)
  const medium = form.choice('meio', 'se veio em papel ou digital', ['paper', 'digital'])
  const senderKind = form.choice('categoria', 'quem é o remetente', senderKinds)
  const rest = {
    sender: form.line('remetente', { label: 'o remetente', required: true, most: 200 }),
    originNumber: form.line('numero_origem', { label: 'o número de origem', most: 60 }),
    addressee: form.line('destinatario', { label: 'o destinatário', most: 120 }),
    subject: form.line('assunto', { label: 'o assunto', required: true, most: 500 }),
    pieces: form.text('pecas', { label: 'a lista de peças', most: 1000 }),
    volumes: form.whole('volumes', { label: 'o número de volumes', most: 9999 }) ?? null,
    pages: form.whole('folhas', { label: 'o número de folhas', most: 999_999 }) ?? null,
    dueOn: form.day('prazo', { label: 'o prazo' }) ?? null,
    notes: form.text('observacoes', { label: 'as observações', most: 500 }),
  }
  const { problems } = form
  if (problems.length > 0 || !receivedAt || !kind || !medium || !senderKind) return { request: undefined, problems }
  return { request: { ...rest, receivedAt, kind, medium, senderKind }, problems }
}

export function readMove(fields: FormFields, id: string): Read<MoveRequest> {
  const form = readForm(fields)
  const state = form.choice('situacao', 'a situação', entryStates)
  const digits = fieldText(fields, 'processo').replace(/\D/g, '')
  if (fieldText(fields, 'processo').trim() !== '' && (digits.length < 5 || digits.length > 30)) {
    form.note('processo', 'Informe o número do processo por inteiro.')
  }
  const rest = {
    id,
    responsibleId: form.id('responsavel', { label: 'a pessoa' }),
    caseNumber: digits || undefined,
    dueOn: form.day('prazo', { label: 'o prazo' }) ?? null,
    note: form.line('nota', { label: 'a observação', most: 500 }),
  }
  const { problems } = form
  return { request: problems.length > 0 || !state ? undefined : { ...rest, state }, problems }
}

/** `2026-03-02T14:05` of the clock on the wall, in Brasília. */
function instantOf(text: string): Date | undefined {
  const [, day, hour] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?$/.test(text)
    ? (/^(.{10})T(.{5})/.exec(text) ?? [])
    : []
  if (!day || !parseLocalDate(day) || day < '1900-01-01') return undefined
  return new Date(`${day}T${hour}:00-03:00`)
}

/** The same, for the field. */
export function wallClockOf(at: Date): string {
  return new Date(at.getTime() - 3 * 3_600_000).toISOString().slice(0, 16)
}
