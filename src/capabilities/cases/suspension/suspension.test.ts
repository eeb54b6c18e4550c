import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  alsoOpenIn,
  done,
  eventsOf,
  formOf,
  postAnyway,
} from '../../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { blockCaseFile, unblockCaseFile } from '../blocking/block-case-file.ts'
import { suspendCaseFile } from './suspend-case-file.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const address = (digits: string, unit: string = at.prot) => `/em/${unit}/processos/${digits}/sobrestamento`
const stateOf = async (id: string) => {
  const [row] = await house.db`select c.state, h.suspended from cases.case_file c
    left join cases.holding h on h.case_file_id = c.id and h.closed_at is null where c.id = ${id}`
  return row
}

async function suspend(digits: string, fields: Record<string, string> = {}) {
  const page = await marina.open(address(digits))
  return marina.send(page, formOf('sobrestamento'), { motivo: 'À espera do laudo', ...fields })
}

describe('suspending', () => {
  it('takes the case file off the desk until it is resumed, and both are told', async () => {
    const { id, digits } = await aCaseFile(house)
    expect((await suspend(digits)).errors).toEqual([])
    expect(await stateOf(id)).toEqual({ state: 'suspended', suspended: true })
    const page = await marina.open(`${address(digits)}/remocao`)
    expect(page.text).toContain('À espera do laudo')
    expect(page.text).toContain('Marina Protocolista, PROT')
    await marina.send(page, formOf('remocao'))
    expect(await stateOf(id)).toEqual({ state: 'normal', suspended: false })
    expect(await eventsOf(house, id)).toEqual(['case-opened', 'case-suspended', 'case-resumed'])
  })

  it('wants a reason of at most 500 characters, and keeps the number that was typed', async () => {
    const { digits } = await aCaseFile(house)
    const page = await suspend(digits, { motivo: ' ', vinculado: '123' })
    expect(page.errors).toEqual([
      'Escreva o motivo: quem encontrar o processo parado precisa saber por quê.',
      'Informe o número por inteiro.',
    ])
    expect(page.document.querySelector('input[name=vinculado]')?.getAttribute('value')).toBe('123')
    expect((await suspend(digits, { motivo: 'a'.repeat(501) })).errors).toEqual([
      'O motivo tem 501 caracteres; são no máximo 500.',
    ])
  })

  it('may wait for another case file, which is shown and does not resume it', async () => {
    const [one, other] = [await aCaseFile(house), await aCaseFile(house)]
    expect((await suspend(one.digits, { vinculado: one.number })).errors).toEqual([
      'O processo não pode esperar por si mesmo. Informe outro número.',
    ])
    await suspend(one.digits, { vinculado: other.number })
    expect((await marina.open(address(one.digits))).text).toContain(other.number)
    await suspend(other.digits)
    const [before] = await house.db`select news_at from cases.case_file where id = ${one.id}`
    await marina.send(await marina.open(address(other.digits)), formOf('remocao'))
    const [after] = await house.db`select news_at, state from cases.case_file where id = ${one.id}`
    expect(after?.state).toBe('suspended')
    expect(after?.news_at.getTime()).toBeGreaterThan(before?.news_at.getTime())
  })

  it('is refused while another unit holds it, and the page says so before anything is typed', async () => {
    const { id, digits } = await aCaseFile(house)
    await alsoOpenIn(house, id, at.asses, 'ana')
    const page = await marina.open(address(digits))
    expect(page.text).toContain('O processo também está aberto em outra unidade.')
    expect(page.document.querySelector(formOf('sobrestamento'))).toBeNull()
    expect((await postAnyway(marina, address(digits), { motivo: 'x' })).status).toBe(422)
  })

  it('by another unit can be ended by that unit alone', async () => {
    const { digits } = await aCaseFile(house)
    await suspend(digits)
    const ana = await house.signIn('ana')
    const page = await postAnyway(ana, `${address(digits, at.asses)}/remocao`)
    expect(page.status).toBe(422)
    expect(page.errors.join()).toContain('O processo nunca passou por esta unidade.')
  })

  it('R2 asked for by five at once, happens once', async () => {
    const { id, digits } = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    const request = { digits, reason: 'Espera', linkedDigits: undefined }
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => suspendCaseFile(house.db, actor, request, new Date())),
    )
    expect(outcomes.filter((outcome) => outcome?.done)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome?.done)).toHaveLength(4)
    expect((await eventsOf(house, id)).filter((kind) => kind === 'case-suspended')).toHaveLength(1)
  })

  it('R6 comes back when a blocking over it ends', async () => {
    const { id, digits } = await aCaseFile(house)
    const actor = await actorOf(house, 'admin', at.gs)
    await suspend(digits)
    await done(blockCaseFile(house.db, actor, { digits, reason: 'Ordem judicial' }, new Date()))
    expect((await stateOf(id))?.state).toBe('blocked')
    await done(unblockCaseFile(house.db, actor, digits, new Date()))
    expect((await stateOf(id))?.state).toBe('suspended')
  })
})

describe('the list of suspended case files', () => {
  it('shows what the unit suspended, and resumes the chosen ones with a result', async () => {
    const made = [await aCaseFile(house), await aCaseFile(house), await aCaseFile(house)]
    for (const { digits } of made) await suspend(digits)
    const page = await marina.open(`/em/${at.prot}/sobrestados`)
    for (const { number } of made) expect(page.text).toContain(number)
    const [one, other, third] = made
    const after = await marina.send(page, '#remocao', { processo: [one?.digits ?? '', other?.digits ?? '', '99999'] })
    expect(after.text).toContain('Sobrestamento removido de 2 processos. 1 recusado: abra para ver o motivo.')
    expect(after.text).not.toContain(one?.number)
    expect(after.text).toContain(third?.number)
    expect((await marina.send(after, '#remocao')).text).toContain('Nenhum processo foi escolhido.')
  })

  it('R4 is of the unit alone, and says so when it is empty', async () => {
    const ana = await house.signIn('ana')
    expect((await ana.open(`/em/${at.asses}/sobrestados`)).text).toContain('Nenhum processo sobrestado')
  })

  it('R4 shows a confidential one to who holds its credential alone', async () => {
    const { number, digits } = await aCaseFile(house, { level: 'confidential' })
    await house.db`update cases.case_file set state = 'suspended' where digits = ${digits}`
    await house.db`insert into cases.suspension (case_file_id, unit_id, reason, started_at, started_by)
      select id, unit_id, 'Espera', now(), opened_by from cases.case_file where digits = ${digits}`
    const paulo = await house.signIn('paulo')
    expect((await marina.open(`/em/${at.prot}/sobrestados`)).text).toContain(number)
    expect((await paulo.open(`/em/${at.prot}/sobrestados`)).text).not.toContain(number)
  })
})
