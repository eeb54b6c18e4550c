import type { FilingRefusal, KeptRefusal } from './filing.rules.ts'

/** Why a case file is not archived, with the way out. */
export function explainFiling(refusal: FilingRefusal): string {
  switch (refusal.kind) {
    case 'confidential':
      return 'Processo sigiloso não é arquivado por aqui. Mude antes o nível de acesso, se for o caso.'
    case 'still-open':
      return 'O processo não está concluído em todas as unidades. Conclua-o antes de arquivar.'
    case 'concluded-elsewhere':
      return 'Quem arquiva é a última unidade que concluiu o processo.'
    case 'already-archived':
      return 'O processo já está arquivado.'
    case 'no-class':
      return 'O processo não tem classe. Escolha a classe em que será arquivado.'
    case 'class-unfit':
      return 'A classe escolhida não pode ser usada. Escolha uma classe do plano em vigor.'
    case 'in-the-way':
      return refusal.message
  }
}

/** Why nothing is done to an archived case file, with the way out. */
export function explainKept(refusal: KeptRefusal): string {
  switch (refusal.kind) {
    case 'kept-elsewhere':
      return 'O processo está no arquivo de outra unidade. Peça a ela.'
    case 'listed':
      return 'O processo está em uma listagem de eliminação. Retire-o da listagem antes de continuar.'
    case 'eliminated':
      return 'O conteúdo do processo foi eliminado. Ele não pode ser desarquivado nem alterado.'
  }
}
