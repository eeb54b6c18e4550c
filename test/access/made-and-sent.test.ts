import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator } from '../support/builders-admin.ts'
import { aHouseOfRequests, aRequest } from '../support/builders-case-type-requests.ts'
import { aCaseFile, confirmPasswordFor, formOf, legalBasisOf } from '../support/builders-cases.ts'
import { aList, givesEmail } from '../support/builders-issuing.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import type { Person } from '../support/person.ts'
import { at, password } from '../support/world.ts'
import { type Caller, callerOf } from './caller.ts'

/**
 * What belongs to one person, one unit or one document and is in none of the random worlds: requests for case types,
 * lists of documents in the making, what went with an e-mail. Everybody else is told what they are told of nothing.
 */
let house: TestHouse
let marina: Person
let callers: Record<'marina' | 'paulo' | 'carla' | 'rita' | 'ana', Caller>
let central: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  central = await aCentralAdministrator(house)
  await aHouseOfRequests(house, central)
  await givesEmail(house)
  const caller = async (login: 'paulo' | 'carla' | 'rita' | 'ana') => callerOf(house.app, await house.signIn(login))
  callers = {
    marina: callerOf(house.app, marina),
    paulo: await caller('paulo'),
    carla: await caller('carla'),
    rita: await caller('rita'),
    ana: await caller('ana'),
  }
})
afterAll(() => house.close())

const here = `/em/${at.prot}`
const nowhere = '999999999'

describe('what went with an e-mail', () => {
  it('is read by who may read the e-mail, and by nobody for whom it is closed or confidential', async () => {
    const { digits } = await aCaseFile(house, { summary: 'Convite' })
    const page = await marina.open(`${here}/processos/${digits}/correio`)
    const sent = await marina.send(
      page,
      formOf('correio'),
      { ato: 'enviar', para: 'bruno@exemplo.org', assunto: 'Convite', mensagem: 'Segue.' },
      [{ field: 'arquivos', name: 'mapa.txt', type: 'text/plain', content: 'Só para quem lê a mensagem' }],
    )
    const number = sent.url.split('/').at(-1) ?? ''
    const of = (unit: string, place = '1') => `/em/${unit}/documentos/${number}/anexos/${place}`
    expect((await callers.paulo.get(of(at.prot))).text).toBe('Só para quem lê a mensagem')
    for (const place of ['0', '2', '-1', 'x']) expect((await callers.paulo.get(of(at.prot, place))).status).toBe(404)
    // In a unit of others, and in one's own that the case file never passed, once it is restricted.
    await level(digits, 'restricted')
    const closed = await callers.carla.get(of(at.cofic))
    expect(closed.text).not.toContain('Só para quem')
    expect(closed.status).toBe(404)
    expect((await callers.rita.get(of(at.prot))).status).toBe(404)
    await level(digits, 'confidential')
    expect(await callers.paulo.get(of(at.prot))).toMatchObject({ status: 404 })
    // The holder is asked for the password first.
    const holder = await callers.marina.get(of(at.prot))
    expect(holder.text).not.toContain('Só para quem')
    expect(holder.location).toContain('/senha')
    await confirmPasswordFor(marina, at.prot, digits, password)
    expect((await callers.marina.get(of(at.prot))).text).toBe('Só para quem lê a mensagem')
  })
})

describe('a list of documents in the making', () => {
  it('is of who brought it, in the unit where it was brought', async () => {
    const { digits, number } = await aCaseFile(house, { summary: 'Intimações' })
    const brought = await aList(house, marina, digits, 'nome;processo\nFulana de Tal;1')
    const id = brought.url.split('/').at(-1) ?? ''
    const own = await callers.marina.get(`${here}/lotes/${id}`)
    expect(own.text).toContain('Fulana de Tal')
    const strangers: [Caller, string][] = [
      [callers.paulo, at.prot],
      [callers.carla, at.cofic],
      [callers.ana, at.gs],
    ]
    for (const [caller, unit] of strangers) {
      const [answer, missing] = [
        await caller.get(`/em/${unit}/lotes/${id}`),
        await caller.get(`/em/${unit}/lotes/${nowhere}`),
      ]
      expect([answer.status, answer.bytes.length]).toEqual([404, missing.bytes.length])
      expect(answer.text).not.toContain('Fulana')
      expect(answer.text).not.toContain(number)
      expect((await caller.post(`/em/${unit}/lotes/${id}/geracao`)).status).toBe(404)
    }
    const [row] = await house.db`select state from issuing.batch where id = ${id}`
    expect(row?.state).toBe('prepared')
  })

  it('tells no case file that is not for who brings it: one that is hidden is as one that is not there', async () => {
    const secret = await aCaseFile(house, { level: 'confidential', by: 'paulo', summary: 'Sindicância de beltrano' })
    const absent = secret.digits.replace(/^\d{3}/, '987')
    const told = async (digits: string) => {
      const page = await aList(house, marina, '', `nome;processo\nAna;${digits}`)
      return page.text
        .replaceAll(digits, '#')
        .replace(/\/lotes\/\d+/g, '')
        .replace(/lista \d+/g, '')
    }
    const [hidden, missing] = [await told(secret.digits), await told(absent)]
    expect(hidden).not.toContain('beltrano')
    expect(hidden).not.toContain(secret.number)
    expect(hidden).toBe(missing)
    expect(hidden).toContain('Nenhum processo com este número está disponível')
  })
})

describe('a request for a case type', () => {
  it('is seen by its agency’s commission and by who analyses, and by nobody else', async () => {
    const ana = house.visitor()
    await ana.signIn('ana')
    await aRequest(ana, { nome: 'Cultura: Pedido reservado' })
    const [row] = await house.db`select id from case_type_requests.request order by id desc limit 1`
    const ofUnit = (unit: string, rest = '') => `/em/${unit}/pedidos-de-tipos${rest}`
    expect((await callers.ana.get(ofUnit(at.gs))).text).toContain('Pedido reservado')
    expect((await callers.carla.get(ofUnit(at.cofic, `/${row?.id}`))).text).toContain('Pedido reservado')
    const strangers: [Caller, string][] = [
      [callers.marina, at.prot],
      [callers.paulo, at.prot],
      [callers.rita, at.rj],
    ]
    for (const [caller, unit] of strangers) {
      for (const rest of ['', '/novo', '/unidade', `/${row?.id}`, `/${nowhere}`]) {
        const answer = await caller.get(ofUnit(unit, rest))
        expect([rest, answer.status]).toEqual([rest, 404])
        expect(answer.text).not.toContain('Pedido reservado')
      }
      for (const rest of ['', '/unidade', `/${row?.id}/aprovacao`, `/${row?.id}/recusa`]) {
        const answer = await caller.post(ofUnit(unit, rest), { motivo: 'Porque sim, e por nada mais.', unidade: 'GS' })
        expect([rest, answer.status]).toEqual([rest, 404])
      }
    }
    // Who asked does not answer, who analyses does not ask.
    expect((await callers.ana.post(ofUnit(at.gs, `/${row?.id}/aprovacao`))).status).toBe(404)
    expect((await callers.carla.get(ofUnit(at.cofic, '/novo'))).status).toBe(404)
    const [after] = await house.db`select answered_at as at from case_type_requests.request where id = ${row?.id}`
    expect(after?.at).toBeNull()
  })
})

async function level(digits: string, to: 'restricted' | 'confidential'): Promise<void> {
  const fields = { nivel: to, hipotese: await legalBasisOf(house.db, to) }
  expect((await callers.marina.post(`${here}/processos/${digits}/nivel`, fields)).status).toBe(303)
}
