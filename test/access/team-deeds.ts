import { addCheckpoint } from '../../src/capabilities/checkpoints/index.ts'
import { setDeadlines } from '../../src/capabilities/deadlines/index.ts'
import { addLabel, includeLabel } from '../../src/capabilities/watchlists/index.ts'
import { todayIn } from '../../src/platform/calendar/index.ts'
import { actorOf } from '../support/builders-cases.ts'
import type { TestHouse } from '../support/house.ts'
import { at as places } from '../support/world.ts'
import { collect, giveBack, meet, toSign } from './bundle-deeds.ts'
import type { Scene } from './deeds.ts'
import { duplicate, letSign, move } from './moving-deeds.ts'
import { activity, book, demand, post, receive } from './office-deeds.ts'
import { isDraft, type Oracle, oracleOf } from './oracle.ts'
import type { Deed, OnCase, OnDocument } from './plan.ts'
import type { CaseTold, DocumentTold, KeptTold } from './told.ts'
import { newWord } from './words.ts'

type TeamDeed = Extract<Deed, { does: OnCase | OnDocument }>

/** What is kept, said, handed round, copied and moved beside what `deeds.ts` does; whether it was done. */
const deeds: { readonly [does in OnCase | OnDocument]: (scene: Scene, to: number) => Promise<boolean> } = {
  deadline,
  note,
  label,
  follow,
  favourite,
  favour: favourite,
  point,
  comment,
  remark: comment,
  acknowledge: async ({ maker, at }) => isDone(await maker.caller.post(`${at}/ciencia`)),
  return: sendToComeBack,
  meet,
  collect,
  'to-sign': toSign,
  'give-back': giveBack,
  'let-sign': letSign,
  duplicate,
  move,
  recover,
  'save-search': saveSearch,
  ...{ book, demand, activity, receive, post },
}

export function isTeamDeed(deed: Deed): deed is TeamDeed {
  return deed.does in deeds
}

export function carryOutTeam(scene: Scene, { does, to }: TeamDeed): Promise<boolean> {
  return deeds[does](scene, to)
}

/** Where such a deed has a chance. */
export const teamFits: {
  readonly cases: Partial<Record<string, (one: CaseTold, oracle: Oracle) => boolean>>
  readonly documents: Partial<Record<string, (one: DocumentTold, oracle: Oracle) => boolean>>
} = {
  cases: {
    return: (one, { effective }) => effective(one) !== 'confidential' && !one.suspendedBy,
    meet: (one, { effective }) => effective(one) !== 'confidential',
    duplicate: ({ documents }) => documents.some((one) => one.state === 'active' && !isDraft(one)),
  },
  documents: {
    'to-sign': (one, { effective, isAway }) =>
      isDraft(one) && !isAway(one) && effective(one.caseFile) !== 'confidential',
    'let-sign': (one, { effective }) => isDraft(one) && effective(one.caseFile) === 'confidential',
    move: ({ kind }) => kind === 'uploaded',
    post: (one, { effective }) => one.signed && one.kind === 'authored' && effective(one.caseFile) !== 'confidential',
    recover: ({ state }) => state === 'deleted',
  },
}

/** Writes down what was kept, with its word. */
export function keep(
  { doer: { world }, maker, caseFile, document }: Scene,
  told: Partial<KeptTold> & Pick<KeptTold, 'kind'>,
) {
  const kept: KeptTold = {
    ...{ id: '', word: '', caseFile, unit: maker.unit, login: maker.login },
    ...(document ? { document } : {}),
    ...told,
  }
  world.kept.push(kept)
  const { word } = kept
  if (word !== '') world.words.set(word, { word, kind: 'kept', caseFile, kept, ...(document ? { document } : {}) })
  return true
}

export function isDone({ status }: { readonly status: number }): boolean {
  return status === 303
}

async function deadline(scene: Scene): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const now = doer.house.platform.clock()
  const word = newWord()
  const request = { caseNumbers: [caseFile.digits], text: `Responder ${word}`, term: { due: todayIn(now) } }
  const [set] = await setDeadlines(doer.house.db, maker.actor, request, now)
  if (!set?.outcome.done) return false
  const id = await latest(doer.house, 'deadlines.deadline')
  return keep(scene, { kind: 'deadline', id, word })
}

async function note(scene: Scene): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const word = newWord()
  const fields = { processo: caseFile.digits, anotacao: `Ligar ${word}.` }
  if (!isDone(await maker.caller.post(`/em/${maker.unit}/anotacao`, fields))) return false
  const ofHolder = oracleOf(doer.world).base(caseFile) === 'confidential'
  const { kept, words } = doer.world
  const before = kept.findIndex(
    (one) =>
      one.kind === 'note' &&
      one.caseFile === caseFile &&
      one.unit === maker.unit &&
      one.ofHolder === ofHolder &&
      (!ofHolder || one.login === maker.login),
  )
  // One takes the place of the other, whose words are nowhere any more.
  if (before >= 0) words.delete(kept.splice(before, 1)[0]?.word ?? '')
  return keep(scene, { kind: 'note', word, ofHolder })
}

let labels = 0

