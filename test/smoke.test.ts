import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from './support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

it('somebody signs in', async () => {
  const ana = await house.signIn('ana')
  const page = await ana.open('/inicio')
  expect(page.url).toBe('/em/set-rn-asses/mesa')
})
it('a wrong password is refused without telling which part is wrong', async () => {
  const visitor = house.visitor()
  const page = await visitor.signIn('ana', 'errada')
  const other = await house.visitor().signIn('ninguem', 'errada')
  expect(page.errors).toEqual(other.errors)
  expect(page.status).toBe(422)
})
