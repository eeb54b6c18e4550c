import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  aCaseFile,
  actorOf,
  confirmPasswordFor,
  eventsOf,
  formOf,
  postAnyway,
} from '../../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { refusalsToRenounce, refusalsToRevoke } from '../credentials.rules.ts'

let house: TestHouse
let marina: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
  ana = await house.signIn('ana')
})
afterAll(() => house.close())

const address = (digits: string, unit: string = at.prot) => `/em/${unit}/processos/${digits}/credenciais`

async function confidential() {
  const made = await aCaseFile(house, { level: 'confidential' })
  await confirmPasswordFor(marina, at.prot, made.digits, password)
  return made
}

async function grant(digits: string, name: string, unit: string) {
  const page = await marina.open(`${address(digits)}?pessoa=${name}`)
  const row = [...page.document.querySelectorAll('#pessoas tbody tr')].find((tr) => tr.textContent?.includes(unit))
  if (!row) throw new Error(`${name} at ${unit} is not offered: ${page.text}`)
  row.querySelector('form')?.setAttribute('id', 'conceder')
  return marina.send(page, '#conceder')
}

describe('granting', () => {
  it('R5 opens the case file to a person in one unit, by password, and puts it on that desk', async () => {
    const { id, digits, number } = await confidential()
    const page = await grant(digits, 'assessora', 'ASSES')
    expect(page.text).toContain('Ana Assessora')
    await confirmPasswordFor(ana, at.asses, digits, password)
    expect((await ana.open(address(digits, at.asses))).status).toBe(200)
    expect((await ana.open(address(digits, at.gs))).status).toBe(404)
    const beto = await house.signIn('beto')
    expect((await beto.open(address(digits, at.asses))).status).toBe(404)
    const list = await ana.open(`/em/${at.asses}/sigilosos`)
    expect(list.text).toContain(number)
    expect((await ana.open(`/em/${at.gs}/sigilosos`)).text).toContain('Nenhum processo com credencial')
    const holdings =
      await house.db`select u.slug, h.origin from cases.holding h join organization.unit u on u.id = h.unit_id
      where h.case_file_id = ${id} and h.closed_at is null order by h.id`
    expect(holdings.map(({ slug }) => slug)).toEqual([at.prot, at.asses])
    expect((await eventsOf(house, id)).filter((kind) => kind === 'credential-granted')).toHaveLength(2)
  })

  it('offers people by name or login, once for each unit where they work', async () => {
    const { digits } = await confidential()
    const page = await marina.open(`${address(digits)}?pessoa=ana`)
    const units = [...page.document.querySelectorAll('#pessoas tbody tr')]
      .filter((tr) => tr.textContent?.includes('Ana Assessora'))
      .map((tr) => tr.querySelectorAll('td')[0]?.textContent)
    expect(units).toEqual(['SET/RN – ASSES', 'SET/RN – GS'])
    expect((await marina.open(`${address(digits)}?pessoa=zzzz`)).text).toContain('Ninguém encontrado')
  })

  it('is refused twice, and to who does not work in that unit', async () => {
    const { digits } = await confidential()
    await grant(digits, 'assessora', 'ASSES')
    expect((await grant(digits, 'assessora', 'ASSES')).errors).toEqual([
      'Ana Assessora já tem credencial nesta unidade.',
    ])
    const rita = await actorOf(house, 'rita', at.rj)
    const { unitId } = await actorOf(house, 'marina', at.prot)
    const page = await postAnyway(marina, address(digits), { pessoa: rita.userId, unidade: unitId })
    expect(page.errors).toEqual(['Esta pessoa não trabalha nesta unidade. Procure-a de novo e escolha outra unidade.'])
    expect((await postAnyway(marina, address(digits), { pessoa: 'x', unidade: '' })).status).toBe(422)
  })

  it('is of confidential case files only', async () => {
    const { digits } = await aCaseFile(house)
    expect((await marina.open(address(digits))).text).toContain('O processo não é sigiloso')
    const { userId, unitId } = await actorOf(house, 'ana', at.asses)
    expect((await postAnyway(marina, address(digits), { pessoa: userId, unidade: unitId })).status).toBe(422)
  })
})