async function label(scene: Scene): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const { db, platform } = doer.house
  labels += 1
  const word = newWord()
  const made = await addLabel(db, maker.actor, { name: `Marcador ${labels}`, colour: 'wine' }, platform.clock())
  if (!made.done) return false
  const request = { caseNumber: caseFile.digits, labelId: made.value.id, text: `Até ${word}` }
  const put = await includeLabel(db, maker.actor, request, platform.clock())
  return put?.done === true && keep(scene, { kind: 'label', id: made.value.id, word })
}

async function follow(scene: Scene): Promise<boolean> {
  const { maker, caseFile, doer } = scene
  const word = newWord()
  const fields = { processo: caseFile.digits, observacao: `Pede notícias ${word}.` }
  if (!isDone(await maker.caller.post(`/em/${maker.unit}/acompanhamento`, fields))) return false
  return keep(scene, { kind: 'follow', id: await latest(doer.house, 'watchlists.entry'), word })
}

async function favourite(scene: Scene): Promise<boolean> {
  const { maker, caseFile, document, doer } = scene
  const path = document ? `documentos/${document.number}/favorito` : 'favorito'
  const fields = { ...(document ? {} : { processo: caseFile.digits }), grupo: 'Modelos' }
  if (!isDone(await maker.caller.post(`/em/${maker.unit}/${path}`, fields))) return false
  // Of what may not be read one is led back to its page, and nothing is marked; what is marked already stays the same one.
  const [row] = await doer.house.db<{ id: string }[]>`
    select f.id from watchlists.favourite f join identity.account a on a.id = f.account_id
      join cases.case_file c on c.id = f.case_file_id left join documents.document d on d.id = f.document_id
     where a.login = ${maker.login}
       and case when ${document !== undefined} then d.number = ${document?.number ?? '0'}
                else c.digits = ${caseFile.digits} and f.document_id is null end`
  return row !== undefined && keep(scene, { kind: 'favourite', id: row.id })
}

const points = new WeakMap<TestHouse, Map<string, string>>()

async function point(scene: Scene): Promise<boolean> {
  const { maker, caseFile, doer } = scene
  const checkpointId = await pointOf(doer.house, maker.unit, doer.ids.units.get(maker.unit) ?? '')
  if (!checkpointId) return false
  const fields = { processo: caseFile.digits, ponto: checkpointId }
  if (!isDone(await maker.caller.post(`/em/${maker.unit}/ponto-de-controle`, fields))) return false
  return keep(scene, { kind: 'point', id: checkpointId })
}

/** One point in each unit within the administrator's reach, for all worlds of the house. */
async function pointOf(house: TestHouse, unit: string, unitId: string): Promise<string | undefined> {
  const known = points.get(house) ?? new Map<string, string>()
  points.set(house, known)
  if (unit === places.rj || known.has(unit)) return known.get(unit)
  const administrator = await actorOf(house, 'admin', places.gs)
  const made = await addCheckpoint(house.db, administrator, { unitId, name: 'Em análise' }, house.platform.clock())
  if (!made?.done) return undefined
  known.set(unit, made.value.id)
  return made.value.id
}

async function comment(scene: Scene): Promise<boolean> {
  const { maker, at, document, doer } = scene
  const word = newWord()
  const address = document ? `/em/${maker.unit}/documentos/${document.number}` : at
  if (!isDone(await maker.caller.post(`${address}/comentarios`, { comentario: `Conferir ${word}.` }))) return false
  return keep(scene, { kind: 'comment', id: await latest(doer.house, 'remarks.comment'), word })
}

/** Sent to another unit that has to send it back, and kept open. */
async function sendToComeBack(scene: Scene, number: number): Promise<boolean> {
  const { doer, maker, caseFile } = scene
  const away = doer.ids.slugs.filter((slug) => slug !== maker.unit && !caseFile.open.has(slug))
  const to = away[number % Math.max(1, away.length)]
  if (to === undefined) return false
  const destinos = doer.ids.units.get(to) ?? ''
  const fields = { processo: caseFile.digits, destinos, manter: 'sim', retorno: '2099-12-31' }
  if (!isDone(await maker.caller.post(`/em/${maker.unit}/envio`, fields))) return false
  for (const one of [caseFile, ...caseFile.annexed]) one.passed.add(to)
  caseFile.open.add(to)
  for (const one of caseFile.documents) one.hasLeft ||= !isDraft(one)
  return keep(scene, { kind: 'return', id: await latest(doer.house, 'routing.movement'), to })
}

async function recover({ maker, document }: Scene): Promise<boolean> {
  if (!document) return false
  const address = `/em/${maker.unit}/lixeira/${document.number}/recuperacao`
  if (!isDone(await maker.caller.post(address))) return false
  document.state = 'active'
  return true
}

async function saveSearch(scene: Scene): Promise<boolean> {
  const { maker, doer } = scene
  const fields = { nome: `Pesquisa ${newWord()}`, consulta: `q=${doer.world.everywhere}` }
  if (!isDone(await maker.caller.post(`/em/${maker.unit}/pesquisas-salvas`, fields))) return false
  return keep(scene, { kind: 'search', id: await latest(doer.house, 'search.saved_search') })
}

/** The id of what was written last: nobody else writes meanwhile. */
export async function latest({ db }: TestHouse, table: string): Promise<string> {
  const [row] = await db<{ id: string }[]>`select max(id)::text as id from ${db(table)}`
  return row?.id ?? ''
}
