import { csvOf } from '../../../platform/csv/index.ts'
import { formatDate, formatDateTime, formatTime } from '../../../ui/index.ts'
import { kindWords, stateWords } from '../commitments/commitment.text.ts'
import { tellParticipant } from '../participants/participant.ts'
import { type CalendarEntry, calendarFileOf } from './calendar-file.text.ts'
import type { PublicEntry } from './public-entry.ts'
import { tellChange } from './trail.text.ts'

const header = [
  ...['Cargo', 'Quem atende', 'Tipo', 'Dia', 'Começo', 'Fim', 'Local', 'Assunto', 'Participantes', 'Representante'],
  ...['Representado', 'Interesses', 'Situação', 'Hipótese legal da reserva', 'Registrado em', 'Publicado em'],
  ...['Publicado com atraso', 'Alterações depois da publicação'],
]

/** For spreadsheets. */
export function agendaCsv(entries: readonly PublicEntry[]): string {
  return csvOf(
    header,
    entries.map((entry) => [
      ...[entry.title, attendantOf(entry), kindWords[entry.kind], formatDate(entry.from), formatTime(entry.from)],
      ...[formatTime(entry.to), entry.place, entry.subject, entry.participants.map(tellParticipant).join('; ')],
      ...[entry.representative, entry.represented, entry.interests, stateWords[entry.state].word, entry.basis ?? ''],
      ...[formatDateTime(entry.registeredAt), formatDateTime(entry.publishedAt), entry.isLate ? 'sim' : 'não'],
      entry.trail.map(({ at, changes }) => `${formatDateTime(at)}: ${changes.map(tellChange).join(', ')}`).join('; '),
    ]),
  )
}

/** For programs: names in Portuguese, as the public reads them. */
export function agendaJson(entries: readonly PublicEntry[]): unknown {
  return entries.map((entry) => ({
    uid: entry.uid,
    cargo: entry.title,
    quemAtende: attendantOf(entry),
    tipo: kindWords[entry.kind],
    inicio: entry.from,
    fim: entry.to,
    local: entry.place,
    assunto: entry.subject,
    participantes: entry.participants.map(({ name, body, role, isPrivate }) => ({
      nome: name,
      orgao: body,
      papel: role,
      representaInteressePrivado: isPrivate,
    })),
    representante: entry.representative,
    representado: entry.represented,
    interesses: entry.interests,
    situacao: stateWords[entry.state].word,
    reserva: entry.isHidden ? { hipoteseLegal: entry.basis, divulgarEm: entry.discloseOn } : null,
    registradoEm: entry.registeredAt,
    publicadoEm: entry.publishedAt,
    publicadoComAtraso: entry.isLate,
    alteracoes: entry.trail.map(({ at, changes }) => ({ em: at, oQue: changes.map(tellChange) })),
  }))
}

/** For calendar programs. */
export function agendaCalendar(name: string, entries: readonly PublicEntry[], host: string): string {
  return calendarFileOf(
    name,
    entries.map((entry): CalendarEntry => {
      const people = entry.participants.map(tellParticipant).join('; ')
      return {
        uid: `${entry.uid}@${host}`,
        sequence: entry.sequence,
        from: entry.from,
        to: entry.to,
        changedAt: new Date(Math.max(entry.changedAt.getTime(), entry.publishedAt.getTime())),
        summary: entry.isHidden ? entry.subject : `${kindWords[entry.kind]}: ${entry.subject}`,
        place: entry.place,
        description: [attendantOf(entry), entry.basis, people && `Participantes: ${people}`].filter(Boolean).join('\n'),
        isCancelled: entry.state === 'cancelled',
      }
    }),
  )
}

function attendantOf({ attendant, capacity }: PublicEntry): string {
  return attendant ? `${attendant} (${capacity})` : capacity
}
