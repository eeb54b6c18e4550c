import { type CaseAction, type CaseFacts, type CaseRefusal, refusalsToAct } from './case-actions.rules.ts'

/** What is done to a case file, whatever desk it lies on, besides the actions of the matrix. */
export type AdministrativeAct = 'block' | 'unblock' | 'undo-annexation' | 'manage-credentials'

/** Everything that may be done with a case file. */
export type CaseAct = CaseAction | AdministrativeAct

/** All the reasons against the act; none means it may be done. */
export function refusalsOfAct(act: CaseAct, facts: CaseFacts): CaseRefusal[] {
  return isAdministrative(act) ? administrative[act](facts) : refusalsToAct(act, facts)
}

const administrative: { readonly [act in AdministrativeAct]: (facts: CaseFacts) => CaseRefusal[] } = {
  // What is annexed follows its principal: blocking that one is what is wanted (PRO-200).
  block: ({ blocked, annexedTo }) => [
    ...when(blocked, { kind: 'blocked' }),
    ...when(annexedTo !== undefined, { kind: 'annexed', to: annexedTo ?? '' }),
  ],
  unblock: ({ blocked }) => when(!blocked, { kind: 'not-blocked' }),
  'undo-annexation': ({ annexedTo }) => when(annexedTo === undefined, { kind: 'not-annexed' }),
  'manage-credentials': ({ confidential, hasCredential }) => [
    ...when(!confidential, { kind: 'not-confidential' }),
    ...when(confidential && !hasCredential, { kind: 'no-credential' }),
  ],
}

function isAdministrative(act: CaseAct): act is AdministrativeAct {
  return Object.hasOwn(administrative, act)
}

function when(holds: boolean, refusal: CaseRefusal): CaseRefusal[] {
  return holds ? [refusal] : []
}
