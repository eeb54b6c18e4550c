import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type Channel, channels, type NoticeKind, noticeKinds } from '../notice.ts'

/** The words of addresses and forms for the kinds and channels. */
export const kindFields: Readonly<Record<NoticeKind, string>> = {
  assigned: 'atribuicao',
  'to-sign': 'assinatura',
  'review-asked': 'revisao-pedida',
  'review-answered': 'revisao-respondida',
  'review-ended': 'revisao-encerrada',
  deadline: 'prazo',
  return: 'retorno',
  followed: 'acompanhamento',
  comment: 'comentario',
  answer: 'resposta',
}

export const channelValues: Readonly<Record<Channel, string>> = {
  page: 'sistema',
  'at-once': 'na-hora',
  daily: 'resumo',
  none: 'nada',
}

export interface ChoicesTyped {
  readonly channels: Readonly<Record<string, string>>
  readonly hour: string
}

export interface ChoicesRequest {
  readonly channels: Readonly<Record<NoticeKind, Channel>>
  readonly hour: number
}

export function readChoices(fields: FormFields): {
  typed: ChoicesTyped
  request: ChoicesRequest | undefined
  problems: FieldProblem[]
} {
  const values = noticeKinds.map((kind) => [kind, fieldText(fields, kindFields[kind])] as const)
  const hour = fieldText(fields, 'hora')
  const chosen = values.map(([kind, value]) => [kind, channels.find((one) => channelValues[one] === value)] as const)
  const problems: FieldProblem[] = chosen
    .filter(([, channel]) => channel === undefined)
    .map(([kind]) => ({ field: kindFields[kind], message: 'Escolha como quer ser avisado.' }))
  if (!/^\d{1,2}$/.test(hour) || Number(hour) > 23) {
    problems.push({ field: 'hora', message: 'Escolha uma hora, de 0 a 23.' })
  }
  const typed = { channels: Object.fromEntries(values), hour }
  if (problems.length > 0) return { typed, request: undefined, problems }
  return {
    typed,
    request: { channels: Object.fromEntries(chosen) as Record<NoticeKind, Channel>, hour: Number(hour) },
    problems,
  }
}
