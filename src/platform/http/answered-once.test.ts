import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

describe('a form that was answered', () => {
  const entry = 'form[action$="/andamentos"]'

  async function aFormWithItsKeys() {
    const { digits } = await aCaseFile(house)
    const url = `/em/${at.prot}/processos/${digits}/historico`
    const form = (await marina.open(url)).document.querySelector(entry)
    const value = (name: string) => form?.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? ''
    const address = form?.getAttribute('action') ?? ''
    const send = (text: string, to = address) =>
      marina.post(to, { _csrf: value('_csrf'), _chave: value('_chave'), texto: text })
    const written = async () =>
      (await marina.open(`${url}?visao=completa`)).text.match(/Juntei a planta \w+\./g)?.sort() ?? []
    return { address, send, written }
  }

  it('gives the same answer to the same words, and does nothing again', async () => {
    const { send, written } = await aFormWithItsKeys()
    const first = await send('Juntei a planta antiga.')
    const again = await send('Juntei a planta antiga.')
    expect([again.status, again.url]).toEqual([first.status, first.url])
    expect(await written()).toEqual(['Juntei a planta antiga.'])
  })

  it('refuses other words with its key, does nothing, and shows them so that nothing typed is lost', async () => {
    const { send, written } = await aFormWithItsKeys()
    await send('Juntei a planta antiga.')
    const other = await send('Juntei a planta nova.')
    expect(other.status).toBe(409)
    expect(other.text).toContain('Este formulário já foi enviado')
    expect(other.document.querySelector('textarea')?.textContent.trim()).toBe('Juntei a planta nova.')
    expect(await written()).toEqual(['Juntei a planta antiga.'])
  })

  it('refuses its key at another address', async () => {
    const [one, other] = [await aFormWithItsKeys(), await aFormWithItsKeys()]
    await one.send('Juntei a planta antiga.')
    expect((await one.send('Juntei a planta antiga.', other.address)).status).toBe(409)
    expect(await other.written()).toEqual([])
  })

  it('leaves nothing behind where its act was refused, not even its key: mended, it goes', async () => {
    const { send, written } = await aFormWithItsKeys()
    expect((await send('')).status).toBe(422)
    expect((await send('Juntei a planta certa.')).status).toBe(200)
    expect(await written()).toEqual(['Juntei a planta certa.'])
  })

  it('keeps of what was sent a hash alone', async () => {
    const { send } = await aFormWithItsKeys()
    await send('Juntei a planta secreta.')
    const rows = await house.db`select * from platform.answered_request`
    expect(JSON.stringify(rows)).not.toContain('secreta')
    expect(rows.every(({ content_hash }) => content_hash.length === 32)).toBe(true)
  })
})
