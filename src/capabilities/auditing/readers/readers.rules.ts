import type { CaseFile } from '../../cases/index.ts'

/**
 * Who read a case file is told to the unit on whose desk it lies; where anything in it is confidential, only to a holder
 * of a credential whose password was given.
 */
export function maySeeReaders({
  holding,
  reach,
  effectiveLevel,
  access: { hasCredential, passwordConfirmed },
}: Pick<CaseFile, 'holding' | 'reach' | 'effectiveLevel' | 'access'>): boolean {
  if (reach !== 'full') return false
  if (effectiveLevel === 'confidential') return hasCredential && passwordConfirmed
  return holding !== undefined
}
