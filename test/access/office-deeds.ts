import { bookCommitment } from '../../src/capabilities/agenda/index.ts'
import { publishNow } from '../../src/capabilities/agenda/showing/publish-due.ts'
import { askSectors, registerDemand } from '../../src/capabilities/demands/index.ts'
import { askLetter, moveEntry, registerEntry } from '../../src/capabilities/mailroom/index.ts'
import { addActivity, beginProject } from '../../src/capabilities/projects/index.ts'
import { addDays, localDate, todayIn } from '../../src/platform/calendar/index.ts'
import { aMeeting } from '../support/builders-agenda.ts'
import { codeFor, deliveryRules, posted } from '../support/builders-letters.ts'
import { anActivity } from '../support/builders-projects.ts'
import type { TestHouse } from '../support/house.ts'
import { at as places } from '../support/world.ts'
import type { Scene } from './deeds.ts'
import { keep, latest } from './team-deeds.ts'
import type { WorldTold } from './told.ts'
import { newWord } from './words.ts'

/** What offices keep beside case files: agendas, demands of outside bodies, projects, paper that comes and goes by post. */

/** A line that is everybody's in a unit: 5-minute appointments, one after the other, in an agenda that the public reads. */
let appointments = 0

export async function book(scene: Scene, to: number): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const { house } = doer
  const officeId = await once(calendars, doer.world, maker.unit, () => openAgenda(house, maker.unit))
  appointments += 1
  const from = new Date(Date.parse('2031-02-03T03:00:00Z') + appointments * 300_000)
  const word = newWord()
  const booking = aMeeting(officeId, todayIn(from), {
    ...{ subject: `Reunião ${word}`, from, to: new Date(from.getTime() + 300_000), isOutsideHours: true },
    caseNumber: caseFile.digits,
  })
  const made = await bookCommitment(house.db, maker.actor, booking, house.platform.clock())
  if (!made?.done) return false
  const isPublished = to % 2 === 0
  if (isPublished) await publishNow(house.db, made.value.id, house.platform.clock())
  return keep(scene, { kind: 'commitment', id: made.value.id, word, within: officeId, on: todayIn(from), isPublished })
}

/** Of the unit, and every second time with another unit asked, which reads it too. */
export async function demand(scene: Scene, to: number): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const { db, platform } = doer.house
  const now = platform.clock()
  const word = newWord()
  // The middle of a month, so that what a unit asked owes before it is of the same one.
  const due = localDate(`${addDays(todayIn(now), 31).slice(0, 7)}-15`)
  const data = {
    ...{ bodyClass: 'judiciary' as const, body: 'Vara da Fazenda', number: '', subject: `Informações ${word}` },
    ...{ legalBase: 'Lei', receivedOn: todayIn(now), responsibleId: undefined, caseNumber: caseFile.digits },
    term: { due },
  }
  const made = await registerDemand(db, maker.actor, data, now)
  if (!made.done) return false
  const { id } = made.value
  const others = doer.ids.slugs.filter((slug) => slug !== maker.unit)
  const slug = others[to % others.length] ?? ''
  const [row] = await db<{ acronym: string }[]>`select acronym from organization.unit where slug = ${slug}`
  const asked =
    to % 2 === 0 &&
    (await askSectors(db, maker.actor, { id, units: [row?.acronym ?? ''], daysBefore: 2, request: '' }, now))?.done ===
      true
  return keep(scene, { kind: 'demand', id, word, on: due, ...(asked ? { to: slug } : {}) })
}

export async function activity(scene: Scene): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const { db, platform } = doer.house
  const now = platform.clock()
  const today = todayIn(now)
  const projectId = await once(projects, doer.world, maker.unit, async () => {
    const terms = { name: 'Projeto', aim: 'Fazer.', responsibleId: maker.actor.userId, state: 'under-way' } as const
    const span = { startsOn: today, endsOn: addDays(today, 90), units: [] }
    const made = await beginProject(db, maker.actor, { ...terms, ...span }, now)
    if (!made.done) throw new Error('no project was begun')
    return made.value.id
  })
  const word = newWord()
  const terms = anActivity(projectId, today, addDays(today, 5), { name: `Tarefa ${word}`, caseNumber: caseFile.digits })
  const made = await addActivity(db, maker.actor, terms, now)
  return made?.done === true && keep(scene, { kind: 'activity', id: made.value.id, word, within: projectId })
}

/** What came in on paper, formalised in the case file. */
export async function receive(scene: Scene): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const { db, platform } = doer.house
  const now = platform.clock()
  const word = newWord()
  const entry = {
    ...({ receivedAt: now, kind: 'letter', medium: 'paper', senderKind: 'other' } as const),
    ...{ sender: 'Remetente', originNumber: '', addressee: '', subject: `Chegou ${word}`, pieces: '', notes: '' },
    ...{ volumes: null, pages: null, dueOn: null, token: platform.randomness.token() },
  }
  const made = await registerEntry(db, maker.actor, entry, now)
  if (!made.done) return false
  const { id } = made.value
  const move = { id, state: 'formalised', responsibleId: undefined, dueOn: null, note: '' } as const
  const moved = await moveEntry(db, maker.actor, { ...move, caseNumber: caseFile.digits }, now)
  return moved?.done === true && keep(scene, { kind: 'entry', id, word })
}

let codes = 0

/** A letter of a signed document, and every second time in the hands of the post. PROT posts for everybody. */
export async function post(scene: Scene, to: number): Promise<boolean> {
  const { doer, maker, document } = scene
  const { house } = doer
  if (!document) return false
  await once(rules, house, '', async () => {
    await deliveryRules(house)
    return 'told'
  })
  const word = newWord()
  const request = {
    ...{ document: document.number, addressee: `Fulano ${word}`, address: 'Rua A', city: 'Mossoró', state: 'RN' },
    ...{ postalCode: '59600000', attachments: [], contactId: undefined, notes: '', departure: '' },
    ...({ service: 'registered', withReceipt: true, format: 'envelope' } as const),
  }
  const made = await askLetter(house.db, maker.actor, request, house.platform.clock())
  if (!made?.done) return false
  const { id } = made.value
  codes += 1
  // Long ago, so that its AR is overdue.
  const longAgo = addDays(todayIn(house.platform.clock()), -40)
  const within = to % 2 === 0 ? await posted(house, id, codeFor(7_000_000 + codes), longAgo) : ''
  return keep(scene, { kind: 'letter', id, word, to: places.prot, within })
}

const calendars = new WeakMap<object, Map<string, Promise<string>>>()
const projects = new WeakMap<object, Map<string, Promise<string>>>()
const rules = new WeakMap<object, Map<string, Promise<string>>>()

/** Made once for a world, or a house, and a unit. */
function once(
  made: WeakMap<object, Map<string, Promise<string>>>,
  of: WorldTold | TestHouse,
  unit: string,
  make: () => Promise<string>,
): Promise<string> {
  const known = made.get(of) ?? new Map<string, Promise<string>>()
  made.set(of, known)
  const found = known.get(unit) ?? make()
  known.set(unit, found)
  return found
}

async function openAgenda(house: TestHouse, unit: string): Promise<string> {
  await house.db`
    with office as (
      insert into identity.office (unit_id, title) select u.id, 'Cargo ' || ${newWord()} from organization.unit u where u.slug = ${unit}
      returning id)
    insert into agenda.calendar (office_id, opened_at, opened_by) select o.id, now(), (select min(id) from identity.account) from office o`
  return latest(house, 'identity.office')
}
