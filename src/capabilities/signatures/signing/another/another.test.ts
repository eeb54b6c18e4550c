import { generate, generateSecret } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator } from '../../../../../test/support/builders-admin.ts'
import { aCaseFile, confirmPasswordFor, openForCommands } from '../../../../../test/support/builders-cases.ts'
import { aDraft } from '../../../../../test/support/builders-documents.ts'
import { aHolder, anOffice, aSubstitution } from '../../../../../test/support/builders-offices.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../../test/support/house.ts'
import type { Page, Person } from '../../../../../test/support/person.ts'
import { at, password } from '../../../../../test/support/world.ts'
import { addDays, todayIn } from '../../../../platform/calendar/index.ts'
import { signaturesOf } from '../../index.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

async function aWrittenDraft() {
  const caseFile = await aCaseFile(house)
  const number = await aDraft(house, caseFile.digits, { text: 'Defiro o pedido.' })
  return { number, caseFile }
}

const here = (number: string) => `/em/${at.prot}/documentos/${number}/assinatura/outra-pessoa`

async function sign(number: string, fields: Record<string, string> = {}): Promise<Page> {
  const page = await marina.open(here(number))
  expect(page.text).toContain('Defiro o pedido.')
  return marina.send(page, 'form[action$="/outra-pessoa"]', {
    usuario: 'paulo',
    senha: password,
    cargo: 'Analista',
    ...fields,
  })
}

const signaturesIn = async (number: string) => {
  const [row] = await house.db<{ id: string }[]>`select id from documents.document where number = ${number}`
  return (await signaturesOf(house.db, [row?.id ?? ''])).get(row?.id ?? '') ?? []
}

const wrongOf = async (login: string) => {
  const [row] = await house.db<{ count: number }[]>`
    select count(*)::int from identity.sign_in_attempt where login = ${login} and not succeeded`
  return row?.count
}

