import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

describe('the desk', () => {
  let house: TestHouse
  let marina: Person
  beforeAll(async () => {
    house = await openTestHouse()
    marina = await house.signIn('marina')
  })
  afterAll(() => house.close())

  it('sorts and filters over all pages, and escapes what people type', async () => {
    await aCaseFile(house)
    await aCaseFile(house, { summary: 'Zebra % primeira_' })
    await aCaseFile(house, { summary: 'Água <b>' })
    const sorted = await marina.open(`/em/${at.prot}/mesa?ordem=especificacao&sentido=crescente`)
    const words = sorted.document.querySelector('#processos')?.textContent ?? ''
    expect(words.indexOf('Água <b>')).toBeLessThan(words.indexOf('Pedido de restituição'))
    const found = await marina.open(`/em/${at.prot}/mesa?filtro=${encodeURIComponent('% primeira_')}`)
    expect(found.document.querySelectorAll('#processos tbody tr')).toHaveLength(1)
    const none = await marina.open(`/em/${at.prot}/mesa?filtro=naoexistemesmo`)
    expect(none.text).toContain('Nenhum processo nesta lista')
  })

  it('shows nothing of a confidential case file to who holds no credential', async () => {
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo' })
    const desk = await marina.open(`/em/${at.prot}/mesa?filtro=${hidden.digits}`)
    expect(desk.text).not.toContain(hidden.number)
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(`/em/${at.prot}/mesa?filtro=${hidden.digits}`)).text).toContain(hidden.number)
  })

  it('asks for a choice when a batch act is pressed with no row chosen', async () => {
    const page = await marina.open(`/em/${at.prot}/envio`)
    expect(page.status).toBe(422)
    expect(page.text).toContain('Nenhum processo selecionado')
  })

  it('takes whatever stands in its address without falling', async () => {
    const page = await marina.open(`/em/${at.prot}/mesa?pagina=-3&ordem=x&tipo=abc&so=nada&sentido=z`)
    expect(page.status).toBe(200)
  })
})
