import type { IconName, Tone } from '../../../ui/index.ts'
import type { ActivityStanding, TermsRefusal } from './activity.rules.ts'

/** How an activity stands, in words: the colour says nothing more. */
export function tellStanding(standing: ActivityStanding): { word: string; tone: Tone; icon: IconName } {
  switch (standing.kind) {
    case 'cancelled':
      return { word: 'Cancelada', tone: 'neutral', icon: 'cancel' }
    case 'under-way':
      return { word: 'Em andamento', tone: 'info', icon: 'play' }
    case 'not-begun':
      return { word: 'Não começou', tone: 'neutral', icon: 'minus' }
    case 'done':
      return standing.daysLate > 0
        ? { word: `Concluída com ${days(standing.daysLate)} de atraso`, tone: 'success', icon: 'success' }
        : { word: 'Concluída', tone: 'success', icon: 'success' }
    case 'late':
      return { word: `Atrasada há ${days(standing.days)}`, tone: 'danger', icon: 'alert' }
    case 'late-to-begin':
      return { word: `Devia ter começado há ${days(standing.days)}`, tone: 'warning', icon: 'clock' }
    case 'due':
      return { word: tellDue(standing.days), tone: 'warning', icon: 'clock' }
  }
}

function tellDue(left: number): string {
  if (left === 0) return 'Vence hoje'
  return left === 1 ? 'Vence amanhã' : `Vence em ${left} dias`
}

function days(count: number): string {
  return count === 1 ? '1 dia' : `${count} dias`
}

const refusals: Readonly<Record<TermsRefusal, { field: string; message: string }>> = {
  'ends-before-it-begins': { field: 'previsto_ate', message: 'O fim vem antes do início. Troque as datas.' },
  'milestone-is-a-day': { field: 'previsto_ate', message: 'O marco é um dia só: use a mesma data no início e no fim.' },
  'milestone-is-whole': { field: 'percentual', message: 'O marco foi alcançado (100) ou ainda não (0).' },
  'needs-begin': { field: 'comecou_em', message: 'Informe quando a atividade começou.' },
  'needs-end': { field: 'terminou_em', message: 'Está 100% feita: informe quando terminou.' },
  'ended-before-it-began': { field: 'terminou_em', message: 'O término vem antes do começo. Troque as datas.' },
  'begin-not-yet': { field: 'comecou_em', message: 'Esta data ainda não chegou.' },
  'end-not-yet': { field: 'terminou_em', message: 'Esta data ainda não chegou.' },
}

export const explainTerms = (refusal: TermsRefusal) => refusals[refusal]