describe('ending', () => {
  it('R5 a revoked credential opens nothing from that moment, and is listed with its dates', async () => {
    const { id, digits } = await confidential()
    await grant(digits, 'assessora', 'ASSES')
    await confirmPasswordFor(ana, at.asses, digits, password)
    const page = await marina.send(await marina.open(address(digits)), 'form[action$="/cassacao"]')
    expect(page.text).toContain('Cassada')
    expect((await ana.open(address(digits, at.asses))).status).toBe(404)
    expect((await eventsOf(house, id)).at(-1)).toBe('credential-revoked')
    const open = await house.db`select 1 from cases.holding where case_file_id = ${id} and closed_at is null`
    expect(open).toHaveLength(1)
    await grant(digits, 'assessora', 'ASSES')
  })

  it('only who granted it revokes it', async () => {
    const { id, digits } = await confidential()
    await grant(digits, 'assessora', 'ASSES')
    await confirmPasswordFor(ana, at.asses, digits, password)
    const [marinas] = await house.db`select k.id from cases.credential k join identity.account a on a.id = k.account_id
      where k.case_file_id = ${id} and a.login = 'marina'`
    const page = await postAnyway(ana, `${address(digits, at.asses)}/${marinas?.id}/cassacao`)
    expect(page.errors).toEqual(['A credencial foi concedida por outra pessoa. Só quem a concedeu pode cassá-la.'])
    expect((await postAnyway(ana, `${address(digits, at.asses)}/999999/cassacao`)).status).toBe(422)
  })

  it('R5 the last holder cannot renounce; with another one, also when both try at once, somebody stays', async () => {
    const { id, digits } = await confidential()
    const alone = await marina.send(await marina.open(address(digits)), formOf('renuncia'))
    expect(alone.errors).toEqual([
      'Você é a única pessoa com credencial em vigor. Conceda uma a outra pessoa antes de renunciar.',
    ])
    await grant(digits, 'assessora', 'ASSES')
    await confirmPasswordFor(ana, at.asses, digits, password)
    await Promise.all([
      postAnyway(marina, `${address(digits)}/renuncia`),
      postAnyway(ana, `${address(digits, at.asses)}/renuncia`),
    ])
    const inForce = await house.db`select 1 from cases.credential where case_file_id = ${id} and ended_at is null`
    expect(inForce).toHaveLength(1)
    expect((await eventsOf(house, id)).filter((kind) => kind === 'credential-renounced')).toHaveLength(1)
  })

  it('R5 who may do nothing in the unit any more does not count as a holder, and is shown as inactive', async () => {
    const { digits } = await confidential()
    await grant(digits, 'coordenadora', 'COFIC')
    await house.db`update identity.account set disabled_at = now() where login = 'carla'`
    const page = await marina.open(address(digits))
    expect(page.text).toContain('Inativa: sem permissão na unidade')
    expect((await marina.send(page, formOf('renuncia'))).status).toBe(422)
    await house.db`update identity.account set disabled_at = null`
  })
})

describe('the rules of ending', () => {
  const facts = { inForce: true, ofActor: false, inActorUnit: false, grantedByActor: true, otherHolders: 1 }
  const own = { ...facts, ofActor: true, inActorUnit: true }
  test.each([
    [refusalsToRevoke, facts, []],
    [refusalsToRevoke, { ...facts, inForce: false }, ['credential-not-in-force']],
    [refusalsToRevoke, { ...facts, grantedByActor: false }, ['granted-by-another']],
    [refusalsToRevoke, own, ['own-credential']],
    [refusalsToRenounce, own, []],
    [refusalsToRenounce, { ...own, otherHolders: 0 }, ['last-holder']],
    [refusalsToRenounce, { ...own, inActorUnit: false }, ['not-own-credential']],
    [refusalsToRenounce, facts, ['not-own-credential']],
    [refusalsToRenounce, { ...own, inForce: false }, ['credential-not-in-force']],
  ] as const)('%o with %j: %j', (rule, given, kinds) => {
    expect(rule(given).map(({ kind }) => kind)).toEqual(kinds)
  })
})
