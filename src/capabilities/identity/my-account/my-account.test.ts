import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aPerson, countingQueries, problemsOf, signInAs } from '../../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { browserName } from './browser.rules.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const isIn = async (person: Person) => (await person.open('/minha-conta')).url === '/minha-conta'
const change = async (person: Person, fields: Record<string, string>): Promise<Page> =>
  person.send(await person.open('/minha-conta/senha'), 'form[action="/minha-conta/senha"]', fields)
const newOne = 'outra senha bem comprida'

describe('Minha conta', () => {
  it('is for who is signed in', async () => {
    for (const path of ['/minha-conta', '/minha-conta/senha', '/minha-conta/duas-etapas']) {
      expect((await house.visitor().open(path)).url).toBe(`/entrar?depois=${encodeURIComponent(path)}`)
    }
  })

  it('shows the last accesses, this one among them, with few statements', async () => {
    const ana = await house.signIn('ana')
    await house.signIn('ana')
    const count = await countingQueries(house, async () => {
      const page = await ana.open('/minha-conta')
      expect(page.text).toContain('Ana Assessora')
      expect(page.text).toContain('Esta sessão')
      expect(page.text).toContain('127.0.0.1')
      expect(page.text).toContain('1 outra sessão aberta')
      expect(page.document.querySelectorAll('#acessos tbody tr')).toHaveLength(2)
    })
    expect(count).toBeLessThanOrEqual(10)
  })

  it('ends the sessions in other browsers, and not this one', async () => {
    const [here, there] = [await house.signIn('marina'), await house.signIn('marina')]
    const paulo = await house.signIn('paulo')
    const page = await here.send(await here.open('/minha-conta'), 'form[action="/minha-conta/sessoes"]')
    expect(page.text).toContain('As outras sessões terminaram.')
    expect(await isIn(here)).toBe(true)
    expect(await isIn(there)).toBe(false)
    expect(await isIn(paulo)).toBe(true)
  })

  it('changes the password with the present one, and ends the other sessions', async () => {
    await aPerson(house, { login: 'trocadora' })
    const [here, there] = [await signInAs(house, 'trocadora'), await signInAs(house, 'trocadora')]
    const page = await change(here, { senha: password, senha_nova: newOne, senha_repetida: newOne })
    expect(page.text).toContain('Senha trocada')
    expect(await isIn(here)).toBe(true)
    expect(await isIn(there)).toBe(false)
    expect((await house.visitor().signIn('trocadora')).status).toBe(422)
    expect((await house.visitor().signIn('trocadora', newOne)).status).not.toBe(422)
  })

  test.each([
    [{ senha: 'errada', senha_nova: newOne, senha_repetida: newOne }, 'senha', /não confere/],
    [{ senha: password, senha_nova: 'curta', senha_repetida: 'curta' }, 'senha_nova', /10 caracteres/],
    [{ senha: password, senha_nova: 'beto.colaborador', senha_repetida: 'x' }, 'senha_nova', /igual ao nome/],
    [{ senha: password, senha_nova: newOne, senha_repetida: 'x' }, 'senha_repetida', /não são iguais/],
  ])('refuses %j beside %s', async (fields, field, message) => {
    const beto = await house.signIn('beto')
    const page = await change(beto, fields)
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
    expect(page.html).not.toContain(newOne)
    expect((await house.visitor().signIn('beto')).status).not.toBe(422)
  })

  it('R3 counts wrong present passwords with those of signing in', async () => {
    const carla = await house.signIn('carla')
    for (let n = 0; n < 5; n += 1) await change(carla, { senha: 'errada', senha_nova: newOne, senha_repetida: newOne })
    const page = await change(carla, { senha: password, senha_nova: newOne, senha_repetida: newOne })
    expect(problemsOf(page).senha).toMatch(/muitas senhas erradas/)
    expect((await house.visitor().signIn('carla')).errors[0]).toMatch(/muitas tentativas/)
  })

  it('is there for who works in no unit', async () => {
    await aPerson(house, { login: 'solta' })
    expect((await (await signInAs(house, 'solta')).open('/minha-conta')).text).toContain('solta')
    expect(at.gs).toBeTruthy()
  })
})

describe('a browser', () => {
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox no Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
      'Edge no Windows',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
      'Chrome no Linux',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605 Version/17.5 Mobile Safari/604.1',
      'Safari no iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 'Chrome no Android'],
    ['curl/8.5.0', 'Navegador desconhecido'],
    ['', 'Navegador desconhecido'],
  ])('%s is %s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name)
  })
})
