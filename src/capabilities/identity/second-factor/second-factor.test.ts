import { generate } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { admin, aPerson, formTo, problemsOf, signInAs } from '../../../../test/support/builders-admin.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())
beforeEach(() => house.setClock(new Date()))

const epoch = () => Math.floor(house.platform.clock().getTime() / 1000)
const codeOf = (secret: string, shiftSeconds = 0) => generate({ secret, epoch: epoch() + shiftSeconds })
const secretOn = (page: Page) => (page.document.querySelector('main code')?.textContent ?? '').replace(/\s/g, '')
const codesOn = (page: Page) =>
  [...page.document.querySelectorAll('main li code')].map((code) => code.textContent ?? '')

/** Turns it on as people do. Answers the secret and the recovery codes. */
async function turnOn(person: Person): Promise<{ secret: string; codes: string[] }> {
  const begin = await person.open('/minha-conta/duas-etapas')
  const page = await person.send(begin, 'form[action="/minha-conta/duas-etapas"]', { senha: password })
  const secret = secretOn(page)
  const confirm = 'form[action="/minha-conta/duas-etapas/confirmacao"]'
  const done = await person.send(page, confirm, { codigo: await codeOf(secret) })
  return { secret, codes: codesOn(done) }
}

async function begin(login: string): Promise<{ person: Person; secret: string; codes: string[] }> {
  await aPerson(house, { login, grants: [{ profile: 'Básico', unit: 'ASSES' }] })
  const person = await signInAs(house, login)
  const on = await turnOn(person)
  // The code that turned it on was used: the next one comes.
  house.passTime(60_000)
  return { person, ...on }
}

const give = (person: Person, page: Page, codigo: string) =>
  person.send(page, 'form[action="/entrar/codigo"]', { codigo })
const isIn = async (person: Person) => (await person.open(`/em/${at.asses}/contatos`)).url.startsWith('/em/')

