/** Facts about the fields of a case file that its opening and its change both ask (PRO-020 to PRO-035). */
export interface FieldFacts {
  /** Undefined: there is no such type. */
  readonly type: { readonly offered: boolean; readonly onePerParty: boolean } | undefined
  readonly recordClassCount: number
  /** Codes of chosen classes that cannot be chosen: structural, deactivated, or unknown. */
  readonly closedClasses: readonly string[]
  readonly partyCount: number
  readonly unknownPartyCount: number
  /** Other case files of the same type that already have one of the parties. */
  readonly earlier: readonly EarlierCaseFile[]
}

export interface EarlierCaseFile {
  readonly partyName: string
  readonly unitAcronym: string
  /** Undefined where the actor's unit may not list it. */
  readonly number: string | undefined
}

export type FieldRefusal =
  | { readonly kind: 'type-not-offered' }
  | { readonly kind: 'no-record-class' }
  | { readonly kind: 'record-class-not-offered'; readonly codes: string }
  | { readonly kind: 'too-many-parties'; readonly most: number }
  | { readonly kind: 'unknown-party' }
  | { readonly kind: 'one-party-exactly' }
  | ({ readonly kind: 'party-has-one' } & EarlierCaseFile)

/** PRO-030: as many as a form can show and a person can check. */
export const mostParties = 20

/** All the reasons against these fields. */
export function refusalsOfFields(facts: FieldFacts): FieldRefusal[] {
  const { type, closedClasses, earlier } = facts
  const individual = type?.onePerParty ?? false
  return [
    ...when(!type?.offered, { kind: 'type-not-offered' }),
    ...when(facts.recordClassCount === 0, { kind: 'no-record-class' }),
    ...when(closedClasses.length > 0, { kind: 'record-class-not-offered', codes: closedClasses.join(', ') }),
    ...when(facts.partyCount > mostParties, { kind: 'too-many-parties', most: mostParties }),
    ...when(facts.unknownPartyCount > 0, { kind: 'unknown-party' }),
    // Without a party the uniqueness would be worth nothing, so an individual type asks for exactly one (PRO-023).
    ...when(individual && facts.partyCount !== 1, { kind: 'one-party-exactly' }),
    ...(individual && facts.partyCount === 1
      ? earlier.slice(0, 1).map((one): FieldRefusal => ({ kind: 'party-has-one', ...one }))
      : []),
  ]
}

function when(holds: boolean, refusal: FieldRefusal): FieldRefusal[] {
  return holds ? [refusal] : []
}
