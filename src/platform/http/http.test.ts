import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, eventsOf } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'

describe('the web server', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house.close())

  it('gives every answer a strict policy, without inline script or style', async () => {
    for (const url of ['/', '/entrar', '/saude', '/nada']) {
      const { headers } = await house.app.inject(url)
      const policy = String(headers['content-security-policy'])
      expect(policy, url).toContain("default-src 'none'")
      expect(policy, url).not.toContain('unsafe')
      expect(headers['x-content-type-options'], url).toBe('nosniff')
      expect(headers['cache-control'], url).toContain('no-store')
    }
  })

  it('gives cookies that scripts and other sites do not get', async () => {
    const { cookies } = await house.app.inject('/entrar')
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  it('takes zero bytes out of what was typed, and leads no address with them anywhere', async () => {
    const marina = await house.signIn('marina')
    const made = await aCaseFile(house)
    const page = await marina.open(`/em/${at.prot}/processos/${made.digits}/historico`)
    const after = await marina.send(page, 'form[action$="/andamentos"]', { texto: 'Com\0zero.' })
    expect(after.text).toContain('Comzero.')
    expect((await marina.open(`/em/${at.prot}/processos/%00`)).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/mesa?filtro=%00`)).status).toBe(404)
  })

  const forgeries: [string, Record<string, string>, Record<string, string>][] = [
    ['without a token', {}, {}],
    ["with another session's token", { _csrf: 'aGVsbG8' }, {}],
    ['from another site', {}, { origin: 'https://outro.example' }],
  ]
  for (const [how, fields, headers] of forgeries) {
    it(`refuses a form ${how}, and nothing changes`, async () => {
      const marina = await house.signIn('marina')
      const made = await aCaseFile(house)
      const before = await eventsOf(house, made.id)
      const response = await house.app.inject({
        method: 'POST',
        url: `/em/${at.prot}/processos/${made.digits}/andamentos`,
        payload: new URLSearchParams({ texto: 'forjado', ...fields }).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          cookie: marina
            .cookies()
            .map(({ name, value }) => `${name}=${value}`)
            .join('; '),
          ...headers,
        },
      })
      expect(response.statusCode).toBe(403)
      expect(await eventsOf(house, made.id)).toEqual(before)
    })
  }

  it('keeps what was typed when the session ended meanwhile', async () => {
    const made = await aCaseFile(house)
    const visitor = house.visitor()
    const page = await visitor.post(`/em/${at.prot}/processos/${made.digits}/andamentos`, {
      texto: 'Um texto que levou tempo.',
      senha: 'segredo',
    })
    expect(page.text).toContain('Sua sessão terminou')
    expect(page.html).toContain('Um texto que levou tempo.')
    expect(page.html).not.toContain('segredo')
  })

  it('sends who is not signed in to the door, and back afterwards', async () => {
    const made = await aCaseFile(house)
    const visitor = house.visitor()
    const door = await visitor.open(`/em/${at.prot}/processos/${made.digits}`)
    expect(door.url).toContain('/entrar?depois=')
    const after = await visitor.send(door, 'form[action="/entrar"]', { usuario: 'marina', senha: 'uma senha de teste' })
    expect(after.url).toBe(`/em/${at.prot}/processos/${made.digits}`)
  })

  it('has a limit on what a form may send, said in words', async () => {
    const marina = await house.signIn('marina')
    const page = await marina.post(`/em/${at.prot}/envio`, { texto: 'x'.repeat(1_200_000) })
    expect(page.status).toBe(413)
    expect(page.text).toContain('grande demais')
  })
})
