import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { aDraft, documentAddress } from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { imageLimitBytes } from './receive-image.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

it('a file that is refused in the middle of its way, over a real connection, gets its sentence and no fault', async () => {
  const { digits } = await aCaseFile(house)
  const number = await aDraft(house, digits)
  const marina = await house.signIn('marina')
  const { csrf } = JSON.parse((await marina.open(documentAddress(number, '/conteudo'))).html) as { csrf: string }
  const form = new FormData()
  form.append('imagem', new Blob([Buffer.alloc(imageLimitBytes + 3_000_000)], { type: 'image/png' }), 'grande.png')
  const cookie = marina
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  const response = await fetch(`${await house.listen()}${documentAddress(number, '/imagem')}`, {
    method: 'POST',
    headers: { cookie, 'x-csrf-token': csrf },
    body: form,
  })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ message: expect.stringContaining('MB') })
})
