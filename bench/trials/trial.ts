import type { Hands } from '../acts/act.ts'
import type { Pids } from '../measure.ts'
import type { World } from '../world/open-world.ts'

/** What a trial works with. */
export interface Scene {
  readonly hands: Hands
  readonly pids: Pids
  readonly world: World
  /** About how long it may take. */
  readonly seconds: number
  readonly say: (words: string) => void
  /** What other trials of this run have found, by name. */
  readonly found: Figures
}

/** Figures by name; what could not be measured is not there. */
export type Figures = Readonly<Record<string, number>>

/** Something that is no act done again and again by so many, and has a way of its own to be measured. */
export interface Trial {
  /** For `--only`. */
  readonly name: string
  /** In Portuguese, for who waits. */
  readonly title: string
  run(scene: Scene): Promise<Figures>
}
