import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import {
  aDraft,
  eventsOfDocument,
  lockAsIfSent,
  rowOf,
  signAsDocumentsKnow,
  textOf,
  writeText,
} from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { toText } from '../../../rich-text/index.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const versions = (number: string, rest = '') => `/em/${at.prot}/documentos/${number}/versoes${rest}`

async function threeVersions() {
  const { digits } = await aCaseFile(house)
  const number = await aDraft(house, digits, { text: 'O pedido foi aceito.' })
  await writeText(house, number, 'O pedido foi negado.', { by: 'paulo' })
  return number
}

describe('the versions of a document', () => {
  it('are listed with who saved each, and shown as they were', async () => {
    const number = await threeVersions()
    const list = await marina.open(versions(number))
    expect(list.text).toContain('3 (atual)')
    expect(list.text).toContain('Paulo Protocolista (PROT)')
    const second = await marina.open(versions(number, '/2'))
    expect(second.text).toContain('O pedido foi aceito.')
    expect((await marina.open(versions(number, '/9223372036854775808'))).status).toBe(404)
  })

  it('are compared word by word, in whichever order they are named', async () => {
    const number = await threeVersions()
    for (const query of ['?de=2&ate=3', '?de=3&ate=2']) {
      const page = await marina.open(versions(number, `/comparacao${query}`))
      expect(page.document.querySelector('del')?.textContent).toBe('aceito')
      expect(page.document.querySelector('ins')?.textContent).toBe('negado')
    }
    for (const query of ['?de=1&ate=9', '?de=x&ate=1', '?de=1&ate=9223372036854775808', '']) {
      expect((await marina.open(versions(number, `/comparacao${query}`))).status).toBe(404)
    }
  })

  it('DOC-023: an earlier one is brought back as a new one', async () => {
    const number = await threeVersions()
    await signAsDocumentsKnow(house, number)
    const page = await marina.open(versions(number, '/2'))
    expect(page.text).toContain('as assinaturas perdem o efeito')
    const after = await marina.send(page, 'form[action$="/recuperacao"]')
    expect(after.text).toContain('O texto voltou, como versão 4.')
    expect(toText((await textOf(house, number)).content)).toContain('O pedido foi aceito.')
    expect(await rowOf(house, number)).toMatchObject({ version: 4, signature_count: 0 })
    expect((await eventsOfDocument(house, number)).slice(-2)).toEqual(['version-restored', 'signatures-withdrawn'])
  })

  it('are not brought back when the document is locked', async () => {
    const number = await threeVersions()
    const page = await marina.open(versions(number, '/1'))
    await signAsDocumentsKnow(house, number)
    await lockAsIfSent(house, number)
    expect(
      (await marina.open(versions(number, '/1'))).document.querySelector('form[action$="/recuperacao"]'),
    ).toBeNull()
    const refused = await marina.send(page, 'form[action$="/recuperacao"]')
    expect(refused.status).toBe(422)
    expect(await rowOf(house, number)).toMatchObject({ version: 3 })
  })

  it.each(['/0', '/99', '/1.5', '/abc'])('%s is not there', async (rest) => {
    const number = await threeVersions()
    expect((await marina.open(versions(number, rest))).status).toBe(404)
  })
})
