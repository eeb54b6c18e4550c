import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator, aGrant, countingQueries, problemsOf } from '../../../../test/support/builders-admin.ts'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { cellsOf } from '../../../../test/support/builders-statistics.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { deleteDocument } from '../../documents/index.ts'
import { closeMonths } from './close-months.ts'

let house: TestHouse
let central: Person
let ana: Person
let restricted: string
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
  ana = await house.signIn('ana')
}, 120_000)
afterAll(() => house.close())

const board = (person: Person, query = '') => person.open(`/em/${at.gs}/estatisticas/indices${query}`)

describe('a month of this installation', () => {
  let deletedLater: string
  beforeAll(async () => {
    house.setClock(new Date('2026-10-10T15:00:00Z'))
    const file = await aCaseFile(house)
    const hidden = await aCaseFile(house, { level: 'restricted' })
    restricted = hidden.number
    const signed = await aDraft(house, file.digits, { text: 'Defiro.' })
    await signDocument(house, signed)
    deletedLater = await aDraft(house, file.digits)
    const deletedAtOnce = await aDraft(house, file.digits)
    await aDraft(house, hidden.digits)
    await anUpload(house, file.digits, { origin: 'digitized' })
    await anUpload(house, file.digits, { origin: 'born-digital' })
    const marina = await actorOf(house, 'marina', at.prot)
    await deleteDocument(house.db, marina, { number: deletedAtOnce }, house.platform.clock())
    // The last moment of the month in Brasília, and the first of the next one.
    house.setClock(new Date('2026-11-01T02:59:00Z'))
    await aDraft(house, file.digits)
    house.setClock(new Date('2026-11-01T03:00:00Z'))
    await aDraft(house, file.digits)
    // Rita belongs to Rio and works in two agencies: she counts at home.
    await aGrant(house, 'rita', { profile: 'Básico', unit: 'PROT' })
    house.setClock(new Date('2026-11-22T15:00:00Z'))
    await deleteDocument(house.db, marina, { number: deletedLater }, house.platform.clock())
  }, 120_000)

  it('that has not ended is not closed; one that has is closed once, by the job of the night', async () => {
    expect(await closeMonths(house.db, new Date('2026-10-31T23:00:00Z'))).toEqual([])
    expect(await closeMonths(house.db, house.platform.clock())).toEqual(['2026-10-01'])
    expect(await closeMonths(house.db, house.platform.clock())).toEqual([])
  })

  it('R3 counts what was made in it and not deleted before its end, digitized papers apart, users at home', async () => {
    const page = await board(ana, '?quadro=2026-10')
    // Signed, deleted later, in the restricted case file, uploaded as born digital, at the last minute: five, and one scan.
    const users = await house.db<{ n: number }[]>`
      select count(distinct g.account_id)::int as n from identity.assignment g join identity.account a on a.id = g.account_id
        join identity.profile_permission p on p.profile_id = g.profile_id and p.permission = 'documents.write'
       where a.agency_id = (select id from organization.agency where acronym = 'SET/RN')`
    expect(users[0]?.n).toBe(8)
    expect(cellsOf(page, 'tabela-utilizacao')).toEqual([
      ['1', 'SET/RN', '8', '6', '0,8'],
      ['2', 'SEPLAG/RJ', '1', '0', '0,0'],
    ])
    expect(cellsOf(page, 'tabela-nato-digitais')).toEqual([
      ['1', 'SET/RN', '5', '1', '83%'],
      ['—', 'SEPLAG/RJ', '0', '0', '—'],
    ])
    expect(page.text).toContain('Usuários são as pessoas que podiam elaborar documentos')
  })

  it('R5 tells restricted documents in the total of their unit and names none', async () => {
    const page = await board(ana, '?quadro=2026-10')
    const units = await ana.open(page.document.querySelector('#tabela-utilizacao a')?.getAttribute('href') ?? '')
    expect(cellsOf(units, 'unidades')).toEqual([['PROT', '5', '1', '6', '1']])
    expect(units.html).not.toContain(restricted)
  })

  it('R5 units of another agency are for who administrates all', async () => {
    const [rj] = await house.db<{ id: string }[]>`select id from organization.agency where acronym = 'SEPLAG/RJ'`
    const path = `/em/${at.gs}/estatisticas/indices/unidades?mes=2026-10&orgao=${rj?.id}`
    expect([(await ana.open(path)).status, (await central.open(path)).status]).toEqual([404, 200])
    for (const strange of ['mes=2026-11', 'mes=x&orgao=1', `mes=2026-10&orgao=${'9'.repeat(18)}`]) {
      expect((await central.open(`/em/${at.gs}/estatisticas/indices/unidades?${strange}`)).status).toBe(404)
    }
    expect((await board(ana, '?quadro=p0')).status).toBe(404)
  })

  it('R4 is frozen in the database itself: no change, no deletion, no row that joins later', async () => {
    const before = await board(ana, '?quadro=2026-10')
    for (const attack of [
      house.db`update statistics.closed_agency set users = 1`,
      house.db`delete from statistics.closed_unit`,
      house.db`update statistics.closed_month set documents = 0`,
      house.db`truncate statistics.closed_month cascade`,
    ]) {
      await expect(attack).rejects.toThrow('append-only')
    }
    await expect(
      house.db`insert into statistics.closed_agency (month, agency_id, acronym, born_digital, digitized, users)
        select month, (select max(id) from organization.agency) + 0, 'X', 1, 1, 1 from statistics.closed_month`,
    ).rejects.toThrow('is closed')
    expect(cellsOf(await board(ana, '?quadro=2026-10'), 'tabela-utilizacao')).toEqual(
      cellsOf(before, 'tabela-utilizacao'),
    )
  })

  it('keeps the definition with which it was closed; a new one counts from the next month on', async () => {
    const form = await central.open(`/em/${at.gs}/estatisticas/indices/definicao`)
    const action = 'form[action$="/indices/definicao"]'
    const refused = await central.send(form, action, { minimo: 'muitos' })
    expect(problemsOf(refused)).toEqual({
      minimo: 'Informe o mínimo de usuários como um número inteiro, de 0 a 1000.',
    })
    const { _csrf, _chave } = Object.fromEntries(
      [...form.document.querySelectorAll(`${action} input[type="hidden"]`)].map((one) => [
        one.getAttribute('name') ?? '',
        one.getAttribute('value') ?? '',
      ]),
    )
    await central.post(`/em/${at.gs}/estatisticas/indices/definicao`, {
      _csrf: _csrf ?? '',
      _chave: _chave ?? '',
      arquivos: 'sim',
      minimo: '2',
    })
    house.setClock(new Date('2026-12-01T03:30:00Z'))
    expect(await closeMonths(house.db, house.platform.clock())).toEqual(['2026-11-01'])
    // The sessions of November are over by then.
    ana = await house.signIn('ana')
    const november = await board(ana)
    // The only document of November is a draft, and Rio has one user.
    expect(cellsOf(november, 'tabela-utilizacao').map((cells) => cells.join(' '))).toEqual([
      '1 SET/RN 8 0 0,0',
      '— SEPLAG/RJ 1 0 0,0',
    ])
    expect(november.text).toContain('e assinados até o fim do mês')
    expect(november.text).toContain('Órgãos com menos de 2 usuários não recebem posição.')
    expect((await board(ana, '?quadro=2026-10')).text).toContain('também as minutas')
  })

  it('shows its numbers month by month, and between agencies', async () => {
    const page = await ana.open(`/em/${at.gs}/estatisticas/numeros`)
    const months = cellsOf(page, 'tabela-meses')
    expect(months.map((cells) => cells.slice(0, 4))).toEqual([
      ['novembro de 2026', '0', '11', '1'],
      ['outubro de 2026', '0', expect.any(String), '6'],
    ])
    expect(cellsOf(page, 'tabela-orgaos')).toEqual([
      ['SEPLAG/RJ', '1', '0'],
      ['SET/RN', '8', '0'],
    ])
  })

  it('opens with few statements, for who may read statistics alone', async () => {
    for (const path of ['/indices', '/numeros']) {
      const count = await countingQueries(house, async () => {
        expect((await ana.open(`/em/${at.gs}/estatisticas${path}`)).status).toBe(200)
      })
      expect(count).toBeLessThanOrEqual(10)
      expect((await (await house.signIn('ivo')).open(`/em/${at.gs}/estatisticas${path}`)).status).toBe(404)
    }
  })
})
