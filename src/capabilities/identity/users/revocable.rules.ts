import { type Reach, reaches } from '../../organization/index.ts'
import type { Grant } from './user.ts'

/** What is over stays; what reaches further than who looks is not theirs to take away. */
export function mayRevoke({ state, agencyId, unitId, administers }: Grant, reach: Reach): boolean {
  if (state === 'over' || !reaches(reach, agencyId, unitId ?? undefined)) return false
  return administers !== 'installation' || reach.agencyId === undefined
}
