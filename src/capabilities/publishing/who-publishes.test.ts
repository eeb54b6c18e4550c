import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo } from '../../../test/support/builders-admin.ts'
import { aCaseFile, actorOf } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { anAct, aVehicle, letPublish } from '../../../test/support/builders-publishing.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { sendCaseFile } from '../routing/index.ts'
import { tellUnpublished } from './beside/unpublished.text.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  await letPublish(house)
  await aVehicle(house)
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const where = (number: string) => `/em/${at.prot}/documentos/${number}/publicacao`
const form = (noun: string) => `form[action$="/${noun}"]`

describe('R1 who publishes what', () => {
  test.each([
    ['a restricted document', { level: 'restricted' as const }, 'O documento não é público'],
    ['a type that no vehicle takes', { type: 'Ofício' }, 'Escolha um veículo'],
  ])('%s is refused with the way out', async (_, toBuild, words) => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Texto.', ...toBuild })
    await signDocument(house, number)
    const page = await marina.open(where(number))
    expect([page.status, page.text.includes(words)]).toEqual([409, true])
  })

  it('nobody without the permission, and nobody what is of another unit: there is a final version for that', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anAct(house, digits, 'Minuta da unidade que não publica.', 'Despacho')
    expect((await (await house.signIn('ana')).open(`/em/${at.asses}/documentos/${number}/publicacao`)).status).toBe(404)
    await letPublish(house, 'secretaria', 'GS')
    const cabinet = await house.signIn('secretaria')
    const of = (part: string, unit: string = at.gs) => `/em/${unit}/documentos/${number}/${part}`
    expect((await cabinet.open(of('publicacao'))).text).toContain('versão final')
    const actor = await actorOf(house, 'marina', at.prot)
    expect(actor.permissions.has('documents.publish')).toBe(true)
    const [gs] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.gs}`
    const sent = await sendCaseFile(
      house.db,
      actor,
      { caseNumber: digits, to: [gs?.id ?? ''], keepOpen: false },
      house.platform.clock(),
    )
    expect(sent?.done).toBe(true)
    await cabinet.open(`/em/${at.gs}/processos/${digits}`)
    const begin = await cabinet.open(of('publicacao-relacionada'))
    const type = [...begin.document.querySelectorAll('option')].find(({ textContent }) => textContent === 'Portaria')
    const final = await cabinet.send(begin, form('publicacao-relacionada'), { tipo: type?.getAttribute('value') ?? '' })
    expect(final.text).toContain('Minuta da unidade que não publica.')
    const made = /documentos\/(\d+)/.exec(final.url)?.[1] ?? ''
    const about = await cabinet.open(`/em/${at.gs}/documentos/${made}/publicacao`)
    expect(about.text).toContain('Este documento é versão final de')
  })
})

describe('beside a document that is not published', () => {
  it('one sentence says what is missing and who publishes; and nothing where nothing would be published', async () => {
    const { digits } = await aCaseFile(house)
    const draft = await aDraft(house, digits, { text: 'Texto.', type: 'Portaria' })
    const signed = await anAct(house, digits, 'Fica designada a comissão.')
    const ofNoVehicle = await aDraft(house, digits, { text: 'Texto.', type: 'Ofício' })
    const paulo = await house.signIn('paulo')
    const card = async (person: Person, number: string) => {
      const { document } = await person.open(`/em/${at.prot}/documentos/${number}`)
      return document.querySelector('#publicacao p')?.textContent ?? ''
    }
    expect(await card(paulo, draft)).toBe(
      'Ainda não publicado: falta assinar o documento; depois, quem publica (Boletim de Serviço) é quem tem o perfil Publicador na unidade PROT. Para pedir, atribua o processo a essa pessoa.',
    )
    expect(await card(paulo, signed)).toBe(
      'Ainda não publicado: quem publica este documento (Boletim de Serviço) é quem tem o perfil Publicador na unidade PROT. Para pedir, atribua o processo a essa pessoa.',
    )
    expect(await card(marina, signed)).toBe(
      'Ainda não publicado: você pode publicar este documento (Boletim de Serviço).',
    )
    expect(await card(marina, ofNoVehicle)).toBe('')
  })

  test.each([
    [
      { signatureCount: 1, level: 'restricted' },
      true,
      'falta deixar público o nível de acesso dele; depois, quem publica (BS) é você.',
    ],
    [
      { signatureCount: 0, level: 'restricted' },
      false,
      'falta assinar o documento e deixar público o nível de acesso dele; depois,',
    ],
  ] as const)('of %o, where the reader publishes: %s, says “%s”', (document, mayPublish, words) => {
    expect(tellUnpublished({ document, vehicle: 'BS', unit: 'PROT', mayPublish })).toContain(words)
  })
})

describe('R9 the register of vehicles', () => {
  it('has one bulletin in use for an agency, and says so', async () => {
    const central = await aCentralAdministrator(house)
    const blank = await central.open(admin('/veiculos/novo'))
    const agency = [...blank.document.querySelectorAll('[name=orgao] option')].find(
      ({ textContent }) => textContent === 'SET/RN',
    )
    const type = blank.document.querySelector('[name=tipos]')?.getAttribute('value') ?? ''
    const fields = { sigla: 'B2', nome: 'Outro boletim', orgao: agency?.getAttribute('value') ?? '', tipos: type }
    const taken = await central.send(blank, formTo('/veiculos/novo'), fields)
    expect([taken.status, taken.text.includes('já tem o seu boletim')]).toEqual([422, true])
    const made = await central.send(blank, formTo('/veiculos/novo'), { ...fields, orgao: 'todos', limite: '17:00' })
    expect(made.text).toContain('Outro boletim')
    const again = await central.open(admin('/veiculos/novo'))
    const wrong = await central.send(again, formTo('/veiculos/novo'), { ...fields, limite: '25h', dias: [], tipos: [] })
    expect(wrong.errors).toHaveLength(3)
  })
})
