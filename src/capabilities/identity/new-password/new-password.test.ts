import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { admin, aPerson, formTo, idOf, problemsOf, signInAs } from '../../../../test/support/builders-admin.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { recoverPassword } from './recover-password.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())
beforeEach(() => house.setClock(new Date()))

const newOne = 'jabuticaba no quintal'
const ask = async (login: string): Promise<Page> => {
  const person = house.visitor()
  return person.send(await person.open('/esqueci-a-senha'), 'form[action="/esqueci-a-senha"]', { usuario: login })
}
const mailTo = (address: string) =>
  house.db<{ body: string; subject: string }[]>`
    select body, subject from mail.message where recipient = ${address} order by id desc`
const linkIn = (body = '') => /\/nova-senha\/[\w-]+/.exec(body)?.[0] ?? ''
const set = async (person: Person, path: string, fields: Record<string, string>): Promise<Page> =>
  person.send(await person.open(path), `form[action="${path}"]`, fields)
const both = { senha_nova: newOne, senha_repetida: newOne }

describe('a forgotten password', () => {
  it('R5 is set anew by a link that comes by mail, once, and the sessions end', async () => {
    await aPerson(house, { login: 'esquece', email: 'esquece@exemplo.gov.br' })
    const open = await signInAs(house, 'esquece')
    await ask('Esquece ')
    const [message] = await mailTo('esquece@exemplo.gov.br')
    const path = linkIn(message?.body)
    expect(message?.body).toContain('60 minutos')
    const stored = JSON.stringify(await house.db`select encode(token_hash, 'hex') as h from identity.one_time_link`)
    expect(stored).not.toContain(path.split('/').pop())
    const visitor = house.visitor()
    // Looking does not use it up, and neither does a password that is refused.
    await visitor.open(path)
    expect(problemsOf(await set(visitor, path, { senha_nova: 'x', senha_repetida: 'x' })).senha_nova).toMatch(/10/)
    expect((await set(visitor, path, both)).text).toContain('Senha salva')
    expect((await open.open('/minha-conta')).url).toMatch(/^\/entrar/)
    expect((await house.visitor().signIn('esquece')).status).toBe(422)
    expect((await house.visitor().signIn('esquece', newOne)).status).not.toBe(422)
    expect((await visitor.open(path)).status).toBe(404)
  })

  it('R5 two who use the link at once set one password', async () => {
    await aPerson(house, { login: 'dupla', email: 'dupla@exemplo.gov.br' })
    await ask('dupla')
    const path = linkIn((await mailTo('dupla@exemplo.gov.br'))[0]?.body)
    const pages = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const person = house.visitor()
        const page = await person.open(path)
        return { person, page, secret: `jabuticaba numero ${n}` }
      }),
    )
    const answers = await Promise.all(
      pages.map(({ person, page, secret }) =>
        person.send(page, `form[action="${path}"]`, { senha_nova: secret, senha_repetida: secret }),
      ),
    )
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(2)
  })

  it('R5 works for sixty minutes, and a newer link replaces it', async () => {
    await aPerson(house, { login: 'tardia', email: 'tardia@exemplo.gov.br' })
    await ask('tardia')
    const first = linkIn((await mailTo('tardia@exemplo.gov.br'))[0]?.body)
    await ask('tardia')
    const second = linkIn((await mailTo('tardia@exemplo.gov.br'))[0]?.body)
    expect((await house.visitor().open(first)).status).toBe(404)
    expect((await house.visitor().open(second)).status).toBe(200)
    house.passTime(60 * 60_000 + 1000)
    expect((await house.visitor().open(second)).status).toBe(404)
  })

  it('R3 is answered alike for who exists, who does not, who is disabled and who has no e-mail', async () => {
    await aPerson(house, { login: 'sememail', email: '' })
    await aPerson(house, { login: 'fora', email: 'fora@exemplo.gov.br' })
    await house.db`update identity.account set disabled_at = now() where login = 'fora'`
    const answers: unknown[] = []
    for (const login of ['ana', 'ninguem', 'sememail', 'fora']) {
      const { status, url, text } = await ask(login)
      answers.push(JSON.stringify({ status, url, text }))
    }
    expect(new Set(answers).size).toBe(1)
    expect(await mailTo('fora@exemplo.gov.br')).toHaveLength(0)
    expect(await mailTo('ana@exemplo.gov.br')).toHaveLength(1)
  })

  it('R3 never answers before the work for somebody who exists would be done', async () => {
    const time = async (login: string) => {
      const started = performance.now()
      await recoverPassword(house.platform, { login, agencyId: undefined }, house.platform.clock())
      return performance.now() - started
    }
    const [known, unknown] = [await time('marina'), await time('ninguem')]
    expect(Math.min(known, unknown)).toBeGreaterThan(200)
  })

  it('fills nobody’s mailbox: three links an hour', async () => {
    for (let n = 0; n < 6; n += 1)
      await recoverPassword(house.platform, { login: 'paulo', agencyId: undefined }, house.platform.clock())
    expect(await mailTo('paulo@exemplo.gov.br')).toHaveLength(3)
  })

  it('without a login is asked for again', async () => {
    expect((await ask(' ')).errors).toEqual(['Informe o usuário.'])
  })
})

describe('a link made by the administrator', () => {
  it('R5 is shown once, works for a day and once, and only its hash is kept', async () => {
    await aPerson(house, { login: 'nova' })
    await house.db`update identity.account set password_hash = null where login = 'nova'`
    const id = await idOf(house, 'identity.account', 'login', 'nova')
    const local = await house.signIn('admin')
    const path = `/usuarios/${id}/nova-senha`
    const page = await local.send(await local.open(admin(path)), formTo(path))
    const link = linkIn(page.text)
    expect(link).not.toBe('')
    expect((await local.open(admin(`/usuarios/${id}`))).html).not.toContain(link)
    house.passTime(23 * 3_600_000)
    expect((await set(house.visitor(), link, both)).text).toContain('Senha salva')
    expect((await house.visitor().signIn('nova', newOne)).status).not.toBe(422)
    expect((await house.visitor().open(link)).status).toBe(404)
  })

  it('R5 stops working when the account is disabled', async () => {
    await aPerson(house, { login: 'barrada' })
    const id = await idOf(house, 'identity.account', 'login', 'barrada')
    const local = await house.signIn('admin')
    const path = `/usuarios/${id}/nova-senha`
    const link = linkIn((await local.send(await local.open(admin(path)), formTo(path))).text)
    await house.db`update identity.account set disabled_at = now() where login = 'barrada'`
    expect((await house.visitor().open(link)).status).toBe(404)
  })
})
