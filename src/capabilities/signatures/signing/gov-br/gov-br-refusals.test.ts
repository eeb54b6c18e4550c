import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  comeBack,
  cpfOfMarina,
  goToGovBr,
  govBrPerson,
  type HouseWithGovBr,
  openHouseWithGovBr,
} from '../../../../../test/support/builders-gov-br.ts'
import { tamper } from '../../../../../test/support/builders-signatures.ts'
import type { TestHouse } from '../../../../../test/support/house.ts'
import type { Person } from '../../../../../test/support/person.ts'
import type { ToyGovBr } from '../../../../../test/support/toy-gov-br.ts'
import { issue } from '../../../../../test/support/toy-pki.ts'
import { at } from '../../../../../test/support/world.ts'

let given: HouseWithGovBr
let toy: ToyGovBr
let house: TestHouse
let marina: Person
beforeAll(async () => {
  given = await openHouseWithGovBr()
  ;({ toy, house, marina } = given)
})
afterEach(() => toy.mend())
afterAll(() => given.close())

describe('what does not come off at gov.br', () => {
  const others = govBrPerson('OUTRA PESSOA', '11144477735')
  const bad: readonly [what: string, sentence: RegExp, change: () => void, signatures: number][] = [
    ['the account of another person', /é de outra pessoa/, () => Object.assign(toy, { person: others }), 0],
    ['another person in the CMS alone', /é de outra pessoa/, () => Object.assign(toy, { signsAs: others }), 1],
    ['no CPF', /não diz o CPF/, () => Object.assign(toy, { person: govBrPerson('MARINA', undefined) }), 0],
    [
      'a bronze account',
      /nível bronze, e para assinar ela precisa ser prata ou ouro/,
      () => Object.assign(toy, { standing: 'bronze' }),
      0,
    ],
    ['a cancelled CPF', /situação dele na Receita Federal/, () => Object.assign(toy, { standing: 'cancelled' }), 0],
    ['an authorization that is over', /venceu ou já tinha sido usada/, () => Object.assign(toy, { expires: true }), 0],
    ['who gives up there', /Você não autorizou a assinatura/, () => Object.assign(toy, { agrees: false }), 0],
    ['another digest', /não confere com o que foi pedido/, () => Object.assign(toy, { signsOther: true }), 1],
    ['SHA-1', /não confere com o que foi pedido/, () => Object.assign(toy, { cms: { digest: 'sha1' } }), 1],
    [
      'another root',
      /não é de uma autoridade em que esta instalação confia/,
      () => Object.assign(toy, { signsAs: issue(undefined, { name: 'X', cpf: cpfOfMarina }) }),
      1,
    ],
    [
      'an expired certificate',
      /não é de uma autoridade em que esta instalação confia/,
      () => Object.assign(toy, { signsAs: govBrPerson('M', cpfOfMarina, { until: new Date('2021-01-01Z') }) }),
      1,
    ],
    ['a service that is down', /não respondeu/, () => Object.assign(toy, { mood: 'broken' }), 0],
    ['one that says nothing', /não respondeu/, () => Object.assign(toy, { mood: 'silent', moodAt: 'assinar' }), 0],
    ['one that never ends', /não respondeu/, () => Object.assign(toy, { mood: 'endless', moodAt: 'assinar' }), 0],
    ['too much', /não respondeu/, () => Object.assign(toy, { mood: 'large', moodAt: 'certificado' }), 0],
    [
      'one that sends elsewhere',
      /não respondeu/,
      () => Object.assign(toy, { mood: 'elsewhere', moodAt: 'assinar' }),
      0,
    ],
    ['a page instead of a token', /não respondeu/, () => Object.assign(toy, { mood: 'rude', moodAt: 'token' }), 0],
    ['a page instead of a CMS', /não confere/, () => Object.assign(toy, { mood: 'rude', moodAt: 'assinar' }), 0],
  ]
  it.each(bad)(
    'R20 is told in words, leaves nothing, and is tried again from there: %s',
    async (_what, sentence, change, made) => {
      refusedDraft ||= await given.aWrittenDraft()
      change()
      const after = await given.signed(refusedDraft)
      expect(after.status).toBe(200)
      expect(after.text).toContain('Nada foi assinado agora')
      expect(after.text).toMatch(sentence)
      // What gov.br sent does not stay in the address, and the way there is still open.
      expect(after.url).not.toMatch(/code=|state=/)
      expect(after.document.querySelector('a[href*="/govbr/ida"]')).not.toBe(null)
      expect(toy.signatures).toBe(made)
      expect(toy.asked).not.toContain('outro')
      expect(await given.signaturesIn(refusedDraft)).toEqual([])
      expect(await leftBehind(refusedDraft)).toEqual({ events: 0, cms: 0 })
    },
  )

  it('R20 after a failure the same preparation is signed at the second going', async () => {
    const number = await given.aWrittenDraft()
    toy.mood = 'broken'
    const back = await goToGovBr(house, toy, marina, await given.prepared(number))
    const after = await comeBack(marina, back)
    toy.mend()
    expect((await comeBack(marina, back)).text).toContain('não vale mais')
    expect(toy.asked).toEqual([])
    await comeBack(marina, await goToGovBr(house, toy, marina, after))
    expect(await given.signaturesIn(number)).toMatchObject([{ method: 'gov-br', state: 'valid' }])
  })

  it('R20 an answer that is lost after gov.br signed leaves nothing half-made, and signing again makes one', async () => {
    const number = await given.aWrittenDraft()
    toy.afterSigning = async () => {
      await tamper(house, 'alter table signatures.signature add constraint no_more check (id < 0) not valid')
    }
    const after = await given.signed(number)
    await tamper(house, 'alter table signatures.signature drop constraint no_more')
    expect(after.status).toBe(500)
    expect(await given.signaturesIn(number)).toEqual([])
    expect(await leftBehind(number)).toEqual({ events: 0, cms: 0 })
    toy.mend()
    await given.signed(number)
    expect(await given.signaturesIn(number)).toHaveLength(1)
  })

  it('R19 the word that comes back is good once, in the session that set out, for ten minutes', async () => {
    const number = await given.aWrittenDraft()
    const step = await given.prepared(number)
    const back = await goToGovBr(house, toy, marina, step)
    const over = /Esta ida ao gov\.br não vale mais/
    for (const stranger of [await house.signIn('paulo'), await house.signIn('marina')]) {
      expect((await comeBack(stranger, back)).text).toMatch(over)
      expect((await stranger.open(step.url)).text).toMatch(over)
    }
    expect((await comeBack(house.visitor(), back)).url).toBe('/entrar')
    const guessed = back.replace(/state=[^&]+/, `state=${at.prot}.${'x'.repeat(43)}`)
    expect((await comeBack(marina, guessed)).text).toMatch(over)
    expect((await comeBack(marina, back.replace(/state=[^&]+/, 'state='))).text).toMatch(over)
    house.passTime(11 * 60_000)
    const late = await comeBack(marina, back)
    house.passTime(-11 * 60_000)
    expect(late.text).toMatch(over)
    expect(toy.asked).toEqual(['autorizar'])
    expect((await comeBack(marina, back)).url).toContain('resultado=')
    expect((await comeBack(marina, back)).text).toMatch(over)
    expect(await given.signaturesIn(number)).toHaveLength(1)
  })

  it('R19 who leaves twice comes back by the second, and two that come at once sign once', async () => {
    const number = await given.aWrittenDraft()
    const step = await given.prepared(number)
    const first = await goToGovBr(house, toy, marina, step)
    const second = await goToGovBr(house, toy, marina, step)
    expect((await comeBack(marina, first)).text).toContain('não vale mais')
    const both = await Promise.all([comeBack(marina, second), comeBack(marina, second)])
    expect(both.filter(({ url }) => url.includes('resultado='))).toHaveLength(1)
    expect(await given.signaturesIn(number)).toHaveLength(1)
  })

  it('R20 what was written down all the while holds no secret, no token, no code and no word', async () => {
    const told = given.lines.join('\n')
    expect(told).toContain('the signing service of gov.br refused')
    expect(toy.secrets.length).toBeGreaterThan(20)
    expect(toy.secrets.filter((secret) => told.includes(secret))).toEqual([])
  })
})

let refusedDraft = ''

async function leftBehind(number: string) {
  const [row] = await house.db`
    select (select count(*)::int from history.event e where e.document_id = d.id and e.kind = 'document-signed') as events,
           (select count(*)::int from signatures.signed_content c where substring(c.bytes for 1) = '\\x30'::bytea
             and not exists (select 1 from signatures.signature s where s.certificate->>'cms' = encode(c.sha256, 'hex'))) as cms
      from documents.document d where d.number = ${number}`
  return row
}
