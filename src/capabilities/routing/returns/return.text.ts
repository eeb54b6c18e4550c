import type { Tone } from '../../../ui/index.ts'
import type { ReturnRefusal, ReturnState } from './return.rules.ts'

/** From which side a return is looked at: this unit must send it back, or waits for it. */
export type ReturnSide = 'to-return' | 'awaited'

const words: Readonly<Record<ReturnSide, Readonly<Record<ReturnState, string>>>> = {
  'to-return': { pending: 'A devolver', late: 'Atrasado', returned: 'Devolvido', 'returned-late': 'Devolvido' },
  awaited: { pending: 'Aguardando', late: 'Atrasado', returned: 'Cumprido', 'returned-late': 'Cumprido' },
}

/** `A devolver: faltam 3 dias`, `Atrasado há 2 dias`, `Devolvido com 1 dia de atraso`. */
export function tellReturn(side: ReturnSide, state: ReturnState, days: number): string {
  const word = words[side][state]
  if (state === 'pending') {
    if (days === 0) return `${word}: vence hoje`
    return days === 1 ? `${word}: vence amanhã` : `${word}: faltam ${days} dias`
  }
  const late = -days === 1 ? '1 dia' : `${-days} dias`
  if (state === 'late') return `${word} há ${late}`
  return state === 'returned-late' ? `${word} com ${late} de atraso` : word
}

/** SEI's colours: orange, red, blue (PRO-150). */
export const toneOfReturn: Readonly<Record<ReturnState, Tone>> = {
  pending: 'warning',
  late: 'danger',
  returned: 'info',
  'returned-late': 'info',
}

export function explainReturnRefusal(refusal: ReturnRefusal): string {
  switch (refusal.kind) {
    case 'already-returned':
      return 'O processo já foi devolvido: o prazo não muda mais.'
    case 'not-later':
      return `O prazo só pode ser prorrogado: informe um dia depois de ${refusal.due.split('-').reverse().join('/')}.`
    case 'already-past':
      return 'O novo dia já passou. Informe hoje ou um dia depois.'
    case 'no-day':
      return 'Informe o novo dia ou o número de dias.'
  }
}
