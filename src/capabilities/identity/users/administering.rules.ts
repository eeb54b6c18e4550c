import type { Permission } from '../../../platform/actor.ts'

/** Permissions that no local administrator gives: what they open is no part of a unit. */
export const notForLocal: readonly Permission[] = [
  'classification.manage',
  'platform.operate',
  'history.audit',
  'acervo.confidential',
]
