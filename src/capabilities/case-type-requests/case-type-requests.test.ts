import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, aGrant, keysFrom } from '../../../test/support/builders-admin.ts'
import { aHouseOfRequests, aRequest } from '../../../test/support/builders-case-type-requests.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
let central: Person
let ana: Person
let carla: Person
const list = (unit: string) => `/em/${unit}/pedidos-de-tipos`

beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
  // A Wednesday before Corpus Christi, which the agency keeps.
  house.setClock(new Date('2026-06-03T12:00:00Z'))
  await house.db`insert into organization.holiday (agency_id, on_date, name)
    select id, '2026-06-04', 'Corpus Christi' from organization.agency where acronym = 'SET/RN'`
  central = await resigned('central')
  await aHouseOfRequests(house, central)
  ana = await resigned('ana')
  carla = await resigned('carla')
})
afterAll(() => house.close())

async function resigned(login: string): Promise<Person> {
  const person = house.visitor()
  await person.signIn(login)
  return person
}

const rowOf = (page: { document: Document }, name: string) => {
  const rows = [...page.document.querySelectorAll('#pedidos tbody tr')]
  const row = rows.find((one) => (one.textContent ?? '').includes(name))
  return {
    text: (row?.textContent ?? '').replace(/\s+/g, ' '),
    link: row?.querySelector('a')?.getAttribute('href') ?? '',
    isRed: row?.querySelector('.tag--danger') !== null && row !== undefined,
  }
}

describe('E2E-16 a request for a new case type', () => {
  it('R1 is a signed form in a case file that lies with who analyses', async () => {
    const page = await aRequest(ana)
    expect(page.text).toContain('pedido assinado e enviado')
    const [row] = await house.db`
      select c.number, s.signer_name as name, h.unit_id = r.analysing_unit_id as there, v.plain_text as text
        from case_type_requests.request r join cases.case_file c on c.id = r.case_file_id
        join documents.document d on d.number = r.document_number
        join documents.version v on v.document_id = d.id and v.number = d.version
        join signatures.signature s on s.document_id = d.id
        join cases.holding h on h.case_file_id = c.id and h.closed_at is null`
    expect(row).toMatchObject({ name: 'Ana Assessora', there: true })
    expect(row?.text).toContain('Nenhum tipo existente trata de **editais** de cultura')
    expect((await carla.open(list(at.cofic))).text).toContain('Cultura: Edital de fomento')
  })

  it('R2 has five working days across a holiday, and is red on day six', async () => {
    expect(rowOf(await ana.open(list(at.gs)), 'Cultura').text).toContain('No prazo, até 11/06/2026')
    house.setClock(new Date('2026-06-11T12:00:00Z'))
    ana = await resigned('ana')
    expect(rowOf(await ana.open(list(at.gs)), 'Cultura')).toMatchObject({ isRed: false })
    expect(rowOf(await ana.open(list(at.gs)), 'Cultura').text).toContain('Vence hoje')
    house.setClock(new Date('2026-06-12T12:00:00Z'))
    ana = await resigned('ana')
    carla = await resigned('carla')
    const late = rowOf(await ana.open(list(at.gs)), 'Cultura')
    expect(late.text).toContain('Atrasado: venceu em 11/06/2026')
    expect(late.isRed).toBe(true)
  })

  it('R3 is answered only by the unit that analyses, once; approved, the type may be opened where it was asked for', async () => {
    const { link } = rowOf(await carla.open(list(at.cofic)), 'Cultura')
    const own = await ana.open(link.replace(at.cofic, at.gs))
    expect(own.document.querySelector('form[action$="/aprovacao"]')).toBeNull()
    const page = await carla.open(link)
    const bad = await carla.send(page, 'form[action$="/aprovacao"]', { classes: '999' })
    expect(bad.errors[0]).toMatch(/Não existe a classe/)
    const done = await carla.send(await carla.open(link), 'form[action$="/aprovacao"]')
    expect(done.text).toContain('tipo criado')
    const types = await ana.open(`/em/${at.gs}/processos/novo`)
    expect(types.html).toContain('Cultura: Edital de fomento')
    const elsewhere = await carla.open(`/em/${at.cofic}/processos/novo`)
    expect(elsewhere.html).not.toContain('Cultura: Edital de fomento')
    const again = await carla.post(`${link}/recusa`, { ...keysFrom(page), motivo: 'Tarde demais' })
    expect(again.status).toBe(422)
    expect(rowOf(await ana.open(list(at.gs)), 'Cultura').text).toContain('Aprovado')
    expect((await ana.open(`/em/${at.gs}/mesa`)).text).toContain('Gestão Documental')
  })

  it('R4 is refused with a reason, which who asked reads', async () => {
    await aRequest(ana, { nome: 'Cultura: Outro' })
    const { link } = rowOf(await carla.open(list(at.cofic)), 'Cultura: Outro')
    const without = await carla.send(await carla.open(link), 'form[action$="/recusa"]', { motivo: '' })
    expect(without.errors).toEqual(['Informe o motivo.'])
    await carla.send(await carla.open(link), 'form[action$="/recusa"]', { motivo: 'Use o tipo que já existe.' })
    const page = await ana.open(rowOf(await ana.open(list(at.gs)), 'Cultura: Outro').link)
    expect(page.text).toContain('Use o tipo que já existe.')
  })
})

describe('what is no request, or none for this person', () => {
  test.each([
    [{ nome: 'Pessoal: Férias' }, /Já existe um tipo/],
    [{ nome: 'Com senha errada', senha: 'x' }, /senha não confere/],
    [{ nome: 'Sem cargo', cargo: 'Imperador' }, /cargos da unidade/],
    [{ nome: 'Sem volume', volume: '0' }, /processos por ano/],
  ])('R1 %j is not sent, and nothing is left of it', async (fields, message) => {
    const before = await house.db`select count(*)::int as count from cases.case_file`
    const page = await aRequest(ana, fields)
    expect(page.status).toBe(422)
    expect(page.errors[0]).toMatch(message)
    expect(await house.db`select count(*)::int as count from cases.case_file`).toEqual(before)
  })

  it('R5 is not there for others, nor for other agencies', async () => {
    const { link } = rowOf(await ana.open(list(at.gs)), 'Cultura')
    const id = link.split('/').at(-1) ?? ''
    const rita = await resigned('rita')
    for (const path of ['', '/novo', '/unidade', `/${id}`]) {
      expect((await rita.open(`${list(at.rj)}${path}`)).status).toBe(404)
    }
    expect((await ana.open(`${list(at.gs)}/unidade`)).status).toBe(404)
    await aGrant(house, 'rita', { profile: 'CPAD', unit: 'GABSEC' })
    expect((await rita.open(`${list(at.rj)}/${id}`)).status).toBe(404)
    const ofRio = await rita.open(list(at.rj))
    expect(ofRio.status).toBe(200)
    expect(ofRio.text).not.toContain('Cultura')
    await aGrant(house, 'rita', { profile: 'Análise de tipos de processo', unit: 'GABSEC' })
    expect((await rita.open(list(at.rj))).text).not.toContain('Cultura')
    for (const act of ['aprovacao', 'recusa']) {
      const sent = await rita.post(`${list(at.rj)}/${id}/${act}`, { ...keysFrom(ofRio), motivo: 'De outro órgão.' })
      expect(sent.status).toBe(404)
    }
  })
})
