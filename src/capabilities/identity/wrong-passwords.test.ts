import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { aPerson } from '../../../test/support/builders-admin.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { password } from '../../../test/support/world.ts'
import { beginAttempt } from './attempts.ts'
import { hashPassword } from './password-hash.ts'
import { signIn } from './sign-in.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())
beforeEach(() => house.setClock(new Date()))

describe('wrong passwords', () => {
  it('R3 tell nothing of who exists: same answer for unknown, known, disabled and without a password', async () => {
    await aPerson(house, { login: 'desligada' })
    await house.db`update identity.account set disabled_at = now() where login = 'desligada'`
    await aPerson(house, { login: 'semsenha' })
    await house.db`update identity.account set password_hash = null where login = 'semsenha'`
    const answers: [number, readonly string[], string][] = []
    for (const login of ['marina', 'naoexiste', 'desligada', 'semsenha']) {
      const secret = login === 'desligada' ? password : 'nao é esta'
      const page = await house.visitor().signIn(login, secret)
      answers.push([page.status, page.errors, page.text.replace(login, '')])
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('R3 cost the same work for unknown and known: one check with the same parameters', async () => {
    // As the program hashes it when somebody chooses it.
    await house.db`update identity.account set password_hash = ${await hashPassword(password)} where login = 'paulo'`
    const work: unknown[] = []
    const note = (parameters: unknown) => work.push(parameters)
    subscribe('carimbo:password-check', note)
    for (const login of ['paulo', 'ninguem'])
      await signIn(
        house.db,
        { login, password: 'errada', agencyId: undefined },
        { ip: '', userAgent: '' },
        house.platform.clock(),
        house.platform.randomness,
      )
    unsubscribe('carimbo:password-check', note)
    expect(work).toEqual(['$argon2id$v=19$m=19456,t=2,p=1', '$argon2id$v=19$m=19456,t=2,p=1'])
  })

  test.each(['beto', 'ninguem-mesmo'])('R3 after five, %s rests for a minute whatever is typed', async (login) => {
    for (let n = 0; n < 5; n += 1) expect((await house.visitor().signIn(login, 'x')).errors[0]).toMatch(/não conferem/)
    const resting = await house.visitor().signIn(login)
    expect(resting.status).toBe(422)
    expect(resting.errors[0]).toMatch(/Houve muitas tentativas erradas. Por segurança, tente de novo às \d\d:\d\d\./)
    house.passTime(61_000)
    const after = await house.visitor().signIn(login)
    expect(after.status === 200 || /não conferem/.test(after.errors[0] ?? '')).toBe(true)
  })

  it('R3 tried a hundred at once are looked at five times', async () => {
    const attempt = (n: number) =>
      signIn(
        house.db,
        { login: 'rita', password: `errada ${n}`, agencyId: undefined },
        { ip: '', userAgent: '' },
        house.platform.clock(),
        house.platform.randomness,
      )
    // All connections are open, so that the hundred really meet.
    await Promise.all(Array.from({ length: 10 }, () => house.db`select pg_sleep(0.1)`))
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, n) => attempt(n)))
    const kinds = outcomes.map((outcome) => (outcome.done ? 'in' : outcome.refusals[0].kind))
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'resting')).toHaveLength(95)
  })

  it('R3 before the right one are forgiven by it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await house.visitor().signIn('secretaria', 'x')
      expect((await house.visitor().signIn('secretaria')).status).toBe(200)
    }
  })

  test.each(["' or 1=1 --", 'ana\u0000', 'x'.repeat(5000), '\ud800', '%', 'ANA '])(
    'typed with the login %j never break anything',
    async (login) => {
      const page = await house.visitor().signIn(login, 'x')
      expect([200, 422]).toContain(page.status)
    },
  )

  it('R3 of many logins from one address make the address rest too', async () => {
    const now = house.platform.clock()
    await house.db`insert into identity.sign_in_attempt (login, ip, at, succeeded)
      select 'pessoa' || n, '203.0.113.9', ${now}, false from generate_series(1, 300) n`
    const from = (ip: string, at: Date) => beginAttempt(house.db, { login: 'qualquer', ip }, at)
    expect(await from('203.0.113.9', now)).toHaveProperty('restsUntil')
    expect(await from('203.0.113.10', now)).toHaveProperty('id')
    expect(await from('203.0.113.9', new Date(now.getTime() + 16 * 60_000))).toHaveProperty('id')
  })

  it('R3 from elsewhere keep nobody out where they signed in before, and are not forgiven by it', async () => {
    const now = house.platform.clock()
    const trying = (ip: string) =>
      signIn(
        house.db,
        { login: 'carla', password, agencyId: undefined },
        { ip, userAgent: '' },
        now,
        house.platform.randomness,
      )
    expect((await trying('198.51.100.1')).done).toBe(true)
    for (let n = 0; n < 5; n += 1) await beginAttempt(house.db, { login: 'carla', ip: '203.0.113.77' }, now)
    expect((await trying('198.51.100.2')).done).toBe(false)
    expect((await trying('198.51.100.1')).done).toBe(true)
    for (let n = 0; n < 2; n += 1) await beginAttempt(house.db, { login: 'carla', ip: '198.51.100.1' }, now)
    expect((await trying('198.51.100.1')).done).toBe(true)
    expect(await beginAttempt(house.db, { login: 'carla', ip: '203.0.113.77' }, now)).toHaveProperty('restsUntil')
    for (let n = 0; n < 5; n += 1) await beginAttempt(house.db, { login: 'carla', ip: '198.51.100.1' }, now)
    expect((await trying('198.51.100.1')).done).toBe(false)
  })

  it('R3 of an address are not counted once they were made good there', async () => {
    const now = house.platform.clock()
    await house.db`insert into identity.sign_in_attempt (login, ip, at, succeeded)
      select 'digita' || n, '203.0.113.20', ${now}, right_one
        from generate_series(1, 320) n, unnest(array[false, true]) as right_one`
    expect(await beginAttempt(house.db, { login: 'outra', ip: '203.0.113.20' }, now)).toHaveProperty('id')
  })
})
