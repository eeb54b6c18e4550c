import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { anOpenedEditor, documentAddress } from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const closed = 'camera=(), microphone=(), geolocation=()'
const dictating = 'camera=(), microphone=(self), geolocation=()'

describe('the microphone', () => {
  it('may be asked for in the editor of a document, also when it comes back with errors', async () => {
    const marina = await house.signIn('marina')
    const { number, page } = await anOpenedEditor(house, marina)
    expect(page.headers['permissions-policy']).toBe(dictating)
    expect(page.document.querySelector('form[data-editor]')?.getAttribute('data-ditado-url')).toMatch(
      /dictation.*\.js$/,
    )
    const tooLong = 'x'.repeat(2_100_000)
    const again = await marina.send(page, 'form[data-editor]', { secao_corpo: tooLong })
    expect([again.status, again.headers['permissions-policy']]).toEqual([422, dictating])
    const document = await marina.open(documentAddress(number))
    expect(document.headers['permissions-policy']).toBe(closed)
  })

  it('is closed everywhere else: pages, refusals, answers of the editor, files, what is not there', async () => {
    const marina = await house.signIn('marina')
    const { digits } = await aCaseFile(house)
    const { number } = await anOpenedEditor(house, marina)
    const addresses = [
      `/em/${at.prot}/mesa`,
      `/em/${at.prot}/processos/${digits}`,
      documentAddress(number, '/conteudo'),
      documentAddress('9999999', '/editor'),
      '/entrar',
      '/saude',
      '/nada',
    ]
    for (const address of addresses)
      expect((await marina.open(address)).headers['permissions-policy'], address).toBe(closed)
  })
})
