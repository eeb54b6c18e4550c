import type { ProvedPerson } from '../../../platform/id-provider/index.ts'
import { parseCpf } from '../../organization/index.ts'
import { isLogin } from '../users/login.rules.ts'

/** The claim in the form in which accounts keep it; undefined where it can be nobody's. */
export function claimToMatch(
  { claim, emailVerified }: Pick<ProvedPerson, 'claim' | 'emailVerified'>,
  matches: 'cpf' | 'usuario' | 'email',
): string | undefined {
  switch (matches) {
    case 'cpf':
      return parseCpf(claim)
    case 'usuario': {
      const login = claim.trim().toLowerCase()
      return isLogin(login) ? login : undefined
    }
    case 'email':
      // What the provider did not see to be theirs, anybody may have written there.
      return emailVerified && claim.length <= 254 && claim.includes('@') ? claim.toLowerCase() : undefined
  }
}

/**
 * The accounts of one person. An e-mail may be that of a whole unit: where it belongs to more than one account of an
 * agency, it says of none whose it is.
 */
export function accountsOfOne<Account extends { readonly agencyId: string }>(
  accounts: readonly Account[],
): readonly Account[] {
  return new Set(accounts.map(({ agencyId }) => agencyId)).size === accounts.length ? accounts : []
}
