import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf } from '../../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('R8 the history of a register', () => {
  it('says field by field who changed what, once for each change, and is never rewritten', async () => {
    const central = await aCentralAdministrator(house)
    const path = `/unidades/${await idOf(house, 'organization.unit', 'acronym', 'PROT')}`
    const change = async (fields: Record<string, string>) =>
      central.send(await central.open(admin(path)), formTo(path), fields)
    await change({ telefone: '84 1111', nome: 'Protocolo Geral' })
    await change({})
    await change({ telefone: '84 2222' })
    const page = await central.open(admin(`${path}/alteracoes`))
    const rows = [...page.document.querySelectorAll('#alteracoes tbody tr')].map((row) =>
      [...row.querySelectorAll('td, th')].slice(1).map((cell) => (cell.textContent ?? '').trim()),
    )
    expect(rows).toEqual([
      ['Clara Central (GS)', 'Telefone', '84 1111', '84 2222'],
      ['Clara Central (GS)', 'Telefone', '—', '84 1111'],
      ['Clara Central (GS)', 'Nome', 'Protocolo', 'Protocolo Geral'],
    ])
    await expect(house.db`update organization.register_change set after = 'x'`).rejects.toThrow(/append-only/)
    await expect(house.db`delete from organization.register_change`).rejects.toThrow(/append-only/)
  })
})
