import { generate } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { type HouseWithProvider, openHouseWithProvider } from '../../../../test/support/builders-outside-account.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import type { ToyIdProvider } from '../../../../test/support/toy-id-provider.ts'
import { at, type Login } from '../../../../test/support/world.ts'

const cpf = { ana: '52998224725', paulo: '39053344705', carla: '12345678909', both: '11144477735' } as const
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

let world: HouseWithProvider
let house: TestHouse
let toy: ToyIdProvider

beforeAll(async () => {
  world = await openHouseWithProvider()
  house = world.house
  toy = world.toy
  await Promise.all([
    has('ana', cpf.ana),
    has('beto', cpf.both),
    has('rita', cpf.both),
    has('paulo', cpf.paulo),
    has('carla', cpf.carla),
    house.db`update identity.account set disabled_at = now() where login = 'paulo'`,
    house.db`update identity.account set password_hash = null, email = 'ana@exemplo.gov.br' where login = 'ana'`,
  ])
  await house.db`update identity.account set totp_secret = ${secret}, totp_confirmed_at = now() where login = 'carla'`
})
afterAll(() => world.close())
beforeEach(() => {
  world.configure({})
  toy.mend()
  toy.person = { sub: cpf.ana }
})

describe('somebody with an account here', () => {
  it('enters with the account of the provider, and goes where they wanted to', async () => {
    const person = house.visitor()
    const door = await person.open(`/entrar?depois=${encodeURIComponent(`/em/${at.gs}/contatos?q=a`)}`)
    const button = door.document.querySelector('a[href^="/entrar/conta"]')
    expect(button?.textContent?.trim()).toBe('Entrar com gov.br')
    const page = await comeBack(person, await toy.visit(await setOut(person, button?.getAttribute('href') ?? '')))
    expect([page.status, page.url]).toEqual([200, `/em/${at.gs}/contatos?q=a`])
    expect((await person.open('/minha-conta')).text).toContain('Ana Assessora')
  })

  test.each(['https://mau.example/', '//mau.example', '/\\mau.example'])(
    'R11 is led to no other place: %s',
    async (next) => {
      const person = house.visitor()
      await person.open('/entrar')
      const address = await setOut(person, `/entrar/conta?depois=${encodeURIComponent(next)}`)
      expect((await comeBack(person, await toy.visit(address))).url).toMatch(/^\/em\//)
    },
  )

  it('R18 has a session like any other: a new token, told of in the account and in the trail, ended by disabling', async () => {
    toy.person = { sub: cpf.ana, reliability_info: { level: 'gold' } }
    const [person, elsewhere] = [house.visitor(), house.visitor()]
    await enter(elsewhere)
    await enter(person)
    expect(sessionOf(person)).toMatch(/^[\w-]{43}$/)
    expect(sessionOf(person)).not.toBe(sessionOf(elsewhere))
    // Who is in already is not sent anywhere.
    expect(await setOut(person)).toBe('/inicio')
    expect((await person.open('/minha-conta')).text).toContain('gov.br, nível ouro')
    await house.workOff()
    const [entry] = await house.db<{ login: string; operation: string }[]>`
      select a.login, e.operation from auditing.entry e join identity.account a on a.id = e.account_id
       where e.resource = 'sign-in-outside' order by e.id desc limit 1`
    expect(entry?.login).toBe('ana')
    expect(entry?.operation).not.toMatch(/code|state/)
    await house.db`update identity.account set disabled_at = now() where login = 'ana'`
    expect((await person.open('/minha-conta')).url).toMatch(/^\/entrar/)
    await house.db`update identity.account set disabled_at = null where login = 'ana'`
  })

  it('chooses among their agencies, and among no others', async () => {
    toy.person = { sub: cpf.both }
    const person = house.visitor()
    const question = await enter(person)
    expect(question.text).toContain('usuário beto')
    expect(question.text).toContain('usuário rita')
    const [ana] = await house.db<{ id: string }[]>`select id from identity.account where login = 'ana'`
    const wrong = await person.send(question, 'form[action="/entrar/conta/escolha"]', { conta: ana?.id ?? '' })
    expect(wrong.url).toBe('/entrar?aviso=conta-vencida')
    const again = await enter(person)
    const [rita] = await house.db<{ id: string }[]>`select id from identity.account where login = 'rita'`
    const page = await person.send(again, 'form[action="/entrar/conta/escolha"]', { conta: rita?.id ?? '' })
    expect(page.url).toMatch(new RegExp(`^/em/${at.rj}/`))
  })

  it('without a password is told how to make one, and has spent no attempt', async () => {
    const person = house.visitor()
    await enter(person)
    const page = await person.open('/minha-conta/duas-etapas')
    const told = await person.send(page, 'form[action="/minha-conta/duas-etapas"]', { senha: 'qualquer coisa' })
    expect(told.errors.join()).toContain('ainda não tem senha')
    expect((await person.open('/minha-conta/senha')).html).toContain('/esqueci-a-senha?usuario=ana')
    expect(await house.db`select 1 from identity.sign_in_attempt where login = 'ana'`).toHaveLength(0)
  })

  test.each([
    ['usuario', { sub: 'Ana' }],
    ['email', { sub: 'ANA@exemplo.gov.br', email_verified: true }],
  ] as const)('R15 may be known by another claim: %s', async (matches, person) => {
    world.configure({ matches })
    toy.person = person
    expect((await enter(house.visitor())).url).toMatch(/^\/em\//)
  })
})

describe('the second factor of the account', () => {
  beforeEach(() => {
    toy.person = { sub: cpf.carla, reliability_info: { level: 'silver' } }
  })

  it('R17 is asked, and its code opens the session', async () => {
    const person = house.visitor()
    const question = await enter(person)
    expect(question.text).toContain('Código do aplicativo autenticador')
    expect((await person.open('/minha-conta')).url).toMatch(/^\/entrar/)
    const form = 'form[action="/entrar/conta/codigo"]'
    const wrong = await person.send(question, form, { codigo: '000000' })
    expect(wrong.status).toBe(422)
    const page = await person.send(wrong, form, { codigo: await generate({ secret }) })
    expect(page.url).toMatch(/^\/em\//)
    expect((await person.open('/minha-conta')).text).toContain('gov.br, nível prata')
  })

  test.each([
    ['ouro', false],
    ['prata', true],
  ] as const)('R17 where %s is enough, silver enters without a code: %s', async (level, enters) => {
    world.configure({ levelWithoutCode: level })
    expect((await enter(house.visitor())).url.startsWith('/em/')).toBe(enters)
  })
})

describe('who does not enter', () => {
  it('R15 is not told whether there is such a person: unknown and disabled hear the same', async () => {
    toy.person = { sub: '15350946056' }
    const unknown = await enter(house.visitor())
    toy.person = { sub: cpf.paulo }
    const disabled = await enter(house.visitor())
    expect(unknown.url).toBe('/entrar?aviso=conta-desconhecida')
    expect([disabled.url, disabled.text]).toEqual([unknown.url, unknown.text])
    expect(unknown.text).toContain('Não há usuário ativo aqui para a conta gov.br')
  })

  test.each([
    ['usuario', { sub: '*' }],
    ['cpf', { sub: 'ana' }],
    ['email', { sub: 'ana@exemplo.gov.br' }],
    ['email', { sub: 'ana@exemplo.gov.br', email_verified: 'true' }],
  ] as const)('R15 a claim that is no %s: %j', async (matches, person) => {
    world.configure({ matches })
    toy.person = person
    expect((await enter(house.visitor())).url).toBe('/entrar?aviso=conta-desconhecida')
  })

  test.each([
    [{ reliability_info: { level: 'bronze' } }, '/entrar?aviso=conta-nivel'],
    [{}, '/entrar?aviso=conta-nivel'],
    [{ acr: 'prata' }, '/em/'],
    [{ reliability_info: { level: 'gold' } }, '/em/'],
  ])('R17 with silver asked for, %j leads to %s', async (level, expected) => {
    world.configure({ leastLevel: 'prata' })
    toy.person = { sub: cpf.ana, ...level }
    const page = await enter(house.visitor())
    expect(page.url.startsWith(expected)).toBe(true)
    if (expected !== '/em/') expect(page.text).toContain('precisa ter nível prata ou maior')
  })

  it('gave up at the provider', async () => {
    const person = house.visitor()
    await person.open('/entrar')
    const state = new URL(await setOut(person)).searchParams.get('state')
    const page = await comeBack(person, `http://x/entrar/conta/volta?error=access_denied&state=${state}`)
    expect(page.text).toContain('não foi autorizada')
  })
})

describe('R16 what comes back is believed', () => {
  it('once', async () => {
    const person = house.visitor()
    await person.open('/entrar')
    const address = await toy.visit(await setOut(person))
    expect((await comeBack(person, address)).url).toMatch(/^\/em\//)
    expect((await comeBack(house.visitor(), address)).url).toBe('/entrar?aviso=conta-vencida')
    const asked = toy.asked.length
    expect((await comeBack(person, address)).url).toMatch(/^\/em\//)
    // The session that was there goes on; the address opened none, and the provider was not asked again.
    expect(toy.asked.length).toBe(asked)
  })

  it('in the browser that set out, and in no other', async () => {
    const [victim, attacker] = [house.visitor(), house.visitor()]
    await Promise.all([victim.open('/entrar'), attacker.open('/entrar')])
    const address = await toy.visit(await setOut(attacker))
    expect((await comeBack(victim, address)).url).toBe('/entrar?aviso=conta-vencida')
    expect((await victim.open('/minha-conta')).url).toMatch(/^\/entrar/)
  })

  it('within ten minutes', async () => {
    const person = house.visitor()
    await person.open('/entrar')
    const address = await toy.visit(await setOut(person))
    house.passTime(10 * 60_000 + 1000)
    expect((await comeBack(person, address)).url).toBe('/entrar?aviso=conta-vencida')
    house.setClock(new Date())
  })

  it('with the state that was given, and no other', async () => {
    const person = house.visitor()
    await person.open('/entrar')
    const address = new URL(await toy.visit(await setOut(person)))
    address.searchParams.set('state', 'x'.repeat(43))
    expect((await comeBack(person, address.href)).url).toBe('/entrar?aviso=conta-vencida')
  })

  const now = () => Math.floor(Date.now() / 1000)
  test.each<[string, () => void]>([
    ['the nonce of another', () => bad({ claims: { nonce: 'x'.repeat(43) } })],
    ['no nonce', () => bad({ claims: { nonce: undefined } })],
    ['another issuer', () => bad({ claims: { iss: 'https://mau.example' } })],
    ['another audience', () => bad({ claims: { aud: 'outro-sistema' } })],
    ['two audiences, and not for us', () => bad({ claims: { aud: ['carimbo-de-teste', 'outro'], azp: 'outro' } })],
    ['a time that is over', () => bad({ claims: { exp: now() - 120, iat: now() - 600 } })],
    ['a time to come', () => bad({ claims: { nbf: now() + 600 } })],
    ['nobody in it', () => bad({ claims: { sub: undefined } })],
    ['no signature', () => bad({ header: { alg: 'none' }, signs: () => '' })],
    ['a signature by the public key as a secret', () => hmac(toy.publicKey())],
    ['a signature by the secret of the client', () => hmac(toy.clientSecret)],
    ['a signature of something else', () => bad({ signs: () => Buffer.alloc(256, 1).toString('base64url') })],
    ['a signature of another kind than it says', () => bad({ header: { alg: 'PS256' } })],
    ['an extension that nobody here knows', () => bad({ header: { crit: ['x'], x: 1 } })],
  ])('not with %s', async (_what, spoil) => {
    const person = house.visitor()
    spoil()
    expect((await enter(person)).url).toBe('/entrar?aviso=conta-nao-conferida')
    expect((await person.open('/minha-conta')).url).toMatch(/^\/entrar/)
    toy.mend()
    expect((await enter(person)).url).toMatch(/^\/em\//)
  })

  it('not by a key that the provider does not publish; by a new one as soon as it does', async () => {
    await enter(house.visitor())
    toy.changeKey('later')
    expect((await enter(house.visitor())).url).toBe('/entrar?aviso=conta-nao-conferida')
    toy.publishKey()
    expect((await enter(house.visitor())).url).toMatch(/^\/em\//)
  })

  const bad = (spoilt: Partial<ToyIdProvider>) => Object.assign(toy, spoilt)
  const hmac = (key: string) => bad({ header: { alg: 'HS256' }, signs: toy.signByHmac(key) })
})

describe('a provider that does not do its part', () => {
  test.each([
    ['silent', 'conta-sem-resposta'],
    ['broken', 'conta-sem-resposta'],
    ['endless', 'conta-sem-resposta'],
    ['large', 'conta-sem-resposta'],
    ['rude', 'conta-nao-conferida'],
  ] as const)(
    '%s, while people set out and when they come back: a sentence, and the password still opens',
    async (mood, word) => {
      const person = house.visitor()
      await person.open('/entrar')
      const address = await toy.visit(await setOut(person))
      toy.mood = mood
      const page = await comeBack(person, address)
      expect(page.url).toBe(`/entrar?aviso=${word}`)
      expect(await setOut(person)).toBe(`/entrar?aviso=${word}`)
      expect((await person.signIn('secretaria')).url).toMatch(/^\/em\//)
    },
  )
})

it('is not there where no provider is configured', async () => {
  const plain = await openTestHouse()
  const visitor = plain.visitor()
  expect((await visitor.open('/entrar')).html).not.toContain('/entrar/conta')
  for (const path of ['', '/volta?state=x&code=y', '/escolha']) {
    expect((await visitor.open(`/entrar/conta${path}`)).status).toBe(404)
  }
  await plain.close()
})

const has = (login: Login, number: string) =>
  house.db`update identity.account set cpf = ${number} where login = ${login}`

const enter = (person: Person) => world.enter(person)
const setOut = (person: Person, href?: string) => world.setOut(person, href)
const comeBack = (person: Person, address: string) => world.comeBack(person, address)
const sessionOf = (person: Person) => person.cookies().find(({ name }) => name === 'carimbo')?.value
