/** Done with a value, or refused with every reason. A refusal is returned, never thrown. */
export type Outcome<Value, Refusal> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly refusals: readonly [Refusal, ...Refusal[]] }

export function done<Value>(value: Value): { done: true; value: Value } {
  return { done: true, value }
}

/** The refusal that holds all the given reasons, or `undefined` where there is none, so that a command reads `if (refusal) return refusal`. */
export function refused<Refusal>(
  refusals: readonly Refusal[],
): { done: false; refusals: readonly [Refusal, ...Refusal[]] } | undefined {
  const [first, ...others] = refusals
  return first === undefined ? undefined : { done: false, refusals: [first, ...others] }
}

/** A refusal with reasons known at the place of the call. */
export function refuse<Refusal>(
  first: Refusal,
  ...others: Refusal[]
): { done: false; refusals: readonly [Refusal, ...Refusal[]] } {
  return { done: false, refusals: [first, ...others] }
}
