import { bookCommitment, openCalendar, registerRequest } from '../../src/capabilities/agenda/index.ts'
import { publishNow } from '../../src/capabilities/agenda/showing/publish-due.ts'
import { appointHolder, appointSubstitute, findOffice, openOffice } from '../../src/capabilities/identity/index.ts'
import { addDays, type LocalDate, localDate, todayIn } from '../../src/platform/calendar/index.ts'
import { actorOf, done } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]
type Booking = Parameters<typeof bookCommitment>[2]

/** An office of a unit with its holder and its agenda. Answers its id. */
export async function anAuthority(
  house: TestHouse,
  { title = 'Secretário', holder = 'secretaria', unit = at.gs }: { title?: string; holder?: Login; unit?: Slug } = {},
): Promise<string> {
  const now = house.platform.clock()
  const administrator = await actorOf(house, 'admin', at.gs)
  const person = await actorOf(house, holder, unit)
  const { id } = await done(
    openOffice(house.db, administrator, { unitId: person.unitId, unit: person.unitAcronym, title }, now),
  )
  const tenure = { holder: { id: person.userId, name: person.name }, act: 'Decreto de nomeação', until: undefined }
  await done(appointHolder(house.db, administrator, { id }, { ...tenure, from: localDate('2000-01-01') }, now))
  const hours = { opens: '08:00', closes: '14:00', slotMinutes: 30, isPublic: true }
  await openCalendar(house.db, person, { officeId: id, ...hours }, now)
  return id
}

/** Who stands in for the holder of an office between two days. */
export async function aSubstitute(
  house: TestHouse,
  officeId: string,
  login: Login,
  { from, until }: { from: LocalDate; until: LocalDate },
): Promise<void> {
  const now = house.platform.clock()
  const administrator = await actorOf(house, 'admin', at.gs)
  const substitute = await actorOf(house, login, at.gs)
  const office = await findOffice(house.db, officeId, { agencyId: undefined }, now)
  if (!office) throw new Error('there is no such office')
  const person = { id: substitute.userId, name: substitute.name }
  const request = { substitute: person, reason: 'vacation', act: 'Portaria nº 9', style: 'em exercício' } as const
  const days = { from, until, profileId: undefined }
  const outcome = await appointSubstitute(
    house.db,
    administrator,
    { agencyId: undefined },
    office,
    { ...request, ...days },
    now,
  )
  if (!outcome?.done) throw new Error(`nobody stands in: ${JSON.stringify(outcome)}`)
}

/** A meeting of half an hour, at nine of the day, unless said otherwise. */
export function aMeeting(officeId: string, day: string, rest: Partial<Booking> = {}): Booking {
  return {
    officeId,
    kind: 'meeting',
    subject: 'Planejamento do trimestre',
    place: 'Gabinete',
    booksRoom: false,
    from: new Date(`${day}T09:00:00-03:00`),
    to: new Date(`${day}T09:30:00-03:00`),
    isOutsideHours: false,
    participants: [],
    representative: '',
    represented: '',
    interests: '',
    reserved: undefined,
    wordsArePublic: false,
    caseNumber: undefined,
    ...rest,
  }
}

/** An authority of PROT with a request, a commitment of today about a case file, and a reserved one. */
export async function furnishAgenda(house: TestHouse, digits: string) {
  const now = house.platform.clock()
  const today = todayIn(now)
  const officeId = await anAuthority(house, { title: 'Chefe do Protocolo', holder: 'marina', unit: at.prot })
  const actor = await actorOf(house, 'marina', at.prot)
  const asked = {
    ...{ officeId, requester: 'Maria das Dores', institution: 'Comércio Potiguar', phone: '(84) 3232-0000', email: '' },
    ...{ channel: 'phone' as const, subject: 'Regime especial', wishedFrom: today, wishedUntil: addDays(today, 5) },
    ...{ wishedNote: 'de manhã', isUrgent: true, caseNumber: digits },
    participants: [{ name: 'João Advogado', body: 'Comércio Potiguar', role: 'advogado', isPrivate: true }],
  } as const
  const request = await done(registerRequest(house.db, actor, asked, now))
  const commitment = await done(bookCommitment(house.db, actor, aMeeting(officeId, today, { caseNumber: digits }), now))
  const reserved = { basis: 'Lei nº 12.527/2011, art. 23, VII', discloseOn: addDays(today, 400) }
  const ten = { from: new Date(`${today}T10:00:00-03:00`), to: new Date(`${today}T11:00:00-03:00`) }
  const secret = await done(bookCommitment(house.db, actor, aMeeting(officeId, today, { ...ten, reserved }), now))
  await publishNow(house.db, commitment.id, now)
  await publishNow(house.db, secret.id, now)
  return { authority: officeId, audience: request.id, commitment: commitment.id }
}
