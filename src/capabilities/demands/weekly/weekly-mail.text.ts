import type { MailKind } from '../../../platform/outbox/index.ts'
import { formatDate } from '../../../ui/index.ts'
import type { WeeklyLine } from './weekly.queries.ts'

/** What outside bodies demand of a unit, once a week. */
export const weeklyDemandsMail: MailKind<'unidade' | 'lista' | 'endereco'> = {
  name: 'weekly-demands',
  title: 'Demandas externas da semana',
  reason: 'demandas externas da semana',
  about:
    'Vai às segundas-feiras para os e-mails da unidade que tem demanda externa ou consulta vencida, ou que vence em até 14 dias. O que está em processo sigiloso nunca aparece.',
  variables: {
    unidade: { about: 'Sigla da unidade', example: 'GS' },
    lista: {
      about: 'As demandas, uma em cada linha, com o prazo',
      example: '- 30/11/2027: Vara da Fazenda Pública, Mandado 0801234. Informações.',
    },
    endereco: { about: 'Endereço da lista no sistema', example: 'https://processos.exemplo.gov.br/em/…' },
  },
  subject: 'Demandas externas da semana em @unidade@',
  body: [
    'Demandas de órgãos externos que a unidade @unidade@ precisa responder ou em que foi consultada:',
    ...['', '@lista@', '', '@endereco@', '', 'Mensagem automática: não precisa ser respondida.'],
  ].join('\n'),
  needs: [],
  mayBeOff: true,
}

/** `- 10/12/2026 (vencida): 3ª Vara, Mandado 12. Informações. Prazo interno de GS.` */
export function lineOf({ dueOn, isLate, body, number, subject, askedBy }: WeeklyLine): string {
  const late = isLate ? ' (vencida)' : ''
  const internal = askedBy ? ` Prazo interno, pedido por ${askedBy}.` : ''
  return `- ${formatDate(dueOn)}${late}: ${[body, number].filter(Boolean).join(', ')}. ${subject}.${internal}`
}
