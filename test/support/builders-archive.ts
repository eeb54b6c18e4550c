import {
  type ListingDeed,
  makeListing,
  workOnListing,
} from '../../src/capabilities/archive/eliminating/work-on-listing.ts'
import { archiveCaseFile } from '../../src/capabilities/archive/filing/archive-case-file.ts'
import { registerRecordClass } from '../../src/capabilities/classification/index.ts'
import { concludeHolding } from '../../src/capabilities/routing/index.ts'
import { todayIn } from '../../src/platform/calendar/index.ts'
import { aGrant, idOf } from './builders-admin.ts'
import { aCaseFile, actorOf, type CaseFileToBuild, done } from './builders-cases.ts'
import { aDraft, anUpload } from './builders-documents.ts'
import { signDocument } from './builders-signatures.ts'
import type { TestHouse } from './house.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** Who keeps the archive: Marina at the mailroom files and appraises, Sônia presides, Carla authorises. */
export async function anArchiveHouse(house: TestHouse): Promise<void> {
  await aGrant(house, 'marina', { profile: 'Avaliação de documentos', unit: 'PROT' })
  await aGrant(house, 'paulo', { profile: 'Arquivamento', unit: 'PROT' })
  await aGrant(house, 'secretaria', { profile: 'Presidência da CPAD', unit: 'GS' })
  await aGrant(house, 'carla', { profile: 'Autoridade do órgão', unit: 'COFIC' })
  const short = { currentYears: 1, intermediateYears: 1, disposition: 'elimination' } as const
  await registerRecordClass(house.db, { code: '900.1', description: 'Correspondência de rotina', ...short })
  await registerRecordClass(house.db, { code: '900.2', description: 'Atos normativos', disposition: 'permanent' })
  await registerRecordClass(house.db, { code: '900.3', description: 'Prestação de contas', ...short })
  await house.db`update classification.record_class set term_start = 'event', term_event = 'aprovação das contas' where code = '900.3'`
}

export interface ConcludedCase {
  readonly id: string
  readonly digits: string
  readonly number: string
  readonly text: string
  readonly upload: string
}

/** A case file with a signed text and a file, concluded at the mailroom, in one class. */
export async function aConcludedCase(
  house: TestHouse,
  toBuild: CaseFileToBuild & { readonly recordClass?: string; readonly words?: string; readonly file?: string } = {},
): Promise<ConcludedCase> {
  const { recordClass = '900.1', words = 'Palavrassecretas do despacho.', file, ...rest } = toBuild
  const classId = await idOf(house, 'classification.record_class', 'code', recordClass)
  const made = await aCaseFile(house, { ...rest, recordClassIds: [classId] })
  const text = await aDraft(house, made.digits, { text: words })
  await signDocument(house, text)
  const upload = await anUpload(house, made.digits, { content: file ?? `Anexo do processo ${made.number}.` })
  const actor = await actorOf(house, 'marina', at.prot)
  await done(concludeHolding(house.db, actor, made.digits, house.platform.clock()))
  return { id: made.id, digits: made.digits, number: made.number, text, upload }
}

/** The same, archived by the command. */
export async function anArchivedCase(
  house: TestHouse,
  toBuild: Parameters<typeof aConcludedCase>[1] = {},
): Promise<ConcludedCase> {
  const made = await aConcludedCase(house, toBuild)
  await archivedIn(house, made.digits, 'marina', at.prot)
  return made
}

/** A case file that is concluded everywhere, archived where it was concluded last. */
export async function archivedIn(house: TestHouse, digits: string, login: Login, unit: Slug): Promise<void> {
  const request = { digits, justification: 'Assunto encerrado.', classId: undefined, capacity: 'Analista' }
  await done(archiveCaseFile(house.db, await actorOf(house, login, unit), request, house.platform.clock()))
}

const dayMs = 24 * 60 * 60_000

/** A listing of these case files, in a case file of its own open at the mailroom. Answers its id. */
export async function aListing(house: TestHouse, digits: readonly string[]): Promise<string> {
  const own = await aCaseFile(house)
  const actor = await actorOf(house, 'marina', at.prot)
  const request = { caseDigits: own.digits, digits }
  return (await done(makeListing(house.db, actor, request, house.platform.clock()))).id
}

/** One thing done to a listing, as who usually does it. */
export async function onListing(house: TestHouse, id: string, deed: ListingDeed, by?: Worker): Promise<void> {
  const [login, unit] = workers[by ?? usual(deed)]
  await done(workOnListing(house.db, await actorOf(house, login, unit), id, deed, house.platform.clock()))
}

type Worker = 'marina' | 'president' | 'authority'
const workers = {
  marina: ['marina', at.prot],
  president: ['secretaria', at.gs],
  authority: ['carla', at.cofic],
} as const

function usual(deed: ListingDeed): Worker {
  if (deed.act === 'sign' && deed.role !== 'responsible') return deed.role
  return deed.act === 'announce' || deed.act === 'confirm' ? 'president' : 'marina'
}

const capacity = 'Analista'

/** A listing signed by the three and announced; the time for objecting is over. */
export async function anAnnouncedListing(house: TestHouse, digits: readonly string[]): Promise<string> {
  const id = await aListing(house, digits)
  for (const role of ['responsible', 'president', 'authority'] as const) {
    await onListing(house, id, { act: 'sign', role, capacity })
  }
  const on = todayIn(house.platform.clock())
  await onListing(house, id, { act: 'announce', reference: 'Diário Oficial nº 100, página 3', on, days: 30 })
  house.passTime(31 * dayMs)
  return id
}

/** Ordered by one, confirmed by another; the job waits. */
export async function aConfirmedListing(house: TestHouse, digits: readonly string[]): Promise<string> {
  const id = await anAnnouncedListing(house, digits)
  await onListing(house, id, { act: 'order', capacity })
  await onListing(house, id, { act: 'confirm', capacity })
  return id
}

/** So long that short classes are over. */
export function passYears(house: TestHouse, years: number): void {
  house.passTime(years * 366 * dayMs)
}

/** What the pages of the archive show: something that waits, something kept, and a listing of something whose term is over. */
export async function furnishArchive(house: TestHouse) {
  await anArchiveHouse(house)
  passYears(house, -3)
  const [over, listed] = [await anArchivedCase(house), await anArchivedCase(house)]
  passYears(house, 3)
  const archived = await anArchivedCase(house, { recordClass: '900.3' })
  const toArchive = await aConcludedCase(house)
  return { overCase: over, archivedCase: archived, toArchive, listing: await aListing(house, [listed.digits]) }
}