describe('another person in one’s session', () => {
  it('R17 signs in their own name, the history says where, and the session stays whose it is', async () => {
    const { number, caseFile } = await aWrittenDraft()
    const after = await sign(number)
    expect(after.url).toContain(`/documentos/${number}?resultado=`)
    expect(await signaturesIn(number)).toMatchObject([
      { signerName: 'Paulo Protocolista', capacity: 'Analista', method: 'password', state: 'valid' },
    ])
    const [event] = await house.db<{ login: string; session: string }[]>`
      select a.login, e.facts->>'inSessionOf' as session from history.event e join identity.account a on a.id = e.account_id
       where e.case_file_id = ${caseFile.id} and e.kind = 'document-signed'`
    expect(event).toEqual({ login: 'paulo', session: 'Marina Protocolista' })
    expect((await marina.open(`/em/${at.prot}/mesa`)).text).toContain('Marina Protocolista')
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    await marina.send(page, 'form[action$="/assinatura"]', { cargo: 'Analista', senha: password })
    const third = await sign(number)
    expect(third.text).toContain('Paulo Protocolista já assinou este documento.')
    expect(await signaturesIn(number)).toHaveLength(2)
  })

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['an unknown login', { usuario: 'ninguem' }, 'senha', /Usuário ou senha não conferem/],
    ['a wrong password', { senha: 'errada' }, 'senha', /Usuário ou senha não conferem/],
    ['who has no right to sign here', { usuario: 'carla' }, 'usuario', /não tem permissão para assinar nesta unidade/],
    ['who is signed in', { usuario: 'marina' }, 'usuario', /é a pessoa que entrou/],
    ['no login', { usuario: '' }, 'usuario', /Informe o usuário/],
    ['no password', { senha: '' }, 'senha', /Informe a senha/],
    ['a capacity of no unit', { cargo: 'Rei' }, 'cargo', /não é mais da unidade/],
  ])('R17 is refused beside the field, and nothing is signed: %s', async (_who, fields, field, sentence) => {
    const { number } = await aWrittenDraft()
    const again = await sign(number, fields)
    expect(again.status).toBe(422)
    expect(again.errors.find((error) => sentence.test(JSON.stringify(error)))).toBeDefined()
    expect(again.document.querySelector(`[name="${field}"]`)?.getAttribute('aria-invalid')).toBe('true')
    expect(again.html).not.toContain(password)
    expect(await signaturesIn(number)).toEqual([])
  })

  it('R17 an unknown login and a wrong password answer the same; both are counted on that login, and it rests', async () => {
    const { number } = await aWrittenDraft()
    const ofUnknown = await sign(number, { usuario: 'nenhum' })
    for (let time = 0; time < 5; time++) await sign(number, { usuario: 'ana', senha: 'errada' })
    expect(await wrongOf('ana')).toBe(5)
    expect(ofUnknown.errors).toEqual((await sign(number, { usuario: 'nenhum2' })).errors)
    const rests = await sign(number, { usuario: 'ana' })
    expect(rests.text).toContain('Houve muitas tentativas erradas')
    expect(await wrongOf('marina')).toBe(0)
  })

  it('R17 the second factor of that person is asked for, and each code is good once', async () => {
    const secret = generateSecret()
    await house.db`update identity.account set totp_secret = ${secret}, totp_confirmed_at = now() where login = 'paulo'`
    const { number } = await aWrittenDraft()
    expect((await sign(number)).text).toContain('usa verificação em duas etapas')
    expect((await sign(number, { codigo: '000000' })).text).toContain('O código não confere')
    expect(await signaturesIn(number)).toEqual([])
    const epoch = Math.floor(house.platform.clock().getTime() / 1000)
    const code = await generate({ secret, epoch })
    await sign(number, { codigo: code })
    expect(await signaturesIn(number)).toHaveLength(1)
    const { number: second } = await aWrittenDraft()
    expect((await sign(second, { codigo: code })).text).toContain('já foi usado')
    await house.db`update identity.account set totp_secret = null, totp_confirmed_at = null where login = 'paulo'`
  })

  it('R17 no code is spent where the person may not sign here in any case', async () => {
    const secret = generateSecret()
    await house.db`update identity.account set totp_secret = ${secret}, totp_confirmed_at = now() where login = 'carla'`
    const { number } = await aWrittenDraft()
    const code = await generate({ secret, epoch: Math.floor(house.platform.clock().getTime() / 1000) })
    const refused = await sign(number, { usuario: 'carla', codigo: code })
    expect(refused.text).toContain('não tem permissão para assinar nesta unidade')
    const [kept] = await house.db`select totp_last_step from identity.account where login = 'carla'`
    expect(kept).toEqual({ totp_last_step: null })
    await house.db`update identity.account set totp_secret = null, totp_confirmed_at = null where login = 'carla'`
  })

  it('R17 signs nothing of a confidential case file without a credential of that person', async () => {
    const caseFile = await aCaseFile(house, { level: 'confidential' })
    await openForCommands(house, 'marina', at.prot, caseFile.id)
    const number = await aDraft(house, caseFile.digits, { text: 'Defiro o pedido.' })
    const closed = await marina.open(here(number))
    expect(closed.text).not.toContain('Defiro o pedido.')
    await confirmPasswordFor(marina, at.prot, caseFile.digits, password)
    const refused = await sign(number)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Esta pessoa não pode assinar este documento.')
    expect(await signaturesIn(number)).toEqual([])
  })

  it('R17 a capacity that comes of standing in for somebody is for that person’s own session', async () => {
    const central = await aCentralAdministrator(house)
    const today = todayIn(house.platform.clock())
    const office = await anOffice(central, 'Chefe do Protocolo', 'PROT')
    await aHolder(central, office, 'marina')
    await aSubstitution(central, office, 'paulo', { desde: today, ate: addDays(today, 5) })
    const [acting] = await house.db<{ capacity: string }[]>`
      select x.capacity from identity.account a join organization.unit u on u.slug = ${at.prot},
             lateral identity.acting_in(a.id, u.id, ${today}::date) x where a.login = 'paulo'`
    expect(acting?.capacity).toContain('Chefe do Protocolo')
    const { number } = await aWrittenDraft()
    const refused = await sign(number, { cargo: acting?.capacity ?? '' })
    expect(refused.text).toContain('não é mais da unidade')
    expect(await signaturesIn(number)).toEqual([])
  })

  it('R17 sent twice at once is one signature', async () => {
    const { number } = await aWrittenDraft()
    const page = await marina.open(here(number))
    const fields = { usuario: 'paulo', senha: password, cargo: 'Analista' }
    const form = 'form[action$="/outra-pessoa"]'
    const both = await Promise.all([marina.send(page, form, fields), marina.send(page, form, fields)])
    expect(both.map(({ url }) => /resultado=/.test(url))).toEqual([true, true])
    expect(await signaturesIn(number)).toHaveLength(1)
  })
})
