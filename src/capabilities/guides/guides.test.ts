import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aPdf } from '../../../test/support/builders-output.ts'
import { actOnGuide, aGuide } from '../../../test/support/builders-templates.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
let marina: Person
let ana: Person
let id: string
const mine = `/em/${at.prot}/base-de-conhecimento`
const theirs = `/em/${at.asses}/base-de-conhecimento`
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  ana = await house.signIn('ana')
  id = await aGuide(house, marina, { title: 'Restituição', text: 'Conferir a **guia** de recolhimento.' })
})
afterAll(() => house.close())

const write = async (texto: string) => {
  const path = `${mine}/${id}/elaboracao`
  return marina.send(await marina.open(path), `form[action="${path}"]`, { texto })
}

describe('a guide', () => {
  it('R1 is of its unit alone until it is released', async () => {
    expect((await ana.open(theirs)).text).not.toContain('Restituição')
    expect((await ana.open(`${theirs}/${id}`)).status).toBe(404)
    expect((await ana.open(`${theirs}/${id}/elaboracao`)).status).toBe(404)
    expect((await marina.open(`${mine}?lista=minha`)).text).toContain('Em elaboração')
    expect((await actOnGuide(marina, id, 'liberar')).text).toContain('Procedimento liberado.')
    expect((await ana.open(`${theirs}/${id}`)).text).toContain('Conferir a guia')
    expect((await ana.open(`${theirs}/${id}`)).document.querySelector('form[action$="/situacao"]')).toBeNull()
    expect((await ana.open(`${theirs}?lista=minha`)).text).not.toContain('Restituição')
  })

  it('R2 is read as it was released while a new version is in the making', async () => {
    await actOnGuide(marina, id, 'nova-versao', '')
    await write('Conferir o boleto.')
    expect((await ana.open(`${theirs}/${id}`)).text).toContain('Conferir a guia')
    await actOnGuide(marina, id, 'liberar')
    expect((await ana.open(`${theirs}/${id}`)).text).toContain('Conferir o boleto.')
    const states = await house.db`select number, state from guides.version where guide_id = ${id} order by number`
    expect(states.map(({ state }) => state)).toEqual(['superseded', 'released'])
  })

  it('R3 is not rewritten once it was released', async () => {
    expect((await marina.open(`${mine}/${id}/elaboracao`)).status).toBe(404)
    await expect(
      house.db`update guides.version set title = 'Outro' where guide_id = ${id} and state = 'released'`,
    ).rejects.toThrow(/was released/)
  })

  it('R4 stands on the page of case files of its types', async () => {
    const file = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const page = await ana.open(`/em/${at.asses}/processos/${file.digits}`)
    const links = [...page.document.querySelectorAll('main a')].map((a) => a.getAttribute('href'))
    expect(links).toContain(`${theirs}/${id}`)
  })

  it('R5 is found by words in the syntax of the search', async () => {
    const find = async (q: string) => (await ana.open(`${theirs}?q=${encodeURIComponent(q)}`)).text
    for (const q of ['boleto', 'bole*', '"conferir o boleto"', 'restituicao']) {
      expect(await find(q)).toContain('Restituição')
    }
    for (const q of ['guia', 'boleto e nunca']) expect(await find(q)).toContain('Nada encontrado')
  })

  it('R6 carries PDF files, told by their content, from version to version', async () => {
    await actOnGuide(marina, id, 'nova-versao', '')
    const page = await marina.open(`${mine}/${id}/elaboracao`)
    const form = `form[action="${mine}/${id}/anexos"]`
    const wrong = { field: 'anexo', name: 'guia.pdf', type: 'application/pdf', content: 'texto' }
    expect((await marina.send(page, form, {}, [wrong])).status).toBe(422)
    const right = { field: 'anexo', name: 'guia.pdf', type: 'application/pdf', content: await aPdf(house, 'Guia') }
    const after = await marina.send(await marina.open(`${mine}/${id}/elaboracao`), form, {}, [right])
    const link = [...after.document.querySelectorAll('a')].find((a) => a.textContent === 'guia.pdf')
    const [, file = ''] = /anexos\/(\d+)/.exec(link?.getAttribute('href') ?? '') ?? []
    expect((await ana.open(`${theirs}/${id}/anexos/${file}`)).status).toBe(404)
    await actOnGuide(marina, id, 'liberar')
    expect((await ana.open(`${theirs}/${id}/anexos/${file}`)).status).toBe(200)
    await actOnGuide(marina, id, 'nova-versao', '')
    const rows = await house.db`select sha256 from guides.attachment`
    expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(rows).toHaveLength(2)
  })

  it('R7 goes back into the making when its release is cancelled, and away when it is deleted', async () => {
    expect((await actOnGuide(marina, id, 'descartar-versao')).text).toContain('Versão em elaboração descartada.')
    await actOnGuide(marina, id, 'cancelar-liberacao', '')
    expect((await ana.open(`${theirs}/${id}`)).status).toBe(404)
    expect((await ana.open(theirs)).text).not.toContain('Restituição')
    const page = await marina.open(`${mine}/${id}/exclusao`)
    expect((await marina.send(page, 'form[action$="/exclusao"]')).text).toContain('Procedimento excluído.')
    expect((await marina.open(`${mine}/${id}/elaboracao`)).status).toBe(404)
  })
})