describe('the second factor', () => {
  it('is turned on with the password and a first code, by a QR code that needs no script', async () => {
    await aPerson(house, { login: 'liga', grants: [{ profile: 'Básico', unit: 'ASSES' }] })
    const person = await signInAs(house, 'liga')
    const first = await person.open('/minha-conta/duas-etapas')
    const refused = await person.send(first, 'form[action="/minha-conta/duas-etapas"]', { senha: 'errada' })
    expect(problemsOf(refused).senha).toMatch(/não confere/)
    const page = await person.send(first, 'form[action="/minha-conta/duas-etapas"]', { senha: password })
    expect(page.document.querySelector('main img')?.getAttribute('src')).toMatch(/^data:image\/svg/)
    const secret = secretOn(page)
    const wrong = await person.send(page, 'form[action$="/confirmacao"]', { codigo: '000000' })
    expect(wrong.status).toBe(422)
    expect(secretOn(wrong)).toBe(secret)
    // Begun and not confirmed, it does not keep the person out.
    expect(await isIn(await signInAs(house, 'liga'))).toBe(true)
    const done = await person.send(wrong, 'form[action$="/confirmacao"]', { codigo: await codeOf(secret) })
    const codes = codesOn(done)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/)
    const dump = JSON.stringify(await house.db`select encode(code_hash, 'escape') as h from identity.recovery_code`)
    expect(codes.some((code) => dump.includes(code) || dump.includes(code.replaceAll('-', '')))).toBe(false)
    expect((await person.open('/minha-conta')).text).toContain('10 códigos de recuperação')
    expect((await person.open('/minha-conta/duas-etapas/confirmacao')).text).not.toContain(secret)
  })

  it('R6 asks for the code after the right password only, and each code opens one session', async () => {
    const { secret } = await begin('entra')
    expect((await house.visitor().signIn('entra', 'errada')).errors[0]).toMatch(/não conferem/)
    const [one, other] = [house.visitor(), house.visitor()]
    const page = await one.signIn('entra')
    expect(page.text).toContain('Verificação em duas etapas')
    expect(await isIn(one)).toBe(false)
    const code = await codeOf(secret)
    await give(one, page, code)
    expect(await isIn(one)).toBe(true)
    const again = await give(other, await other.signIn('entra'), code)
    expect(problemsOf(again).codigo).toMatch(/já foi usado/)
    expect(await isIn(other)).toBe(false)
    house.passTime(30_000)
    await give(other, again, await codeOf(secret))
    expect(await isIn(other)).toBe(true)
  })

  it('R6 accepts the code of the step before and after, and no other', async () => {
    const { secret } = await begin('relogio')
    for (const [shift, enters] of [
      [-90, false],
      [90, false],
      [-30, true],
      [30, true],
    ] as const) {
      house.passTime(120_000)
      const person = house.visitor()
      await give(person, await person.signIn('relogio'), await codeOf(secret, shift))
      expect([shift, await isIn(person)]).toEqual([shift, enters])
    }
  })

  it('R6 given twice at once, the same code opens one session', async () => {
    const { secret } = await begin('corrida')
    const person = house.visitor()
    const page = await person.signIn('corrida')
    const code = await codeOf(secret)
    await Promise.all([1, 2, 3, 4].map(() => give(person, page, code)))
    const [row] = await house.db`select count(*)::int as n from identity.session s
      join identity.account a on a.id = s.account_id where a.login = 'corrida'`
    expect(row?.n).toBe(2)
  })

  it('R3 wrong codes make the account rest, and the right password does not make them good', async () => {
    const { secret } = await begin('adivinha')
    const person = house.visitor()
    for (let n = 0; n < 5; n += 1) {
      const refused = await give(person, await person.signIn('adivinha'), '123456')
      expect(problemsOf(refused).codigo).toMatch(/não confere/)
    }
    const page = await person.signIn('adivinha')
    expect(page.errors[0]).toMatch(/muitas tentativas/)
    house.passTime(61_000)
    await give(person, await person.signIn('adivinha'), await codeOf(secret))
    expect(await isIn(person)).toBe(true)
  })

  it('lets the person in by a recovery code, once each', async () => {
    const { codes } = await begin('perdida')
    const [code = '', spare = ''] = codes
    const person = house.visitor()
    await give(person, await person.signIn('perdida'), ` ${code.toLowerCase()} `)
    expect(await isIn(person)).toBe(true)
    const other = house.visitor()
    expect(problemsOf(await give(other, await other.signIn('perdida'), code)).codigo).toMatch(/já foi usado/)
    await give(other, await other.signIn('perdida'), spare.replaceAll('-', ''))
    expect(await isIn(other)).toBe(true)
    expect((await person.open('/minha-conta')).text).toContain('8 códigos')
  })

  it('the ticket between the steps is over after five minutes, and opens one session', async () => {
    const { secret } = await begin('demora')
    const person = house.visitor()
    const page = await person.signIn('demora')
    house.passTime(5 * 60_000 + 1000)
    const late = await give(person, page, await codeOf(secret))
    expect(late.text).toContain('O tempo para informar o código terminou')
    expect(await isIn(person)).toBe(false)
    const forged = await person.signIn('demora')
    const field = forged.document.querySelector('[name=etapa]')
    field?.setAttribute('value', 'x'.repeat(43))
    expect((await give(person, forged, await codeOf(secret))).url).toBe('/entrar?aviso=codigo')
  })

  it('is turned off, and its codes renewed, with the password', async () => {
    const { person, codes } = await begin('desliga')
    const page = await person.open('/minha-conta/duas-etapas')
    const form = 'form[action$="/mudanca"]'
    expect(problemsOf(await person.send(page, form, { senha: 'x', acao: 'desligar' })).senha).toMatch(/não confere/)
    const renewed = codesOn(await person.send(page, form, { senha: password, acao: 'codigos' }))
    expect(renewed).toHaveLength(10)
    expect(renewed.some((code) => codes.includes(code))).toBe(false)
    const off = await person.send(page, form, { senha: password, acao: 'desligar' })
    expect(off.text).toContain('desligada')
    expect(await isIn(await signInAs(house, 'desliga'))).toBe(true)
    const [row] = await house.db`select count(*)::int as n from identity.recovery_code r
      join identity.account a on a.id = r.account_id where a.login = 'desliga'`
    expect(row?.n).toBe(0)
  })

  it('of who lost everything is turned off by the administrator', async () => {
    await begin('perdeu')
    const local = await house.signIn('admin')
    const [row] = await house.db<{ id: string }[]>`select id from identity.account where login = 'perdeu'`
    const path = `/usuarios/${row?.id}/duas-etapas`
    await local.send(await local.open(admin(path)), formTo(path))
    expect(await isIn(await signInAs(house, 'perdeu'))).toBe(true)
  })
})
