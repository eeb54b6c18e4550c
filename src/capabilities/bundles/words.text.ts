import type { SignalKind } from './bundle.ts'
import type { BundleKind, BundleState, Side } from './moves/moves.rules.ts'

export const kindNames: { readonly [kind in BundleKind]: string } = {
  signature: 'Bloco de assinatura',
  meeting: 'Bloco de reunião',
  internal: 'Bloco interno',
}

/** As tabs and addresses name the kinds. */
export const kindWords: { readonly [kind in BundleKind]: { readonly plural: string; readonly word: string } } = {
  signature: { plural: 'Assinatura', word: 'assinatura' },
  meeting: { plural: 'Reunião', word: 'reuniao' },
  internal: { plural: 'Internos', word: 'internos' },
}

export const stateNames: { readonly [state in BundleState]: string } = {
  generated: 'Gerado',
  available: 'Disponibilizado',
  returned: 'Retornado',
  concluded: 'Concluído',
}

/** A receiver calls received what its generator calls made available (BLO-002). */
export function stateName(state: BundleState, side: Side): string {
  return side === 'receiver' ? 'Recebido' : stateNames[state]
}

export const signalNames: { readonly [kind in SignalKind]: string } = {
  priority: 'Prioritário',
  revised: 'Revisado',
  commented: 'Comentado',
}

/** The kind that an address or field names. */
export function kindOfWord(word: string): BundleKind | undefined {
  return (Object.keys(kindWords) as BundleKind[]).find((kind) => kindWords[kind].word === word)
}
