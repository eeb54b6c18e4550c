import type { IdProvider } from '../../../platform/id-provider/index.ts'

export type OutsideRefusal =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'not-proved' }
  /** The person did not go on, there. */
  | { readonly kind: 'given-up' }
  /** Ten minutes are over, it was used before, or it is of another browser. */
  | { readonly kind: 'over' }
  | { readonly kind: 'level-too-low' }
  /** Nobody here, or disabled: the same. */
  | { readonly kind: 'unknown' }

/** The word for it in an address. */
export function wordOfRefusal({ kind }: OutsideRefusal): string {
  return words[kind]
}

/** The reason in plain Portuguese, by its word in the address; undefined for what is none. */
export function outsideNotice(word: string, provider: IdProvider): { kind: 'warning'; text: string } | undefined {
  const kind = kinds.find((one) => words[one] === word)
  return kind && { kind: 'warning', text: sentence(kind, provider) }
}

const words = {
  unreachable: 'conta-sem-resposta',
  'not-proved': 'conta-nao-conferida',
  'given-up': 'conta-desistencia',
  over: 'conta-vencida',
  'level-too-low': 'conta-nivel',
  unknown: 'conta-desconhecida',
} as const satisfies Record<OutsideRefusal['kind'], string>
const kinds = Object.keys(words) as OutsideRefusal['kind'][]

function sentence(kind: OutsideRefusal['kind'], { name, leastLevel }: IdProvider): string {
  switch (kind) {
    case 'unreachable':
      return `O serviço de entrada com ${name} não respondeu. Tente de novo daqui a pouco ou entre com usuário e senha.`
    case 'not-proved':
      return `Não foi possível conferir a resposta de ${name}, e por segurança você não entrou. Tente de novo ou entre com usuário e senha.`
    case 'given-up':
      return `A entrada com ${name} não foi autorizada. Tente de novo ou entre com usuário e senha.`
    case 'over':
      return `O tempo para entrar com ${name} terminou ou a entrada foi começada em outro navegador. Comece de novo por aqui.`
    case 'level-too-low':
      return `Para entrar aqui, a sua conta ${name} precisa ter ${leastLevel ? `nível ${leastLevel} ou maior` : 'um nível maior'}. Aumente o nível da conta ou entre com usuário e senha.`
    case 'unknown':
      return `Não há usuário ativo aqui para a conta ${name} que você usou. Entre com usuário e senha ou fale com quem administra o sistema.`
  }
}
