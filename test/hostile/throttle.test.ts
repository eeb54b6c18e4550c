import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginAttempt } from '../../src/capabilities/identity/attempts.ts'
import { signIn } from '../../src/capabilities/identity/sign-in.ts'
import { realRandomness } from '../../src/platform/ids.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../support/house.ts'
import { password } from '../support/world.ts'
import { tellLongForm } from './report.ts'

/** `bin/hostile --guesses 100000` asks for more; unasked, a few. */
const guesses = Number(process.env.CARIMBO_PALPITES_HOSTIS ?? 1_200)
/** The attack goes on for so long, by a clock of its own. */
const hours = 2
const minute = 60_000

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())

interface Passed {
  readonly login: string
  readonly ip: string
  readonly at: number
}

/**
 * At the door itself, without the hash behind it: whoever passes `beginAttempt` may have a password looked at, and the hash
 * of a hundred thousand would take hours.
 */
describe('T-32 guesses without end', () => {
  it.each([
    ['one address at one account', 1, 1],
    ['one address at ten thousand accounts', 1, 10_000],
    ['a thousand addresses at one account', 1_000, 1],
    ['a thousand addresses at a thousand accounts', 1_000, 1_000],
  ])(
    '%s: few pass, and the one it is about signs in all the while',
    async (what, addresses, accounts) => {
      const start = Date.parse('2026-05-04T12:00:00Z') + addresses * 1_000 * 86_400_000 + accounts * 86_400_000
      const home = `198.51.${addresses % 100}.${accounts % 200}`
      const many = Math.ceil(guesses / 4)
      const batch = 10
      const passed: Passed[] = []
      const shutOut: number[] = []
      const victim = async (at: number) => {
        const asked = { login: 'marina', password, agencyId: undefined }
        const outcome = await signIn(house.db, asked, { ip: home, userAgent: '' }, new Date(at), realRandomness)
        if (!outcome.done) shutOut.push(at)
      }
      await victim(start - 1)
      for (let begun = 0; begun < many; begun += batch) {
        const at = start + Math.floor((begun / many) * hours * 60 * minute)
        await Promise.all(
          Array.from({ length: batch }, async (_, place) => {
            const n = begun + place
            const login = accounts === 1 || n % 2 === 0 ? 'marina' : `pessoa${n % accounts}`
            const ip = `203.0.${addresses === 1 ? 0 : (n * 7) % 4}.${addresses === 1 ? accounts % 200 : (n * 7) % 250}`
            if ('id' in (await beginAttempt(house.db, { login, ip }, new Date(at)))) passed.push({ login, ip, at })
          }),
        )
        if (begun % Math.max(batch, Math.floor(many / 16 / batch) * batch) === 0) await victim(at)
      }
      const perAccount = mostWithin(passed, ({ login }) => login, 15 * minute)
      const perAddress = mostWithin(passed, ({ ip }) => ip, 15 * minute)
      tellLongForm(
        `T-32 ${what}: ${many} guesses, ${passed.length} passed; at most ${perAccount} an account in 15 min, ${perAddress} an address`,
      )
      expect(perAccount).toBeLessThanOrEqual(10)
      // Those of one moment are counted together: as many more may pass as the pool has connections.
      expect(perAddress).toBeLessThanOrEqual(310)
      expect(passed.length).toBeGreaterThan(0)
      expect(shutOut).toEqual([])
    },
    1_800_000,
  )

  it('no token can be guessed: 256 bits of chance, and none twice', () => {
    const tokens = Array.from({ length: guesses }, () => realRandomness.token())
    expect(new Set(tokens).size).toBe(tokens.length)
    expect(new Set(tokens.map((token) => Buffer.from(token, 'base64url').length))).toEqual(new Set([32]))
    // Each bit is as often one as zero, as far as so many can tell.
    const ones = Array.from({ length: 256 }, () => 0)
    for (const token of tokens)
      Buffer.from(token, 'base64url').forEach((byte, at) => {
        for (let bit = 0; bit < 8; bit++) ones[at * 8 + bit] = (ones[at * 8 + bit] ?? 0) + ((byte >> bit) & 1)
      })
    const deviation = 6 * Math.sqrt(tokens.length) * 0.5
    expect(ones.filter((count) => Math.abs(count - tokens.length / 2) > deviation)).toEqual([])
  })
})

/** The most of one account, or one address, in any stretch of so long. */
function mostWithin(passed: readonly Passed[], of: (one: Passed) => string, windowMs: number): number {
  const times = Map.groupBy(passed, of)
  let most = 0
  for (const ones of times.values()) {
    const sorted = ones.map(({ at }) => at).sort((a, b) => a - b)
    let from = 0
    sorted.forEach((at, place) => {
      while ((sorted[from] ?? 0) <= at - windowMs) from += 1
      most = Math.max(most, place - from + 1)
    })
  }
  return most
}
