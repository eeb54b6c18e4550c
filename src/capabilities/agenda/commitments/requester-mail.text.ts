import { todayIn } from '../../../platform/calendar/index.ts'
import type { MailKind } from '../../../platform/outbox/index.ts'
import { formatDate } from '../../../ui/index.ts'
import type { RequesterRow } from './told-requester.queries.ts'
import { tellSpan } from './wall-clock.ts'

const variables = {
  pessoa: { about: 'Quem pediu a audiência', example: 'Maria das Dores' },
  autoridade: { about: 'Cargo de quem vai atender', example: 'Secretário de Estado da Tributação' },
  dia: { about: 'Dia do compromisso', example: '30/11/2027' },
  hora: { about: 'Começo e fim', example: '09:00 às 09:30' },
  local: { about: 'Onde será', example: 'Gabinete do Secretário' },
} as const
type Variable = keyof typeof variables

const when = ['Com: @autoridade@', 'Dia: @dia@', 'Hora: @hora@', 'Local: @local@']
const end = 'Mensagem automática: não precisa ser respondida. Se não puder comparecer, avise a unidade que o atendeu.'

/** Tells who asked that there is a day for it, also where it is another one than before. */
export const hearingBookedMail: MailKind<Variable> = {
  name: 'hearing-booked',
  title: 'Audiência marcada',
  reason: 'audiência marcada',
  about:
    'Vai a quem pediu a audiência e deixou e-mail, quando é marcada e quando muda de dia ou de hora. Não diz o assunto.',
  variables,
  subject: 'Audiência marcada para @dia@, @hora@',
  body: ['@pessoa@,', '', 'o seu pedido foi atendido. O compromisso está marcado:', '', ...when, '', end].join('\n'),
  needs: [],
  mayBeOff: true,
}

/** Tells who asked that it will not be. */
export const hearingCancelledMail: MailKind<Variable> = {
  name: 'hearing-cancelled',
  title: 'Audiência cancelada',
  reason: 'audiência cancelada',
  about: 'Vai a quem pediu a audiência e deixou e-mail, quando ela é cancelada. Não diz o assunto.',
  variables,
  subject: 'Audiência de @dia@ cancelada',
  body: ['@pessoa@,', '', 'o compromisso abaixo foi cancelado:', '', ...when, '', end].join('\n'),
  needs: [],
  mayBeOff: true,
}

/** Reminds who asked, on the day before. */
export const hearingTomorrowMail: MailKind<Variable> = {
  name: 'hearing-tomorrow',
  title: 'Lembrete de audiência',
  reason: 'lembrete de audiência',
  about: 'Vai a quem pediu a audiência e deixou e-mail, na véspera. Não diz o assunto.',
  variables,
  subject: 'Lembrete: audiência amanhã, @dia@, @hora@',
  body: ['@pessoa@,', '', 'lembramos o compromisso de amanhã:', '', ...when, '', end].join('\n'),
  needs: [],
  mayBeOff: true,
}

/** The notice for each of them. */
export function noticesOf(rows: readonly RequesterRow[]) {
  return rows.map(({ email, requester, title, from, to, place }) => ({
    recipient: email,
    values: {
      pessoa: requester,
      autoridade: title,
      dia: formatDate(todayIn(from)),
      hora: tellSpan(from, to),
      local: place,
    },
  }))
}
