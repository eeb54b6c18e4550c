/** Why a copy could not be made. */
export type CopyFailure =
  | 'asker-gone'
  | 'no-access'
  | 'nothing-readable'
  | 'disk-full'
  | 'too-large'
  | 'engine'
  | 'unexpected'

/** The sentence that stays with the copy. */
export function explainFailure(failure: CopyFailure): string {
  switch (failure) {
    case 'asker-gone':
      return 'Quem pediu a cópia não tem mais permissão para isso nesta unidade.'
    case 'no-access':
      return 'Esta unidade não tem mais acesso ao processo.'
    case 'nothing-readable':
      return 'Nenhum dos documentos escolhidos pode ser lido nesta unidade agora.'
    case 'disk-full':
      return 'Não há espaço no servidor para guardar a cópia. Avise a administração do sistema.'
    case 'too-large':
      return 'Os arquivos são grandes demais para uma só cópia. Peça a cópia em partes.'
    case 'engine':
      return 'O gerador de PDF não conseguiu terminar. Tente de novo ou peça menos documentos de cada vez.'
    case 'unexpected':
      return 'Houve uma falha no servidor, já registrada. Tente de novo; se acontecer outra vez, avise a administração do sistema.'
  }
}
