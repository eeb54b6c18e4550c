import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMeeting, anAuthority, aSubstitute } from '../../../test/support/builders-agenda.ts'
import { aCaseFile, actorOf, done } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { addDays, type LocalDate, todayIn } from '../../platform/calendar/index.ts'
import { bookCommitment, registerRequest } from './index.ts'

const agenda = `/em/${at.gs}/agenda`
const secret = /Operação|Quartel|Fonte/

describe('R12 what is reserved in an agenda', () => {
  let house: TestHouse
  /** Holder of the office. */
  let sonia: Person
  /** Works in the same unit. */
  let ana: Person
  let office: string
  let day: LocalDate
  let today: LocalDate
  let id: string
  let request: string
  let open: string
  let digits: string

  beforeAll(async () => {
    house = await openTestHouse()
    ;[sonia, ana] = await Promise.all([house.signIn('secretaria'), house.signIn('ana')])
    today = todayIn(house.platform.clock())
    day = addDays(today, 10)
    office = await anAuthority(house)
    const actor = await actorOf(house, 'secretaria', at.gs)
    const now = house.platform.clock()
    ;({ digits } = await aCaseFile(house, { by: 'secretaria', unit: at.gs }))
    const asked = {
      ...{
        officeId: office,
        requester: 'Fonte Sigilosa',
        institution: '',
        phone: '',
        email: '',
        channel: 'phone' as const,
      },
      ...{ subject: 'Operação', wishedFrom: null, wishedUntil: null, wishedNote: '', isUrgent: false },
      ...{ participants: [], caseNumber: undefined },
    } as const
    request = (await done(registerRequest(house.db, actor, asked, now))).id
    const reserved = { basis: 'Lei nº 12.527/2011, art. 23, VII', discloseOn: addDays(day, 30) }
    const words = { subject: 'Operação', place: 'Quartel', reserved, requestId: request, caseNumber: digits }
    ;({ id } = await done(bookCommitment(house.db, actor, aMeeting(office, day, words), now)))
    ;({ id: open } = await done(bookCommitment(house.db, actor, aMeeting(office, addDays(day, 1)), now)))
  })
  afterAll(() => house.close())

  const week = (by: Person) => by.open(`${agenda}?autoridade=${office}&dia=${day}`)
  const commitment = (by: Person, of = id) => by.open(`${agenda}/compromissos/${of}`)
  const keepersOf = (by: Person) => by.open(`${agenda}/autoridades/${office}/quem-mantem`)
  const accountOf = async (login: 'ana' | 'beto' | 'secretaria' | 'rita') =>
    (await house.db<{ id: string }[]>`select id from identity.account where login = ${login}`)[0]?.id ?? ''
  const name = async (by: Person, login: Parameters<typeof accountOf>[0]) =>
    by.send(await keepersOf(by), 'form#nova-indicacao', { pessoa: await accountOf(login) })
  const everywhere = async (by: Person) => {
    const pages = await Promise.all([
      week(by),
      by.open(`${agenda}/folha?autoridade=${office}&dia=${day}`),
      by.open(`${agenda}/pedidos?lado=respondidos`),
      by.open(`${agenda}/pedidos/${request}`),
    ])
    return pages.map(({ html }) => html).join('')
  }

  it('is for all who change agendas of the unit while nobody is named, and the page says so', async () => {
    expect((await keepersOf(ana)).text).toMatch(/Ninguém foi indicado.*todos os que podem alterar processos/)
    expect((await week(ana)).text).toContain('Operação')
    expect((await commitment(ana)).status).toBe(200)
  })

  it('is named for by the holder or by who administers offices, of people of the unit, and by nobody else', async () => {
    const page = await keepersOf(ana)
    expect(page.text).toContain('Quem indica é o titular do cargo')
    expect(page.document.querySelector('form#nova-indicacao')).toBeNull()
    const form = await keepersOf(sonia)
    const own = { pessoa: await accountOf('ana') }
    const body = {
      ...own,
      ...Object.fromEntries(
        [...form.document.querySelectorAll('#nova-indicacao input')].map((one) => [
          one.getAttribute('name') ?? '',
          one.getAttribute('value') ?? '',
        ]),
      ),
    }
    expect((await ana.post(`${agenda}/autoridades/${office}/quem-mantem`, body)).status).not.toBe(303)
    expect((await keepersOf(ana)).text).toContain('Ninguém foi indicado')
    expect((await sonia.send(form, 'form#nova-indicacao', { pessoa: '' })).errors).toEqual(['Escolha a pessoa.'])
    const stranger = await sonia.send(form, 'form#nova-indicacao', { pessoa: await accountOf('rita') })
    expect(stranger.errors).toEqual(['Escolha alguém que trabalha nesta unidade.'])
    const admin = await house.signIn('admin')
    expect((await name(admin, 'secretaria')).text).toMatch(/indicação registrada.*Mantêm esta agenda/)
    const carla = await house.signIn('carla')
    expect((await carla.open(`/em/${at.cofic}/agenda/autoridades/${office}/quem-mantem`)).status).toBe(404)
  })

  it('is taken time to everybody else, on every page, and cannot be changed, published or settled by them', async () => {
    expect((await week(ana)).text).toMatch(/09:00 às 09:30 Ocupado.*Só quem mantém a agenda lê/)
    expect(await everywhere(ana)).not.toMatch(secret)
    expect(await everywhere(sonia)).toMatch(secret)
    for (const part of ['', '/alteracao']) {
      expect((await ana.open(`${agenda}/compromissos/${id}${part}`)).status).toBe(404)
    }
    const caseOf = (by: Person) => by.open(`/em/${at.gs}/processos/${digits}`)
    expect((await caseOf(ana)).text).not.toContain('Na agenda')
    expect((await caseOf(sonia)).text).toContain('Na agenda')
    const form = await ana.open(`${agenda}/compromissos/${open}/alteracao`)
    const wrong = await ana.send(form, 'form[action$="/alteracao"]', {
      ...{ reservado: 'sim', hipotese: 'Lei nº 12.527/2011, art. 23', divulgar_em: addDays(day, 60) },
    })
    expect(wrong.errors).toContain('Só quem mantém esta agenda marca nela compromissos reservados.')
  })

  it('is read by the holder without being named, by who stands in on the day, and by a keeper until it ends', async () => {
    const kept = await keepersOf(sonia)
    const only = kept.document.querySelector('button[name="retirar"]')?.getAttribute('value') ?? ''
    await name(sonia, 'ana')
    expect((await commitment(ana)).status).toBe(200)
    expect((await sonia.send(await keepersOf(sonia), 'form#indicados', { retirar: only })).text).toContain('terminou')
    expect((await commitment(sonia)).status).toBe(200)
    const rows = await house.db<{ id: string }[]>`select id from agenda.keeper where ended_at is null`
    // Another is named, so that somebody is, and Ana's naming ends.
    const admin = await house.signIn('admin')
    const adminId =
      (await house.db<{ id: string }[]>`select id from identity.account where login = 'admin'`)[0]?.id ?? ''
    await admin.send(await keepersOf(admin), 'form#nova-indicacao', { pessoa: adminId })
    await sonia.send(await keepersOf(sonia), 'form#indicados', { retirar: rows[0]?.id ?? '' })
    expect((await commitment(ana)).status).toBe(404)
    await aSubstitute(house, office, 'ana', { from: today, until: today })
    expect((await commitment(ana)).status).toBe(200)
    await expect(house.db`delete from agenda.keeper`).rejects.toThrow(/stays so/)
    await expect(
      house.db`update agenda.keeper set ended_at = null, ended_by = null where ended_at is not null`,
    ).rejects.toThrow()
  })

  it('of what was reserved once, the trail says no word to others when it is opened', async () => {
    await house.db`update agenda.commitment set reserved_basis = null, disclose_on = null, subject = 'Aberto', place = 'Sala',
      changed_at = now() where id = ${id}`
    // The day on which she stood in is over.
    house.passTime(5 * 24 * 3_600_000)
    ;[sonia, ana] = await Promise.all([house.signIn('secretaria'), house.signIn('ana')])
    const opened = await commitment(ana)
    expect(opened.text).toContain('Aberto')
    expect(opened.html).not.toMatch(secret)
    expect((await commitment(sonia)).html).toMatch(secret)
  })
})
