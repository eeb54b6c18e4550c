import type { MailKind, Notice } from '../../../platform/outbox/index.ts'
import { tellDue } from '../keeping/deadline.text.ts'
import type { ReminderRow } from './reminders.queries.ts'

const automatic = 'Mensagem automática: não precisa ser respondida.'
const about = {
  vencimento: { about: 'Dia, e hora se houver, em que vence', example: '30/11/2027' },
  unidade: { about: 'Sigla da unidade que deve agir', example: 'PROT' },
  endereco: { about: 'Endereço da página no sistema', example: 'https://processos.exemplo.gov.br/em/…' },
  numero: { about: 'Número do processo', example: '00110.000123/2027-45' },
} as const

/** Reminds a unit of a deadline of its own. */
export const deadlineDueMail: MailKind<keyof typeof about | 'texto'> = {
  name: 'deadline-due',
  title: 'Lembrete de prazo',
  reason: 'lembrete de prazo',
  about: 'Vai para os e-mails da unidade, nos dias que ela escolheu antes do vencimento de um prazo.',
  variables: { ...about, texto: { about: 'O que o prazo diz', example: 'Responder ao ofício da Procuradoria' } },
  subject: 'Prazo para @vencimento@ no processo @numero@',
  body: [
    'A unidade @unidade@ tem um prazo que vence em @vencimento@, no processo @numero@:',
    ...['', '@texto@', '', '@endereco@', '', automatic],
  ].join('\n'),
  needs: [],
  mayBeOff: true,
}

/** Reminds a unit that another one waits for the case file. */
export const returnDueMail: MailKind<keyof typeof about | 'pedido_por'> = {
  name: 'return-due',
  title: 'Lembrete de retorno',
  reason: 'lembrete de prazo',
  about: 'Vai para os e-mails da unidade que deve devolver um processo, nos dias que ela escolheu.',
  variables: { ...about, pedido_por: { about: 'Sigla da unidade que pediu o retorno', example: 'GS' } },
  subject: 'Devolver o processo @numero@ até @vencimento@',
  body: [
    'A unidade @pedido_por@ pediu que @unidade@ devolva o processo @numero@ até @vencimento@.',
    ...['', 'Só o envio de volta a @pedido_por@ cumpre o prazo; concluir o processo, não.'],
    ...['', '@endereco@', '', automatic],
  ].join('\n'),
  needs: [],
  mayBeOff: true,
}

/** Of what is confidential: it names neither number nor words, for mail is read by others too, and has no variable for them. */
export const confidentialDueMail: MailKind<'vencimento' | 'unidade' | 'endereco'> = {
  name: 'confidential-due',
  title: 'Lembrete de prazo em processo sigiloso',
  reason: 'lembrete de prazo',
  about: 'Vai para quem tem credencial no processo. O número e o assunto nunca aparecem.',
  variables: { vencimento: about.vencimento, unidade: about.unidade, endereco: about.endereco },
  subject: 'Prazo para @vencimento@',
  body: [
    'Um prazo da unidade @unidade@, em processo de que você tem credencial, vence em @vencimento@.',
    ...['', '@endereco@', '', automatic],
  ].join('\n'),
  needs: [],
  mayBeOff: true,
}

export interface RemindersOfKinds {
  readonly deadlines: readonly Notice<keyof typeof about | 'texto'>[]
  readonly returns: readonly Notice<keyof typeof about | 'pedido_por'>[]
  readonly confidential: readonly Notice<'vencimento' | 'unidade' | 'endereco'>[]
}

/** The reminders of what falls due, by kind. */
export function remindersOf(rows: readonly ReminderRow[], publicUrl: string): RemindersOfKinds {
  const of = <Values>(wanted: (row: ReminderRow) => boolean, values: (row: ReminderRow) => Values) =>
    rows.filter(wanted).flatMap((row) => row.recipients.map((recipient) => ({ recipient, values: values(row) })))
  const shared = (row: ReminderRow) => ({
    vencimento: tellDue(row.dueOn, row.dueTime ?? undefined),
    unidade: row.unitAcronym,
  })
  const open = (row: ReminderRow) => ({
    ...shared(row),
    numero: row.caseNumber,
    endereco: `${publicUrl}/em/${row.unitSlug}/processos/${row.caseDigits}`,
  })
  return {
    deadlines: of(
      ({ kind, confidential }) => !confidential && kind === 'deadline',
      (row) => ({ ...open(row), texto: row.text ?? '' }),
    ),
    returns: of(
      ({ kind, confidential }) => !confidential && kind === 'return',
      (row) => ({ ...open(row), pedido_por: row.askedBy ?? '' }),
    ),
    confidential: of(
      ({ confidential }) => confidential,
      (row) => ({ ...shared(row), endereco: `${publicUrl}/em/${row.unitSlug}/prazos` }),
    ),
  }
}
