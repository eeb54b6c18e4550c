import type { GovBrRefusal } from '../../../../platform/gov-br-signing/index.ts'
import type { CmsRefusal } from '../check-cms.ts'
import type { CpfRefusal } from '../cpf.rules.ts'
import type { SigningRefused } from '../sign-documents.text.ts'

/** Why nothing came of going to gov.br. */
export type GovBrNotSigned =
  | GovBrRefusal
  | CmsRefusal
  | CpfRefusal
  | SigningRefused
  /** Of another session, used before, too late, or of nobody. */
  | { readonly kind: 'over' }
  | { readonly kind: 'given-up' }
  /** A document, its number, or the name of who signs is no longer what was prepared. */
  | { readonly kind: 'moved' }

/** The words by which addresses name the refusals. */
const words: { readonly [kind in GovBrNotSigned['kind']]: string } = {
  unreachable: 'fora-do-ar',
  'not-authorized': 'nao-autorizado',
  level: 'nivel',
  'cpf-status': 'situacao-do-cpf',
  expired: 'autorizacao-vencida',
  cms: 'assinatura-nao-confere',
  chain: 'autoridade-desconhecida',
  'no-cpf-in-certificate': 'certificado-sem-cpf',
  'no-cpf-of-yours': 'cadastro-sem-cpf',
  'other-cpf': 'outra-pessoa',
  'capacity-not-of-unit': 'cargo',
  'too-many': 'muitos',
  over: 'nao-vale',
  'given-up': 'desistencia',
  moved: 'mudou',
}

export function wordOfGovBr({ kind }: { readonly kind: GovBrNotSigned['kind'] }): string {
  return words[kind]
}

/** The sentence of a word of an address; undefined where it is none. */
export function noticeOfGovBr(word: string): string | undefined {
  const kinds = Object.keys(words) as GovBrNotSigned['kind'][]
  const kind = kinds.find((one) => words[one] === word)
  return kind && explainGovBrRefusal({ kind })
}

/** The reason in plain Portuguese, with the way out. */
export function explainGovBrRefusal({ kind }: { readonly kind: GovBrNotSigned['kind'] }): string {
  switch (kind) {
    case 'unreachable':
      return 'O serviço de assinatura do gov.br não respondeu. Tente de novo daqui a pouco ou assine com a sua senha.'
    case 'not-authorized':
      return 'O gov.br não aceitou a autorização. Tente de novo. Se acontecer outra vez, avise a administração do sistema.'
    case 'level':
      return 'A sua conta gov.br é de nível bronze, e para assinar ela precisa ser prata ou ouro. Aumente o nível da conta no aplicativo ou no portal gov.br e tente de novo.'
    case 'cpf-status':
      return 'O gov.br não assina com este CPF por causa da situação dele na Receita Federal. Regularize a situação do CPF ou assine de outra forma.'
    case 'expired':
      return 'A autorização dada no gov.br venceu ou já tinha sido usada. Vá ao gov.br de novo.'
    case 'cms':
      return 'O que o gov.br respondeu não confere com o que foi pedido. Tente de novo. Se acontecer outra vez, avise a administração do sistema.'
    case 'chain':
      return 'O certificado que o gov.br usou não é de uma autoridade em que esta instalação confia. Avise a administração do sistema.'
    case 'no-cpf-in-certificate':
      return 'O certificado que o gov.br usou não diz o CPF de quem assina. Avise a administração do sistema.'
    case 'no-cpf-of-yours':
      return 'O seu cadastro não tem CPF, e por isso não é possível conferir que a conta gov.br é sua. Peça à administração que o inclua.'
    case 'other-cpf':
      return 'A conta gov.br que deu a autorização é de outra pessoa: o CPF dela não é o do seu cadastro. Saia dessa conta no gov.br, entre com a sua e tente de novo.'
    case 'capacity-not-of-unit':
      return 'O cargo que você escolheu não é mais da unidade. Comece de novo e escolha outro.'
    case 'too-many':
      return 'São documentos demais para uma só vez. Escolha menos documentos.'
    case 'over':
      return 'Esta ida ao gov.br não vale mais: o prazo terminou, ela já foi usada ou foi começada em outra sessão. Se você acabou de assinar, a assinatura já está no documento; se não, comece de novo.'
    case 'given-up':
      return 'Você não autorizou a assinatura no gov.br.'
    case 'moved':
      return 'O documento mudou depois que você começou a assinatura e não foi assinado. Leia o texto atual e comece de novo.'
  }
}
