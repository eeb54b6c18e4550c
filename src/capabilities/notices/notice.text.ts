import { formatDate } from '../../ui/index.ts'
import type { Channel, Notice, NoticeKind } from './notice.ts'

/** What each kind is called where one chooses. */
export const kindLabels: Readonly<Record<NoticeKind, string>> = {
  assigned: 'Processo atribuído a mim',
  'to-sign': 'Documento à espera da minha assinatura',
  'review-asked': 'Revisão pedida a mim',
  'review-answered': 'Revisão respondida',
  'review-ended': 'Revisão encerrada pela assinatura',
  deadline: 'Prazo perto do fim ou vencido',
  return: 'Retorno programado em atraso',
  followed: 'Movimento em processo que acompanho',
  comment: 'Comentário dirigido a mim',
  answer: 'Resposta a um pedido meu',
}

export const kindHints: Readonly<Record<NoticeKind, string>> = {
  assigned: 'Alguém da unidade atribuiu a você um processo.',
  'to-sign': 'Um bloco de assinatura chegou à unidade, ou foi atribuído a você.',
  'review-asked': 'Alguém pediu que você leia uma minuta antes da assinatura.',
  'review-answered': 'Quem você chamou a revisar aprovou a minuta ou a devolveu com observações.',
  'review-ended': 'O documento foi assinado enquanto a revisão, pedida a você ou por você, ainda esperava resposta.',
  deadline: 'De processos atribuídos a você; sem atribuição, dos prazos que você definiu.',
  return: 'De processos atribuídos a você e dos que você enviou com retorno programado.',
  followed: 'Envio, conclusão ou reabertura de processo que você pôs em acompanhamento especial.',
  comment: 'Em processo atribuído a você, em documento seu, ou que cita @ e o seu nome de usuário.',
  answer:
    'O pedido de criação de tipo de processo foi aprovado ou recusado; a carta que você pediu, ou do seu documento, voltou, ou o AR dela.',
}

export const channelLabels: Readonly<Record<Channel, string>> = {
  page: 'Só no sistema',
  'at-once': 'No sistema e por e-mail, na hora',
  daily: 'No sistema e no resumo diário por e-mail',
  none: 'Não avisar',
}

/** What the bell, the page and the e-mails say of what is confidential: neither number nor what happened. */
export const closedSentence = 'Há um aviso sobre um processo sigiloso.'

/** The sentence that a person reads. */
export function tellNotice(notice: Notice): string {
  if (notice.closed) return closedSentence
  return sentences[notice.kind](notice)
}

const sentences: Readonly<Record<NoticeKind, (notice: Notice) => string>> = {
  assigned: ({ facts, caseNumber }) => `${facts.by ?? 'Alguém'} atribuiu a você o processo ${caseNumber}.`,
  'to-sign': ({ facts, bundleNumber }) =>
    facts.by
      ? `${facts.by} atribuiu a você o bloco de assinatura ${bundleNumber}, de ${facts.from}.`
      : `O bloco de assinatura ${bundleNumber}, de ${facts.from}, chegou para assinar.`,
  'review-asked': ({ facts, caseNumber }) =>
    `${facts.by} pediu que você revise uma minuta do processo ${caseNumber}${facts.due ? `, até ${day(facts.due)}` : ''}.`,
  'review-answered': ({ facts, caseNumber }) =>
    `${facts.by} ${facts.state === 'approved' ? 'aprovou' : 'devolveu com observações'} a minuta do processo ${caseNumber} que você mandou revisar.`,
  'review-ended': ({ facts, caseNumber }) =>
    facts.reviewer
      ? `${facts.by} assinou o documento do processo ${caseNumber} que você pediu a ${facts.reviewer} para revisar: a revisão foi encerrada.`
      : `${facts.by} assinou o documento do processo ${caseNumber} que você ia revisar: a resposta não é mais esperada.`,
  deadline: ({ facts, caseNumber }) =>
    facts.late
      ? `Venceu em ${day(facts.due)} um prazo no processo ${caseNumber}.`
      : `Um prazo no processo ${caseNumber} vence em ${day(facts.due)}.`,
  return: ({ facts, caseNumber }) =>
    facts.side === 'awaited'
      ? `${facts.unit} devia ter devolvido o processo ${caseNumber} até ${day(facts.due)}.`
      : `O processo ${caseNumber} devia ter voltado a ${facts.unit} até ${day(facts.due)}.`,
  followed: ({ facts, caseNumber }) =>
    `O processo ${caseNumber}, que você acompanha, ${deeds[facts.deed ?? ''] ?? 'mudou em'} ${facts.unit}.`,
  comment: ({ facts, caseNumber }) =>
    facts.mentioned
      ? `${facts.by} citou você em um comentário no processo ${caseNumber}.`
      : `${facts.by} comentou no processo ${caseNumber}.`,
  answer: ({ facts, caseNumber }) =>
    facts.letter
      ? tellLetter(facts.letter, facts.step, caseNumber)
      : `O seu pedido de tipo de processo, no processo ${caseNumber}, foi ${facts.state === 'approved' ? 'aprovado' : 'recusado'} por ${facts.by}.`,
}

function tellLetter(letter: string, step: string | undefined, caseNumber: string | null): string {
  const what =
    step === 'returned' ? 'foi devolvida' : step === 'lost' ? 'foi dada por extraviada' : 'teve o AR devolvido'
  return `A carta ${letter}, do processo ${caseNumber}, ${what}.`
}

const deeds: Readonly<Record<string, string>> = {
  'case-sent': 'foi enviado por',
  'case-recalled': 'teve o envio desfeito por',
  'case-concluded': 'foi concluído em',
  'case-reopened': 'foi reaberto em',
}

function day(iso: string | undefined): string {
  return iso ? formatDate(iso) : ''
}
