import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf, confirmPasswordFor, formOf } from '../../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at, password } from '../../../../test/support/world.ts'
import { findCaseFile } from '../find-case-file.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const pages = ['dados', 'nivel', 'observacao', 'relacionados', 'sobrestamento', 'anexacao', 'exclusao', 'credenciais']

describe('the gate', () => {
  test.each(pages)('R4 %s answers the same to an unknown number and to a confidential one', async (noun) => {
    const { digits } = await aCaseFile(house, { level: 'confidential' })
    const ana = await house.signIn('ana')
    for (const one of [digits, '99999999999999999', '12', 'abc']) {
      const page = await ana.open(`/em/${at.asses}/processos/${one}/${noun}`)
      expect(page.status).toBe(404)
      expect(page.text).toContain('Não há nada neste endereço')
    }
  })

  test.each(pages)('%s without the permission does not exist', async (noun) => {
    const { digits } = await aCaseFile(house, { by: 'secretaria', unit: at.gs })
    const ivo = await house.signIn('ivo')
    expect((await ivo.open(`/em/${at.gs}/processos/${digits}/${noun}`)).status).toBe(404)
  })

  it('R2 decides by what is true once the lock is had, not by what was true before it waited', async () => {
    const { id, digits } = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let locked = () => {}
    const hasLock = new Promise<void>((resolve) => {
      locked = resolve
    })
    const first = house.db.begin(async (trx) => {
      await findCaseFile(trx, actor, { digits }, 'locked', new Date())
      locked()
      await held
      await trx`update cases.holding set closed_at = now(), closed_by = ${actor.userId}, closing = 'concluded' where case_file_id = ${id}`
    })
    await hasLock
    const second = house.db.begin((trx) => findCaseFile(trx, actor, { digits }, 'locked', new Date()))
    await waitingFor(house)
    release()
    await first
    expect((await second)?.holding).toBeUndefined()
    expect((await second)?.openUnits).toBe(0)
  })
})

describe('the password of a confidential case file', () => {
  it('R5 is asked once in half an hour, and leads on to what was wanted', async () => {
    const { digits } = await aCaseFile(house, { level: 'confidential' })
    const marina = await house.signIn('marina')
    const wanted = `/em/${at.prot}/processos/${digits}/relacionados`
    const asked = await marina.open(wanted)
    expect(asked.document.querySelector('h1')?.textContent).toBe('Processo sigiloso')
    expect(asked.text).not.toContain(digits)
    const opened = await marina.send(asked, formOf('senha'), { senha: password })
    expect(opened.url).toBe(wanted)
    expect((await marina.open(wanted)).status).toBe(200)
    house.passTime(31 * 60_000)
    expect((await marina.open(wanted)).url).toContain('/senha')
    house.setClock(new Date())
  })

  it('R5 is asked in each session', async () => {
    const { digits } = await aCaseFile(house, { level: 'confidential' })
    const marina = await house.signIn('marina')
    await confirmPasswordFor(marina, at.prot, digits, password)
    const elsewhere = await house.signIn('marina')
    expect((await elsewhere.open(`/em/${at.prot}/processos/${digits}/dados`)).url).toContain('/senha')
  })

  it('a wrong one opens nothing, is said beside the field and is counted', async () => {
    const { digits } = await aCaseFile(house, { level: 'confidential' })
    const marina = await house.signIn('marina')
    const before = await failures()
    const page = await confirmPasswordFor(marina, at.prot, digits, 'errada')
    expect(page.status).toBe(422)
    expect(page.errors).toEqual(['A senha não confere. Confira se a tecla Caps Lock está ligada.'])
    expect(await failures()).toBe(before + 1)
    expect((await confirmPasswordFor(marina, at.prot, digits, '')).errors).toEqual(['Informe a senha.'])
  })

  it('is asked of holders only, and never leads out of the house', async () => {
    const { digits } = await aCaseFile(house, { level: 'confidential' })
    const beto = await house.signIn('beto')
    expect((await beto.open(`/em/${at.asses}/processos/${digits}/senha`)).status).toBe(404)
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/processos/${digits}/senha?depois=https://exemplo.com/`)
    const home = `/em/${at.prot}/processos/${digits}`
    expect(page.document.querySelector('input[name=depois]')?.getAttribute('value')).toBe(home)
    for (const depois of ['//exemplo.com', `${home}/../../../sair`, 'javascript:alert(1)']) {
      const after = await marina.send(page, formOf('senha'), { senha: password, depois })
      expect(after.url.startsWith(home)).toBe(true)
    }
  })
})

async function failures(): Promise<number> {
  const rows = await house.db`select 1 from identity.sign_in_attempt where not succeeded`
  return rows.length
}

/** Until somebody waits for a lock. */
async function waitingFor({ db }: TestHouse): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const waiting =
      await db`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    if (waiting.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('nobody waited')
}
