import { type Reach, reaches } from '../../organization/index.ts'
import type { Grant } from './user.ts'

/** What is over stays; what reaches further than who looks is not theirs to take away. */
export function mayRevoke({ state, agencyId, administers }: Grant, reach: Reach): boolean {
  return state !== 'over' && reaches(reach, agencyId) && (administers === 'agency' || reach.agencyId === undefined)
}
