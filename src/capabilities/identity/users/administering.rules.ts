import type { Permission } from '../../../platform/actor.ts'

/** Permissions whose reach the grant says: over a unit, an agency or the whole installation. */
export const withReach: readonly Permission[] = [
  'organization.manage',
  'identity.manage',
  'classification.manage',
  'history.audit',
]

/** Permissions that no local administrator gives: what they open is no part of a unit. */
export const notForLocal: readonly Permission[] = [
  'classification.manage',
  'platform.operate',
  'history.audit',
  'acervo.confidential',
]
