import type { LocalDate } from '../../../platform/calendar/index.ts'
import { formatDate } from '../../../ui/index.ts'
import { isOver, type Term } from './term.rules.ts'

/** How long it is kept, in a few words for a table. */
export function tellTerm(term: Term, today: LocalDate): string {
  switch (term.kind) {
    case 'permanent':
      return 'Guarda permanente'
    case 'undefined':
      return 'Sem destinação definida'
    case 'awaiting':
      return `Aguarda o fato: ${term.event}`
    case 'counted':
      return isOver(term, today)
        ? `Prazo encerrado em ${formatDate(term.finalOn)}`
        : `Guarda até ${formatDate(term.finalOn)}`
  }
}

/** Why that term, told so that it can be counted again. */
export function explainTerm(term: Term): string {
  switch (term.kind) {
    case 'permanent':
      return `A classe ${term.code} é de guarda permanente: o processo nunca é eliminado.`
    case 'undefined':
      return term.code
        ? `A classe ${term.code} não diz o prazo ou a destinação: o processo é guardado até que se decida.`
        : 'O processo não tem classe: é guardado até que se decida.'
    case 'awaiting':
      return `Na classe ${term.code} o prazo conta do fato “${term.event}”, que ainda não foi registrado.`
    case 'counted':
      return `Pela classe ${term.code}, contado de ${formatDate(term.startsOn)}: fase corrente até ${formatDate(term.currentUntil)}, guarda até ${formatDate(term.finalOn)}, inclusive. Depois, eliminação.`
  }
}
