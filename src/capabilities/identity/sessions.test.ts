import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { admin, formTo, idOf } from '../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(() => house.setClock(new Date()))

const minute = 60_000
const hour = 60 * minute
const isIn = async (person: Person, unit: string = at.asses) => {
  const page = await person.open(`/em/${unit}/contatos`)
  return page.status === 200 && page.url.startsWith('/em/')
}
const cookieOf = (person: Person, name: string) => person.cookies().find((cookie) => cookie.name === name)?.value ?? ''
/** A browser that has these cookies and nothing else. */
async function withCookies(cookies: Record<string, string>, url: string) {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return house.app.inject({ method: 'GET', url, headers: { cookie } })
}

describe('a session', () => {
  it('R1 has a new token at each sign-in, and the visitor’s cookie opens nothing', async () => {
    const ana = house.visitor()
    await ana.open('/entrar')
    const before = cookieOf(ana, 'carimbo-visita')
    await ana.signIn('ana')
    const first = cookieOf(ana, 'carimbo')
    expect(first).not.toBe(before)
    expect(first.length).toBeGreaterThanOrEqual(43)
    const stolen = await withCookies({ 'carimbo-visita': before, carimbo: before }, `/em/${at.asses}/contatos`)
    expect(stolen.statusCode).toBe(303)
    const again = await house.signIn('ana')
    expect(cookieOf(again, 'carimbo')).not.toBe(first)
  })

  it('R1 ends when somebody else signs in in the same browser', async () => {
    const browser = await house.signIn('ana')
    const old = cookieOf(browser, 'carimbo')
    const page = await browser.open(`/em/${at.asses}/contatos`)
    const _csrf = page.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    await browser.post('/entrar', { _csrf, usuario: 'beto', senha: password })
    expect(cookieOf(browser, 'carimbo')).not.toBe(old)
    expect((await withCookies({ carimbo: old }, `/em/${at.asses}/contatos`)).statusCode).toBe(303)
  })

  it('R1 cannot be fixed by a cookie that somebody else chose', async () => {
    const chosen = 'x'.repeat(43)
    expect((await withCookies({ carimbo: chosen }, `/em/${at.asses}/contatos`)).statusCode).toBe(303)
    const [row] =
      await house.db`select count(*)::int as n from identity.session where token_hash = sha256(${chosen}::bytea)`
    expect(row?.n).toBe(0)
  })

  it('R2 ends after three hours without a request, and after twelve in any case', async () => {
    const ana = await house.signIn('ana')
    for (let hours = 0; hours < 11; hours += 2.75) {
      house.passTime(2.75 * hour)
      expect(await isIn(ana)).toBe(true)
    }
    house.passTime(1.1 * hour)
    const over = await ana.open(`/em/${at.asses}/contatos`)
    expect(over.url).toMatch(/^\/entrar\?depois=/)
    const idle = await house.signIn('ana')
    house.passTime(3 * hour + minute)
    expect(await isIn(idle)).toBe(false)
  })

  it('R2 ends at once when the person leaves', async () => {
    const ana = await house.signIn('ana')
    const token = cookieOf(ana, 'carimbo')
    await ana.send(await ana.open(`/em/${at.asses}/contatos`), 'form[action="/sair"]')
    expect((await withCookies({ carimbo: token }, `/em/${at.asses}/contatos`)).statusCode).toBe(303)
  })

  it('R2 ends at once when the account is disabled, and stays ended when it is enabled again', async () => {
    const local = await house.signIn('admin')
    const carla = await house.signIn('carla')
    const id = await idOf(house, 'identity.account', 'login', 'carla')
    expect(await isIn(carla, at.cofic)).toBe(true)
    const off = `/usuarios/${id}/desativacao`
    await local.send(await local.open(admin(off)), formTo(off))
    expect(await isIn(carla, at.cofic)).toBe(false)
    expect((await carla.signIn('carla')).errors).toEqual((await house.visitor().signIn('ninguem')).errors)
    const on = `/usuarios/${id}/reativacao`
    await local.send(await local.open(admin(on)), formTo(on))
    expect(await isIn(carla, at.cofic)).toBe(false)
    expect(await isIn(await house.signIn('carla'), at.cofic)).toBe(true)
  })

  it('R2 of a disabled account opens nothing, even one that nobody ended', async () => {
    const carla = await house.signIn('carla')
    // As where a sign-in and the disabling meet: the page ends sessions, and this one was not there yet.
    await house.db`update identity.account set disabled_at = now() where login = 'carla'`
    expect(await isIn(carla, at.cofic)).toBe(false)
    await house.db`update identity.account set disabled_at = null where login = 'carla'`
  })
})
