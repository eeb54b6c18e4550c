import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  aDraft,
  alsoOpenIn,
  eventsOf,
  formOf,
  postAnyway,
} from '../../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { availableActions } from '../available-actions.ts'
import { findCaseFile } from '../find-case-file.ts'
import { markSeen, noteNews } from '../news.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe('deleting', () => {
  it('R1 asks first, then nobody finds the case file, and its number is not given again', async () => {
    const marina = await house.signIn('marina')
    const { id, digits, number } = await aCaseFile(house)
    const asked = await marina.open(`/em/${at.prot}/processos/${digits}/exclusao`)
    expect(asked.text).toContain('Este ato não pode ser desfeito')
    const after = await marina.send(asked, formOf('exclusao'))
    expect(after.url).toBe(`/em/${at.prot}/mesa`)
    expect((await marina.open(`/em/${at.prot}/processos/${digits}/dados`)).status).toBe(404)
    expect(await eventsOf(house, id)).toEqual(['case-opened', 'case-deleted'])
    expect(sequenceOf((await aCaseFile(house)).number)).toBe(sequenceOf(number) + 1)
  })

  it('R3 tells all that stands in the way', async () => {
    const { id, digits } = await aCaseFile(house)
    await aDraft(house, digits)
    await alsoOpenIn(house, id, at.asses, 'ana')
    const ana = await house.signIn('ana')
    const page = await postAnyway(ana, `/em/${at.asses}/processos/${digits}/exclusao`)
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([
      'Só a unidade que gerou o processo pode excluí-lo.',
      'O processo também está aberto em outra unidade. Espere que ela o conclua.',
      'O processo ainda tem documentos. Exclua todos antes de excluir o processo.',
    ])
  })
})

describe('blocking', () => {
  it('is for who has the permission, wants a reason, and is undone with who, when and why in sight', async () => {
    const { id, digits } = await aCaseFile(house)
    const [marina, admin] = [await house.signIn('marina'), await house.signIn('admin')]
    expect((await marina.open(`/em/${at.prot}/processos/${digits}/bloqueio`)).status).toBe(404)
    const address = `/em/${at.gs}/processos/${digits}/bloqueio`
    const asked = await admin.open(address)
    expect((await admin.send(asked, formOf('bloqueio'), { motivo: '' })).errors).toEqual([
      'Escreva o motivo: diga a ordem ou o destino do processo.',
    ])
    await admin.send(asked, formOf('bloqueio'), { motivo: 'Ordem judicial 12/2026' })
    const blocked = await admin.open(`${address}/remocao`)
    expect(blocked.text).toContain('Adão Administrador, GS')
    expect(blocked.text).toContain('Ordem judicial 12/2026')
    await admin.send(blocked, formOf('remocao'))
    expect(await eventsOf(house, id)).toEqual(['case-opened', 'case-blocked', 'case-unblocked'])
  })
})

describe('what may be done', () => {
  it('leaves out what the profile does not permit, and tells the reasons against the rest', async () => {
    const { digits } = await aCaseFile(house, { by: 'secretaria', unit: at.gs })
    const actsOf = async (login: 'secretaria' | 'admin' | 'ivo') => {
      const actor = await actorOf(house, login, at.gs)
      const caseFile = await findCaseFile(house.db, actor, { digits }, 'reading', new Date())
      return new Map(caseFile && availableActions(caseFile, actor).map(({ action, refusals }) => [action, refusals]))
    }
    const secretaria = await actsOf('secretaria')
    expect(secretaria.get('send')).toEqual([])
    expect(secretaria.get('annex')).toEqual([{ kind: 'no-documents' }])
    expect(secretaria.get('resume')).toEqual([{ kind: 'not-suspended' }])
    expect(secretaria.has('block')).toBe(false)
    expect((await actsOf('admin')).get('block')).toEqual([])
    expect([...(await actsOf('ivo')).keys()]).toEqual(['read', 'follow', 'acknowledge-or-comment'])
  })
})

describe('news and reading', () => {
  it('are kept for the unit and for each person', async () => {
    const { id } = await aCaseFile(house)
    const [marina, paulo] = [await actorOf(house, 'marina', at.prot), await actorOf(house, 'paulo', at.prot)]
    const later = new Date(Date.now() + 60_000)
    await noteNews(house.db, marina, id, later)
    const caseFile = await findCaseFile(house.db, paulo, { id }, 'reading', later)
    if (!caseFile) throw new Error('no case file')
    for (let again = 0; again < 2; again++) await markSeen(house.db, paulo, caseFile, later)
    const [row] = await house.db`select c.news_at = ${later} as news,
        (select count(*)::int from cases.reading r where r.case_file_id = c.id) as readers
      from cases.case_file c where c.id = ${id}`
    expect(row).toEqual({ news: true, readers: 2 })
  })
})

function sequenceOf(number: string): number {
  return Number(/\.(\d{6})\//.exec(number)?.[1])
}
