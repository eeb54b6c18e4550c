import { explainKept } from '../filing/filing.text.ts'
import type { KeepingRefusal } from './keep-case-file.ts'

/** Why nothing is done about the keeping, with the way out. */
export function explainKeeping(refusal: KeepingRefusal): string {
  switch (refusal.kind) {
    case 'already-held':
      return 'A destinação deste processo já está suspensa.'
    case 'not-held':
      return 'A destinação deste processo não está suspensa.'
    case 'class-unfit':
      return 'Escolha ao menos uma classe que exista e esteja em uso no plano em vigor.'
    case 'no-archive-unit':
      return 'O órgão ainda não tem unidade de arquivo. Peça à administração que a defina.'
    case 'kept-there-already':
      return 'O processo já está nesta fase.'
    case 'event-unknown':
      return 'Escolha um fato de que depende o prazo de uma das classes do processo.'
    case 'event-recorded':
      return 'Este fato já está registrado. Retire o registro antes de fazer outro.'
    case 'future-day':
      return 'O fato ainda não aconteceu. Informe um dia até hoje.'
    case 'never-transferred':
      return 'O processo já está no arquivo da unidade que o arquivou.'
    default:
      return explainKept(refusal)
  }
}
