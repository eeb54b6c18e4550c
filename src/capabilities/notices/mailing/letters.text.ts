import type { MessageToQueue } from '../../../platform/outbox/index.ts'
import { closedSentence, tellNotice } from '../notice.text.ts'
import type { Addressee, NoticeToSend } from './mailing.queries.ts'

/** How many notices the e-mail of a day tells one by one. */
const mostTold = 50

const ending = [
  '',
  'Para mudar o que recebe por e-mail, abra Avisos, Escolher os avisos.',
  'Mensagem automática: não precisa ser respondida.',
]

/** The e-mail of one notice. Its link leads through the gate, and names no case file. */
export function letterOf(to: Addressee, notice: NoticeToSend, publicUrl: string): MessageToQueue {
  const sentence = tellNotice(notice)
  return {
    recipient: to.email,
    subject: notice.closed ? closedSentence.slice(0, -1) : sentence.slice(0, -1),
    body: [sentence, '', `${publicUrl}/em/${notice.unitSlug}/avisos/${notice.id}`, ...ending].join('\n'),
    reason: 'aviso',
  }
}

/** The e-mail of the day. */
export function digestOf(to: Addressee, notices: readonly NoticeToSend[], publicUrl: string): MessageToQueue {
  const told = notices.slice(0, mostTold)
  const more = notices.length - told.length
  return {
    recipient: to.email,
    subject: notices.length === 1 ? 'Resumo do dia: 1 aviso' : `Resumo do dia: ${notices.length} avisos`,
    body: [
      `${to.name}, desde o último resumo:`,
      '',
      ...told.flatMap((notice) => [
        `- ${tellNotice(notice)} (${notice.unitAcronym})`,
        `  ${publicUrl}/em/${notice.unitSlug}/avisos/${notice.id}`,
      ]),
      ...(more > 0 ? ['', more === 1 ? 'E mais 1 aviso, no sistema.' : `E mais ${more} avisos, no sistema.`] : []),
      ...ending,
    ].join('\n'),
    reason: 'resumo diário de avisos',
  }
}
