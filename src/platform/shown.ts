import type { Actor } from './actor.ts'

/** A case file that the gate let through to an actor. */
export interface ShownCase {
  readonly id: string
  readonly digits: string
  readonly level: 'public' | 'restricted' | 'confidential'
  /** The actor opened it by the password of a credential. */
  readonly byPassword: boolean
}

/**
 * What the gate let through to each actor. An actor is made anew for each request, so this is what one request saw; it goes
 * with the actor, and nobody has to hand it on.
 */
const shown = new WeakMap<Actor, ShownCase[]>()

/** Told by the gate, for every case file that passes it. */
export function noteShown(actor: Actor, caseFiles: readonly ShownCase[]): void {
  if (caseFiles.length === 0) return
  const before = shown.get(actor)
  if (before) before.push(...caseFiles)
  else shown.set(actor, [...caseFiles])
}

/** What passed the gate for this actor, in the order in which it was asked for. */
export function shownTo(actor: Actor): readonly ShownCase[] {
  return shown.get(actor) ?? []
}
