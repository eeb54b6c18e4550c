import { formatDate } from '../../ui/index.ts'
import { explainCaseRefusal } from '../cases/index.ts'
import type { SendRefusal } from './send-case-file.rules.ts'
import type { Sent } from './send-case-file.ts'

/** The reason in plain Portuguese: what is wrong and, where there is one, the way out. */
export function explainSendRefusal(refusal: SendRefusal): string {
  switch (refusal.kind) {
    case 'no-destination':
      return 'Escolha pelo menos uma unidade de destino.'
    case 'unknown-destination':
      return 'Uma das unidades de destino não foi encontrada. Confira a sigla ou escolha na lista.'
    case 'own-unit':
      return 'O processo já está nesta unidade. Retire-a dos destinos.'
    case 'not-available':
      return `A unidade ${refusal.unit} não recebe processos. Escolha outra.`
    case 'already-there':
      return `O processo já está aberto em ${refusal.units}. Não há para onde enviar.`
    case 'return-in-the-past':
      return 'A data de retorno deve ser depois de hoje.'
    case 'cascade-needs-keeping':
      return `Esta unidade ainda deve devolver o processo a ${refusal.units}. Para pedir retorno a outra, mantenha-o aberto aqui.`
    case 'reopening-needs-leaving':
      return 'A reabertura só se programa quando o processo não fica aberto nesta unidade. Desmarque um dos dois.'
    case 'reopening-in-the-past':
      return 'A data de reabertura deve ser depois de hoje.'
    default:
      return explainCaseRefusal(refusal)
  }
}

/** The field beside which the reason stands; undefined where it concerns the case file itself. */
export function fieldOfSendRefusal(refusal: SendRefusal): string | undefined {
  switch (refusal.kind) {
    case 'no-destination':
    case 'unknown-destination':
    case 'own-unit':
    case 'not-available':
    case 'already-there':
      return 'destinos'
    case 'return-in-the-past':
      return 'retorno'
    case 'cascade-needs-keeping':
      return 'manter'
    case 'reopening-needs-leaving':
    case 'reopening-in-the-past':
      return 'reabertura'
    default:
      return undefined
  }
}

/** What came of it, with every day that was asked for: whoever typed one sees that it stands. */
export function sayWhatWasSent({ to, alreadyThere, returnDues, reopenOn }: Sent): string {
  const due = returnDues.length > 0 ? `, com retorno até ${returnDues.map(formatDate).join(' e ')}` : ''
  return [
    `enviado para ${to.join(', ')}${due}.`,
    ...(reopenOn ? [`Volta a esta unidade em ${formatDate(reopenOn)}.`] : []),
    ...(alreadyThere.length > 0 ? [`Já estava aberto em ${alreadyThere.join(', ')}.`] : []),
  ].join(' ')
}
