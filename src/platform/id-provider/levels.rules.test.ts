import { describe, expect, test } from 'vitest'
import { levelOf, reaches } from './levels.rules.ts'

describe('the level of an identity', () => {
  test.each([
    [{ reliability_info: { level: 'bronze' } }, 'bronze'],
    [{ reliability_info: { level: 'silver' } }, 'prata'],
    [{ reliability_info: { level: 'gold', reliabilities: [{ id: '801' }] } }, 'ouro'],
    [{ acr: 'prata' }, 'prata'],
    [{ acr: 'gold' }, 'ouro'],
    // What gov.br says of the person counts more than what is said of the way of entering.
    [{ acr: 'ouro', reliability_info: { level: 'bronze' } }, 'bronze'],
    [{ acr: 'ouro', reliability_info: { level: 'platinum' } }, undefined],
    [{ acr: 'ouro', reliability_info: null }, undefined],
    [{ acr: 'ouro', reliability_info: 'gold' }, undefined],
    [{ acr: 'GOLD' }, undefined],
    [{ acr: ['gold'] }, undefined],
    [{ acr: 3 }, undefined],
    [{}, undefined],
  ] as const)('of %j is %s', (claims, level) => {
    expect(levelOf(claims)).toBe(level)
  })

  test.each([
    ['bronze', 'bronze', true],
    ['bronze', 'prata', false],
    ['prata', 'prata', true],
    ['prata', 'ouro', false],
    ['ouro', 'prata', true],
    [undefined, 'bronze', false],
  ] as const)('%s reaches %s: %s', (level, least, expected) => {
    expect(reaches(level, least)).toBe(expected)
  })
})
