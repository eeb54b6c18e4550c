import { connect } from 'node:net'
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
    ['from an origin that is none', {}, { origin: 'outro' }],
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

  it('answers an address that cannot be read as one that leads nowhere, with the headers of every answer', async () => {
    for (const url of ['/em/%E0%A4%A/mesa', '/%zz', `/em/${'a'.repeat(400)}/mesa`]) {
      const { statusCode, headers, body } = await house.app.inject(url)
      expect(statusCode, url).toBe(404)
      expect(headers['x-content-type-options'], url).toBe('nosniff')
      expect(headers['content-security-policy'], url).toContain("default-src 'none'")
      expect(body, url).not.toContain('FST_')
    }
  })

  it('answers what is no request of HTTP in few words, that no browser takes for a page', async () => {
    const { port } = new URL(await house.listen())
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('isto não é HTTP\r\n\r\n'))
      const chunks: Buffer[] = []
      socket.on('data', (chunk) => chunks.push(chunk)).on('close', () => resolve(Buffer.concat(chunks).toString()))
    })
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(said).toContain('X-Content-Type-Options: nosniff')
    expect(said).toContain('Pedido mal formado.')
  })

  const halves: [string, string, string][] = [
    [
      'that ends in the middle',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ],
    ['without a boundary', 'multipart/form-data', 'a'],
    [
      'that ends in a file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nc',
    ],
  ]
  for (const [how, type, payload] of halves) {
    it(`says of a form in parts ${how} that it cannot be understood`, async () => {
      for (const url of ['/entrar', '/autenticidade/comparacao']) {
        const answer = await house.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })
        expect(answer.statusCode, url).toBe(400)
      }
    })
  }

  it('takes no list within a list for a field, however deep', async () => {
    const deep = `{"texto":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    const headers = { 'content-type': 'application/json' }
    const { statusCode } = await house.app.inject({ method: 'POST', url: '/sair', payload: deep, headers })
    expect(statusCode).toBe(403)
  })

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
