import type { FieldProblem } from '../../../platform/form-fields.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import type { DayRefusal } from '../days/publication-day.rules.ts'
import type { PublishRefusal } from './publish.rules.ts'

type Problem = Omit<FieldProblem, 'field'> & { readonly field?: string }

/** Why a document is not published, and what to do instead. */
export function explainPublish(refusal: PublishRefusal): Problem {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'day':
      return { field: 'data', message: explainDay(refusal.why) }
    case 'not-authored':
      return {
        message: 'Só documentos feitos no editor são publicados. Para publicar um arquivo, faça o ato no editor.',
      }
    case 'not-ours':
      return {
        message:
          'O documento é de outra unidade. Produza nesta unidade a versão final, numerada e assinada, e publique essa versão.',
      }
    case 'unsigned':
      return { message: 'O documento ainda não foi assinado. Assine-o antes de publicar.' }
    case 'not-intact':
      return {
        message: 'As assinaturas não conferem com o texto guardado. Não publique e avise a informática do órgão.',
      }
    case 'cancelled':
      return { message: 'O documento foi cancelado e não pode ser publicado.' }
    case 'not-public':
      return {
        message:
          'O documento não é público, e o que se publica todos leem. Se o acesso puder ser livre, mude antes o nível do documento para público; se parte dele for restrita, faça uma versão com tarjas.',
      }
    case 'confidential-case':
      return {
        message: 'O processo é sigiloso. Nada dele pode ser publicado: faça o ato a publicar em outro processo.',
      }
    case 'in-bundle':
      return { message: 'O documento está em um bloco de assinatura disponibilizado. Espere a devolução do bloco.' }
    case 'already-published':
      return { message: 'O documento já foi publicado. Para corrigi-lo, faça uma publicação relacionada.' }
    case 'already-in-publication':
      return { message: 'A publicação deste documento já está agendada ou em andamento.' }
    case 'vehicle':
      return {
        field: 'veiculo',
        message: 'Escolha um veículo que publique documentos deste tipo. Quem os define é a administração do órgão.',
      }
  }
}

/** Why nothing comes out on that day. */
export function explainDay(refusal: DayRefusal): string {
  switch (refusal.kind) {
    case 'past':
      return 'Este dia já passou. Escolha hoje ou um dia à frente.'
    case 'too-far':
      return 'Escolha um dia dentro de um ano.'
    case 'holiday':
      return `Este dia é feriado no órgão (${refusal.name}) e não há edição. Escolha outro dia.`
    case 'no-edition':
      return 'Neste dia da semana não há edição. Escolha outro dia ou marque edição extraordinária.'
    case 'closed-day':
      return 'Neste dia o veículo não tem edição. Escolha outro dia ou marque edição extraordinária.'
    case 'edition-closed':
      return 'A edição de hoje do diário já saiu. Escolha um dia à frente.'
    case 'after-cut-off':
      return `A edição deste dia fechou às ${refusal.cutOff}. Escolha outro dia ou marque edição extraordinária.`
  }
}
