import type { IconName, Tone } from '../../ui/index.ts'
import type { ItemState } from './item-state.rules.ts'

interface StateWords {
  readonly word: string
  /** As addresses and forms say it. */
  readonly value: string
  readonly tone: Tone
  readonly icon: IconName
}

/** The states of an item as people know them. */
export const stateWords: Readonly<Record<ItemState, StateWords>> = {
  'under-way': { word: 'Em andamento', value: 'em-andamento', tone: 'info', icon: 'play' },
  paused: { word: 'Pausado', value: 'pausado', tone: 'warning', icon: 'pause' },
  finished: { word: 'Finalizado', value: 'finalizado', tone: 'success', icon: 'check' },
  problem: { word: 'Problema', value: 'problema', tone: 'danger', icon: 'alert' },
  'not-applicable': { word: 'Não se aplica', value: 'nao-se-aplica', tone: 'neutral', icon: 'minus' },
  disregarded: { word: 'Desconsiderado', value: 'desconsiderado', tone: 'neutral', icon: 'cancel' },
}

/** Before anybody did anything. */
export const notBegun: StateWords = { word: 'Não iniciado', value: 'nao-iniciado', tone: 'neutral', icon: 'more' }

export function wordsOf(state: ItemState | null): StateWords {
  return state ? stateWords[state] : notBegun
}
