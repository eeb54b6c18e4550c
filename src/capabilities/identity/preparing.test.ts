import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Preparation } from '../../platform/platform.ts'

let house: TestHouse
let preparation: Preparation | undefined = { done: 0, total: 0 }
beforeAll(async () => {
  house = await openTestHouse({ demo: true, preparing: () => preparation })
})
afterAll(() => house.close())

it('until the demonstration is furnished, the entrance says so, how far it is, and comes back by itself', async () => {
  const empty = await house.visitor().open('/entrar')
  expect(empty.status).toBe(503)
  expect(empty.text).toContain('A demonstração está sendo preparada…')
  expect(empty.document.querySelector('progress')).toBeNull()
  expect(empty.document.querySelector('form')).toBeNull()
  preparation = { done: 40, total: 187 }
  const halfway = await house.visitor().open('/entrar')
  expect(halfway.text).toContain('40 de 187')
  expect(halfway.document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe('5')
  preparation = undefined
  const ready = await house.visitor().open('/entrar')
  expect(ready.status).toBe(200)
  expect(ready.document.querySelector('input[name=senha]')).not.toBeNull()
  expect(ready.document.querySelector('meta[http-equiv=refresh]')).toBeNull()
})
