import type { StampFacts } from './stamp-chains.ts'

/** What is known of the chain of a time-stamp's certificate, in plain Portuguese. */
export function tellChainOf({ chain, why }: Pick<StampFacts, 'chain' | 'why'>): string {
  switch (chain.kind) {
    case 'unchecked':
      return 'A cadeia do certificado não é conferida: esta instalação não tem a lista das autoridades em que confia.'
    case 'refused':
      return `A cadeia do certificado não é de confiança. ${why}`
    case 'trusted':
      return `Cadeia do certificado conferida até ${chain.root}; revogação ${chain.revocation === 'checked' ? 'conferida' : 'não conferida'}.`
  }
}

/** The same for time-stamps that are alike in all but their moments. */
export function tellStamp(alike: readonly StampFacts[]): string {
  const [first] = alike
  if (!first) return ''
  const count = alike.length === 1 ? '1 carimbo do tempo' : `${alike.length} carimbos do tempo`
  return `${count} de ${first.authority}: ${lowerFirst(tellChainOf(first))}`
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
