import { addCheckpoint, setCheckpoint } from '../../src/capabilities/checkpoints/index.ts'
import { addLabel, includeLabel, markDocument } from '../../src/capabilities/watchlists/index.ts'
import { idOf } from './builders-admin.ts'
import { actorOf, done } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** A label of a unit. Answers its id. */
export async function aLabel(
  house: TestHouse,
  name: string,
  { by = 'marina', unit = at.prot }: { by?: Login; unit?: Slug } = {},
): Promise<string> {
  const made = await done(
    addLabel(house.db, await actorOf(house, by, unit), { name, colour: 'wine' }, house.platform.clock()),
  )
  return made.id
}

/** Puts a label on a case file, at PROT unless said otherwise. */
export async function labelled(house: TestHouse, digits: string, labelId: string, text = ''): Promise<void> {
  const actor = await actorOf(house, 'marina', at.prot)
  await done(includeLabel(house.db, actor, { caseNumber: digits, labelId, text }, house.platform.clock()))
}

/** Opens the page of an act on these case files and sends its form. */
export async function actOn(
  person: Person,
  unit: Slug,
  path: string,
  digits: readonly string[],
  fields: Record<string, string | readonly string[]>,
): Promise<Page> {
  const query = digits.map((one) => `processo=${one}`).join('&')
  const page = await person.open(`/em/${unit}${path}?${query}`)
  return person.send(page, `form[action$="${path}"]`, fields)
}

/** The row of a case file on a page with the table of that id. */
export function rowOf(page: Page, tableId: string, number: string): string {
  const rows = [...page.document.querySelectorAll(`#${tableId} tbody tr`)]
  return (rows.find((row) => (row.textContent ?? '').includes(number))?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** A point of the unit with that acronym. Answers its id. */
export async function furnishCheckpoints(house: TestHouse, acronym: string): Promise<string> {
  const administrator = await actorOf(house, 'admin', at.gs)
  const unitId = await idOf(house, 'organization.unit', 'acronym', acronym)
  const name = 'Em análise'
  return (await done(addCheckpoint(house.db, administrator, { unitId, name }, house.platform.clock()))).id
}

/** Everything that a team may keep about a case file and one document of it. */
export async function furnishTeamWork(house: TestHouse, marina: Person, digits: string, document: string) {
  const actor = await actorOf(house, 'marina', at.prot)
  const now = house.platform.clock()
  const label = await aLabel(house, 'Prioridade do mês')
  await labelled(house, digits, label, 'Até o fim do mês.')
  await actOn(marina, at.prot, '/anotacao', [digits], { anotacao: 'Ligar para a requerente.', prioridade: 'sim' })
  await actOn(marina, at.prot, '/acompanhamento', [digits], {
    novo_grupo: 'Do secretário',
    observacao: 'Pede notícias.',
  })
  await actOn(marina, at.prot, '/favorito', [digits], { grupo: 'Exemplos' })
  await done(markDocument(house.db, actor, { number: document, groupName: 'Modelos' }, now))
  const checkpointId = await furnishCheckpoints(house, 'PROT')
  await done(setCheckpoint(house.db, actor, { caseNumber: digits, checkpointId }, now))
  return { label, watchlist: await idOf(house, 'watchlists.watchlist', 'name', 'Do secretário') }
}
