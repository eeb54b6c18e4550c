import { type Reach, reaches } from '../../organization/index.ts'
import type { Grant } from './user.ts'

/** What is over stays, and what comes by substitution ends with it; what reaches further than who looks is not theirs to take away. */
export function mayRevoke({ state, agencyId, unitId, administers, bySubstitution }: Grant, reach: Reach): boolean {
  if (bySubstitution || state === 'over' || !reaches(reach, agencyId, unitId ?? undefined)) return false
  return administers !== 'installation' || reach.agencyId === undefined
}
