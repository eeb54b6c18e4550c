import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at, password } from '../../../test/support/world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('after signing in', () => {
  test.each([
    ['https://mau.example/', '/em/'],
    ['//mau.example', '/em/'],
    ['/\\mau.example', '/em/'],
    ['\\\\mau.example', '/em/'],
    ['/%0d%0aSet-Cookie:x', '/'],
    ['javascript:alert(1)', '/em/'],
    ['/\tmau.example', '/em/'],
    [' /mau', '/em/'],
    [`/em/${at.gs}/contatos?q=a`, `/em/${at.gs}/contatos?q=a`],
  ])('R11 the next address %j leads to %s', async (next, expected) => {
    const person = house.visitor()
    const form = await person.open(`/entrar?depois=${encodeURIComponent(next)}`)
    const fields = { usuario: 'ana', senha: password }
    const byLink = await person.send(form, 'form[action="/entrar"]', fields)
    expect(byLink.url.startsWith(expected)).toBe(true)
    expect(byLink.url.startsWith('//')).toBe(false)
    const other = house.visitor()
    const byField = await other.send(await other.open('/entrar'), 'form[action="/entrar"]', { ...fields, depois: next })
    expect(byField.url).toBe(byLink.url)
  })
})
