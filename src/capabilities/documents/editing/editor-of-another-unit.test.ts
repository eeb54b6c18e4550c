import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, alsoOpenIn } from '../../../../test/support/builders-cases.ts'
import {
  aDraft,
  anOpenedEditor,
  csrfOf,
  documentAddress,
  draftsOf,
  signAsDocumentsKnow,
} from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

describe('R14 the editor of another unit', () => {
  it.each(['/editor', '/conteudo', '/versoes', '/textos-padrao'])('%s is not there for a draft', async (part) => {
    const { number } = await anOpenedEditor(house, marina)
    const ana = await house.signIn('ana')
    expect((await ana.open(documentAddress(number, part, at.asses))).status).toBe(404)
  })

  it('says to who works there too where the draft is, with the way to it, and opens nothing of it', async () => {
    const { id, digits } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    await alsoOpenIn(house, id, at.gs, 'ana')
    const number = await aDraft(house, digits, { by: 'ana', unit: at.asses, text: 'Palavras reservadas.' })
    const ana = await house.signIn('ana')
    for (const part of ['', '/editor']) {
      const page = await ana.open(documentAddress(number, part, at.gs))
      expect([part, page.status]).toEqual([part, part ? 409 : 200])
      expect(page.text).toContain('O documento é uma minuta da unidade ASSES.')
      expect(page.text).not.toContain('reservadas')
      const [link] = [...page.document.querySelectorAll('main a')].filter((one) => one.textContent === 'Abrir em ASSES')
      expect(link?.getAttribute('href')).toBe(documentAddress(number, part, at.asses))
      expect(page.document.querySelector('.action-bar:empty')).toBeNull()
    }
    const secretary = await house.signIn('secretaria')
    expect((await secretary.open(documentAddress(number, '', at.gs))).text).not.toContain('Abrir em')
    expect((await secretary.open(documentAddress(number, '/editor', at.gs))).status).toBe(404)
  })

  it('takes nothing, by whatever way', async () => {
    const { number, content } = await anOpenedEditor(house, marina)
    const ana = await house.signIn('ana')
    const other = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const own = await aDraft(house, other.digits, { by: 'ana', unit: at.asses })
    const token = csrfOf(await ana.open(documentAddress(own, '/editor', at.asses)))
    const body = { content, baseVersion: 1, session: 's', sequence: 1 }
    for (const [method, part] of [
      ['PUT', '/rascunho'],
      ['POST', '/versao'],
      ['POST', '/presenca'],
    ] as const) {
      expect((await ana.exchange(method, documentAddress(number, part, at.asses), body, token)).status).toBe(404)
    }
    expect(await draftsOf(house, number)).toEqual([])
    await signAsDocumentsKnow(house, number)
    const refused = await ana.open(documentAddress(number, '/editor', at.asses))
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Só a unidade que fez o documento pode fazer isto')
    expect((await ana.open(documentAddress(number, '/conteudo', at.asses))).status).toBe(404)
    expect((await ana.open(documentAddress(number, '/versoes', at.asses))).status).toBe(404)
    expect((await ana.exchange('PUT', documentAddress(number, '/rascunho', at.asses), body, token)).status).toBe(422)
  })
})
