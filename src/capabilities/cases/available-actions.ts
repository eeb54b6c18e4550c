import type { Actor, Permission } from '../../platform/actor.ts'
import { type CaseAct, refusalsOfAct } from './administrative-acts.rules.ts'
import type { CaseRefusal } from './case-actions.rules.ts'
import type { CaseFile } from './case-file.ts'
import { factsToAct } from './facts-to-act.ts'

/** One act and what stands against it now. */
export interface AvailableAction {
  readonly action: CaseAct
  /** Empty: it may be done now. In an act between two case files the other one is judged only once it is chosen. */
  readonly refusals: readonly CaseRefusal[]
}

/**
 * Every act that the actor's profile permits, with the reasons against it in the present state. Acts that the profile
 * does not permit are left out.
 */
export function availableActions(caseFile: CaseFile, actor: Actor): AvailableAction[] {
  const facts = factsToAct(caseFile, actor.unitId)
  return acts
    .filter(([, permission]) => permission === undefined || actor.permissions.has(permission))
    .map(([action]) => ({ action, refusals: refusalsOfAct(action, facts) }))
}

const permissionOf: { readonly [act in CaseAct]: Permission | undefined } = {
  read: undefined,
  'include-document': 'documents.write',
  'sign-draft': 'signatures.sign',
  send: 'routing.send',
  assign: 'routing.assign',
  conclude: 'routing.send',
  reopen: 'routing.send',
  suspend: 'cases.suspend',
  resume: 'cases.suspend',
  relate: 'cases.change',
  unrelate: 'cases.change',
  'receive-annex': 'cases.annex',
  annex: 'cases.annex',
  duplicate: 'cases.open',
  delete: 'cases.delete',
  change: 'cases.change',
  'write-unit-remark': 'cases.change',
  annotate: 'cases.change',
  'set-checkpoint': 'cases.change',
  follow: undefined,
  'add-to-internal-bundle': 'cases.change',
  'add-to-meeting-bundle': 'cases.change',
  'acknowledge-or-comment': undefined,
  'grant-external-access': 'access.external',
  export: 'output.export',
  block: 'cases.block',
  unblock: 'cases.block',
  'undo-annexation': 'cases.undo-annexation',
  'manage-credentials': 'cases.credentials',
}

const acts = Object.entries(permissionOf) as [CaseAct, Permission | undefined][]
