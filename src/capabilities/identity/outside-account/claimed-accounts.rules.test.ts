import { describe, expect, test } from 'vitest'
import { accountsOfOne, claimToMatch } from './claimed-accounts.rules.ts'

describe('the claim of the provider', () => {
  test.each([
    ['cpf', '52998224725', true, '52998224725'],
    ['cpf', '529.982.247-25', false, '52998224725'],
    ['cpf', '52998224724', true, undefined],
    ['cpf', 'ana', true, undefined],
    ['usuario', ' Ana ', false, 'ana'],
    ['usuario', ' ', false, undefined],
    ['email', 'Ana@Exemplo.gov.br', true, 'ana@exemplo.gov.br'],
    ['email', 'ana@exemplo.gov.br', false, undefined],
    ['email', 'ana', true, undefined],
  ] as const)('R15 to be a %s, %j (seen by the provider: %s) is %j', (matches, claim, emailVerified, expected) => {
    expect(claimToMatch({ claim, emailVerified }, matches)).toBe(expected)
  })

  test.each([
    [[], []],
    [['1'], ['1']],
    [
      ['1', '2'],
      ['1', '2'],
    ],
    [['1', '2', '1'], []],
  ])('R15 of accounts in the agencies %j, those of one person are %j', (agencies, expected) => {
    expect(accountsOfOne(agencies.map((agencyId) => ({ agencyId }))).map(({ agencyId }) => agencyId)).toEqual(expected)
  })
})
