import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const isIn = async (person: Person, unit: string = at.asses) => {
  const page = await person.open(`/em/${unit}/contatos`)
  return page.status === 200 && page.url.startsWith('/em/')
}
const cookieOf = (person: Person, name: string) => person.cookies().find((cookie) => cookie.name === name)?.value ?? ''

describe('a form', () => {
  const posts = (page: Page) => page.document.querySelector('form[action$="/contatos"][method=post]')
  const count = async () => (await house.db`select count(*)::int as n from people.contact`)[0]?.n
  const fields = { natureza: 'person', nome: 'Fulana de Tal' }
  const newContact = `/em/${at.asses}/contatos`

  test.each([
    ['without a token', async () => ({})],
    ['with an empty token', async () => ({ _csrf: '' })],
    ['with the token of another session', async () => ({ _csrf: await tokenOf(await house.signIn('beto')) })],
    ['with the token of a visitor', async () => ({ _csrf: await visitorToken() })],
    [
      'with the token of the same person’s earlier session',
      async () => ({ _csrf: await tokenOf(await house.signIn('ana')) }),
    ],
  ])('%s changes nothing', async (_, forge) => {
    const ana = await house.signIn('ana')
    expect(posts(await ana.open(`${newContact}/novo`))).not.toBeNull()
    const before = await count()
    const page = await ana.post(newContact, { ...fields, ...(await forge()) })
    expect(page.status).toBe(403)
    expect(page.text).toContain('Nada foi alterado')
    expect(await count()).toBe(before)
  })

  test.each(['https://mau.example', 'http://localhost.mau.example', 'http://mau.example:80'])(
    'that comes from %s changes nothing, even with the right token',
    async (origin) => {
      const ana = await house.signIn('ana')
      const before = await count()
      const response = await house.app.inject({
        method: 'POST',
        url: newContact,
        headers: {
          origin,
          host: 'localhost',
          cookie: `carimbo=${cookieOf(ana, 'carimbo')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({ ...fields, _csrf: await tokenOf(ana) }).toString(),
      })
      expect(response.statusCode).toBe(403)
      expect(await count()).toBe(before)
    },
  )

  test.each([
    '/entrar',
    '/sair',
    '/esqueci-a-senha',
    '/minha-conta/sessoes',
    '/minha-conta/senha',
    '/minha-conta/duas-etapas',
  ])('%s asks for the token too', async (path) => {
    const ana = await house.signIn('ana')
    expect((await ana.post(path, { usuario: 'ana', senha: password })).status).toBe(403)
    expect(await isIn(ana)).toBe(true)
  })

  async function tokenOf(person: Person): Promise<string> {
    const page = await person.open(`/em/${at.asses}/contatos/novo`)
    return page.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  }
  async function visitorToken(): Promise<string> {
    const page = await house.visitor().open('/entrar')
    return page.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  }
})
