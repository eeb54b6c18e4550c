import type { ChangeRefusal } from './change.rules.ts'
import { stateNames } from './publication.text.ts'
import { explainDay } from './publish.text.ts'

/** Why a publication is not changed, cancelled or taken a step further. */
export function explainChange(refusal: ChangeRefusal): { readonly field?: string; readonly message: string } {
  switch (refusal.kind) {
    case 'published':
      return {
        message:
          'O documento já foi publicado, e publicação não se cancela. Para corrigi-lo, faça uma publicação relacionada.',
      }
    case 'over':
      return { message: 'Esta publicação já foi encerrada. Para publicar o documento, comece outra.' }
    case 'edition-closed':
      return {
        message:
          'A edição já fechou, e o que está nela não se cancela mais. Se sair, corrija com uma publicação relacionada; se o diário devolver, registre a devolução.',
      }
    case 'not-approver':
      return { message: 'Quem aprova e envia as matérias deste diário é outra unidade. Espere que ela o faça.' }
    case 'not-intact':
      return {
        message: 'As assinaturas não conferem com o texto guardado. Não envie e avise a informática do órgão.',
      }
    case 'not-public':
      return {
        message:
          'O documento ou o processo deixou de ser público depois do rascunho, e o diário é para todos. Cancele a publicação.',
      }
    case 'before-signing':
      return { field: 'data', message: 'Neste dia o documento ainda não estava assinado. Confira o dia da edição.' }
    case 'approved':
      return {
        message: 'A matéria já foi aprovada, e o que se aprovou não muda. Se for preciso, cancele e comece outra.',
      }
    case 'not-external':
      return { message: 'Só publicações em diário externo têm estes passos.' }
    case 'step':
      return {
        field: 'passo',
        message: `A publicação está ${stateNames[refusal.from].toLowerCase()}. Escolha outro passo.`,
      }
    case 'day-missing':
      return { field: 'data', message: 'Informe o dia da edição.' }
    case 'day-ahead':
      return { field: 'data', message: 'Este dia ainda não chegou. Registre a publicação depois que ela sair.' }
    case 'reason-missing':
      return { field: 'motivo', message: 'Diga em ao menos 5 letras por que o diário devolveu.' }
    case 'day':
      return { field: 'data', message: explainDay(refusal.why) }
  }
}
