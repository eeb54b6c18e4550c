import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator, admin } from '../../../test/support/builders-admin.ts'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
let central: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
})
afterAll(() => house.close())

describe('tables of classes (PRO-041)', () => {
  it('R7 a new one comes into force only when every used class of the old has one in it; then the old cannot be chosen', async () => {
    const old = await aCaseFile(house)
    const begun = await central.send(await central.open(admin('/planos')), 'form[action$="/planos"]', {
      nome: 'Plano de 2027',
    })
    expect(begun.text).toContain('Em preparação')
    const empty = await central.send(begun, 'form[action$="/vigencia"]')
    expect(empty.errors[0]).toContain('não tem nenhuma classe')
    const address = begun.url.split('?')[0] ?? ''
    await central.send(await central.open(address), 'form[action$="/classes"]', {
      ...{ codigo: '1.1', descricao: 'Classe nova', fase_corrente: '5', destinacao: 'elimination' },
    })
    const early = await central.send(await central.open(address), 'form[action$="/vigencia"]')
    expect(early.errors[0]).toContain('Falta dizer a classe equivalente')
    const used = [...(await central.open(address)).document.querySelectorAll('#usadas tbody tr')].map(
      (row) => row.querySelector('th')?.textContent ?? '',
    )
    expect(used.length).toBeGreaterThan(0)
    const unknown = await central.send(await central.open(address), 'form[action$="/equivalencia"]', { para: '9.9' })
    expect(unknown.errors[0]).toContain('Não há classe')
    for (const code of used) {
      const page = await central.open(address)
      await central.send(page, 'form[action$="/equivalencia"]', { de: code.trim(), para: '1.1' })
    }
    const done = await central.send(await central.open(address), 'form[action$="/vigencia"]')
    expect(done.text).toContain('Em vigor')
    const [retired] = await house.db`select id from classification.class_table where retired_at is not null`
    const page = await central.open(admin(`/planos/${retired?.id}`))
    expect(page.document.querySelectorAll('#classes-do-plano tbody .tag--danger').length).toBeGreaterThan(0)
    expect((await central.open(admin('/classes'))).text).toContain('Classe nova')
    const [term] = await house.db`
      select array_agg(distinct r.code) as codes from cases.case_class k
       cross join lateral classification.classes_in_force(k.record_class_id) m(id)
        join classification.record_class r on r.id = m.id where k.case_file_id = ${old.id}`
    expect(term?.codes).toEqual(['1.1'])
    await aCaseFile(house)
    await expect(
      house.db`insert into classification.class_table (name, activated_at) values ('Outro', now())`,
    ).rejects.toThrow('one_class_table_in_force')
  })

  it('R7 is not there for who keeps the types of one agency alone', async () => {
    const local = await house.signIn('marina')
    expect((await local.open(`/em/${at.prot}/administracao/planos`)).status).toBe(404)
  })
})
