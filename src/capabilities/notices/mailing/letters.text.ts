import type { MailKind, Notice } from '../../../platform/outbox/index.ts'
import { closedSentence, tellNotice } from '../notice.text.ts'
import type { Addressee, NoticeToSend } from './mailing.queries.ts'

/** How many notices the e-mail of a day tells one by one. */
const mostTold = 50

const ending = [
  '',
  'Para mudar o que recebe por e-mail, abra Avisos, Escolher os avisos.',
  'Mensagem automática: não precisa ser respondida.',
]

/** Tells one notice at once to who asked for it. Its link leads through the gate, and names no case file. */
export const noticeMail: MailKind<'aviso' | 'endereco'> = {
  name: 'notice',
  title: 'Aviso a uma pessoa',
  reason: 'aviso',
  about: 'Vai na hora para quem escolheu receber por e-mail avisos desse tipo.',
  variables: {
    aviso: { about: 'O que aconteceu, sem ponto final', example: 'Ana Assessora atribuiu a você um processo' },
    endereco: { about: 'Onde o aviso é aberto', example: 'https://carimbo.exemplo.gov.br/em/gs/avisos/1' },
  },
  subject: '@aviso@',
  body: ['@aviso@.', '', '@endereco@', ...ending].join('\n'),
  needs: ['endereco'],
  mayBeOff: true,
}

/** Tells the notices of a day in one e-mail to who asked for that. */
export const digestMail: MailKind<'pessoa' | 'quantos' | 'lista'> = {
  name: 'notice-digest',
  title: 'Resumo diário de avisos',
  reason: 'resumo diário de avisos',
  about: 'Vai uma vez por dia, na hora escolhida, para quem prefere um resumo a um e-mail por aviso.',
  variables: {
    pessoa: { about: 'Nome de quem recebe', example: 'Maria das Dores' },
    quantos: { about: 'Quantos avisos o resumo tem', example: '2 avisos' },
    lista: {
      about: 'Os avisos, um por linha, com os endereços',
      example: '- Ana Assessora atribuiu a você um processo. (GS)',
    },
  },
  subject: 'Resumo do dia: @quantos@',
  body: ['@pessoa@, desde o último resumo:', '', '@lista@', ...ending].join('\n'),
  needs: ['lista'],
  mayBeOff: true,
}

/** The e-mail of one notice. */
export function letterOf(to: Addressee, notice: NoticeToSend, publicUrl: string): Notice<'aviso' | 'endereco'> {
  const sentence = notice.closed ? closedSentence : tellNotice(notice)
  const endereco = `${publicUrl}/em/${notice.unitSlug}/avisos/${notice.id}`
  return { recipient: to.email, values: { aviso: sentence.replace(/\.$/, ''), endereco } }
}

/** The e-mail of the day. */
export function digestOf(
  to: Addressee,
  notices: readonly NoticeToSend[],
  publicUrl: string,
): Notice<'pessoa' | 'quantos' | 'lista'> {
  const told = notices.slice(0, mostTold)
  const more = notices.length - told.length
  const lines = [
    ...told.flatMap((notice) => [
      `- ${tellNotice(notice)} (${notice.unitAcronym})`,
      `  ${publicUrl}/em/${notice.unitSlug}/avisos/${notice.id}`,
    ]),
    ...(more > 0 ? ['', more === 1 ? 'E mais 1 aviso, no sistema.' : `E mais ${more} avisos, no sistema.`] : []),
  ]
  const quantos = notices.length === 1 ? '1 aviso' : `${notices.length} avisos`
  return { recipient: to.email, values: { pessoa: to.name, quantos, lista: lines.join('\n') } }
}
