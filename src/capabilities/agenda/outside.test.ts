import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMeeting, anAuthority } from '../../../test/support/builders-agenda.ts'
import { aCaseFile, actorOf, done } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/actor.ts'
import { addDays, type LocalDate, localDate, todayIn } from '../../platform/calendar/index.ts'
import { remindRequesters } from './commitments/tell-requesters.ts'
import { bookCommitment, registerRequest } from './index.ts'

let house: TestHouse
let sonia: Person
let visitor: Person
let actor: Actor
let office: string
let today: LocalDate
/** Each story has days of its own. */
let next = 0
const ownDay = () => addDays(today, 10 + 20 * next++)

beforeAll(async () => {
  house = await openTestHouse()
  sonia = await house.signIn('secretaria')
  visitor = new Person(house.app)
  actor = await actorOf(house, 'secretaria', at.gs)
  today = todayIn(house.platform.clock())
  office = await anAuthority(house)
})
afterAll(() => house.close())

const agenda = `/em/${at.gs}/agenda`
const book = (rest: ReturnType<typeof aMeeting>) => bookCommitment(house.db, actor, rest, house.platform.clock())
const publish = (id: string) => house.db`update agenda.commitment set published_at = now() where id = ${id}`
const publicPage = (day: string) => visitor.open(`/agenda-publica?autoridade=${office}&de=${day}&ate=${day}`)
const change = async (id: string, fields: Record<string, string>) =>
  sonia.send(await sonia.open(`${agenda}/compromissos/${id}/alteracao`), 'form[action$="/alteracao"]', fields)

describe('what goes outside', () => {
  it('R5 of what is about a restricted case file is the hour alone, until somebody says that its words may be public', async () => {
    const caseFile = await aCaseFile(house, { by: 'secretaria', unit: at.gs, level: 'restricted' })
    const day = ownDay()
    const typed = { subject: 'Dívida do João', caseNumber: caseFile.digits }
    const { id } = await done(book(aMeeting(office, day, typed)))
    await publish(id)
    const all = async () => {
      const files = ['dados.csv', 'dados.json', 'calendario.ics'].map((end) =>
        visitor.open(`/agenda-publica/${end}?autoridade=${office}&de=${day}&ate=${day}`),
      )
      return `${(await publicPage(day)).html}${(await Promise.all(files)).map(({ bytes }) => bytes).join('')}`
    }
    expect(await all()).toContain('Compromisso reservado')
    expect(await all()).not.toMatch(/João|Dívida/)
    const page = await sonia.open(`${agenda}/compromissos/${id}`)
    expect(page.text).toMatch(/O processo é restrito.*O público vê só a hora/)
    const opened = await change(id, { assunto: 'Parcelamento', assunto_publico: 'sim' })
    expect(opened.text).toContain('Por escolha de quem marcou')
    expect(await all()).toContain('Parcelamento')
    expect(await all()).not.toContain('João')
    const later = ownDay()
    const open = await done(book(aMeeting(office, later, { ...typed, caseNumber: undefined })))
    await publish(open.id)
    expect((await publicPage(later)).text).toContain('Dívida do João')
    await house.db`update agenda.commitment set case_file_id = ${caseFile.id} where id = ${open.id}`
    expect((await publicPage(later)).html).not.toContain('João')
  })

  it('R10 is cut nowhere: pages of fifty, and open data with everything', async () => {
    const day = localDate('2031-03-03')
    await house.db`insert into agenda.commitment (office_id, agency_id, kind, subject, place, during, registered_at, registered_by, changed_at, changed_by, published_at)
      select ${office}, u.agency_id, 'meeting', 'Número ' || n, 'Gabinete', tstzrange(('2031-03-03T03:00Z'::timestamptz + n * interval '1 minute'), ('2031-03-03T03:01Z'::timestamptz + n * interval '1 minute')),
             now(), ${actor.userId}, now(), ${actor.userId}, now() from generate_series(1, 501) n, organization.unit u where u.id = ${actor.unitId}`
    const first = await publicPage(day)
    expect(first.text).toContain('501 compromissos publicados')
    expect(first.text).not.toContain('Número 51,')
    const last = await visitor.open(`/agenda-publica?autoridade=${office}&de=${day}&ate=${day}&pagina=11`)
    expect(last.text).toContain('Número 501')
    const csv = await visitor.open(`/agenda-publica/dados.csv?autoridade=${office}&de=${day}&ate=${day}`)
    expect(`${csv.bytes}`.match(/Número \d+/g)).toHaveLength(501)
  })

  it('R11 who asked and left an address is written to: booked, moved, the day before, cancelled; never the subject', async () => {
    const now = house.platform.clock()
    const mail = () => house.db<{ subject: string; body: string }[]>`
      select subject, body from mail.message where recipient = 'dores@exemplo.com.br' order by id`
    const request = async (email: string) => {
      const wish = { wishedFrom: null, wishedUntil: null, wishedNote: '', isUrgent: false, participants: [] } as const
      const who = { requester: 'Maria das Dores', institution: '', phone: '', email, channel: 'email' as const }
      const asked = { officeId: office, subject: 'Assunto só nosso', caseNumber: undefined, ...who, ...wish }
      return (await done(registerRequest(house.db, actor, asked, now))).id
    }
    const day = addDays(today, 1)
    const at16 = { from: new Date(`${day}T16:00:00-03:00`), to: new Date(`${day}T16:30:00-03:00`) }
    const { id } = await done(
      book({
        ...aMeeting(office, day, { isOutsideHours: true, ...at16 }),
        requestId: await request('dores@exemplo.com.br'),
      }),
    )
    const at17 = {
      from: new Date(`${day}T17:00:00-03:00`),
      to: new Date(`${day}T17:30:00-03:00`),
      isOutsideHours: true,
    }
    await done(book({ ...aMeeting(office, day, at17), requestId: await request('') }))
    await change(id, { inicio: '18:00', fim: '18:30', fora_do_horario: 'sim' })
    expect(await Promise.all([remindRequesters(house.db, now), remindRequesters(house.db, now)])).toContain(1)
    expect(await remindRequesters(house.db, now)).toBe(0)
    const page = await sonia.open(`${agenda}/compromissos/${id}`)
    await sonia.send(page, '#o-que-aconteceu form', { situacao: 'cancelled', encaminhamentos: 'Viagem.' })
    const sent = await mail()
    expect(sent.map(({ subject }) => subject.replace(/\d\d\/\d\d\/\d{4}/, 'D'))).toEqual([
      'Audiência marcada para D, 16:00 às 16:30',
      'Audiência marcada para D, 18:00 às 18:30',
      'Lembrete: audiência amanhã, D, 18:00 às 18:30',
      'Audiência de D cancelada',
    ])
    for (const { body } of sent) expect(body).not.toMatch(/Assunto só nosso|Planejamento|Viagem/)
  })
})
