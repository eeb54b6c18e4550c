import { addressOf, parametersOf, type RouteKey } from './routes.ts'
import { type Attempt, type BundleLook, type Expected, type KeptLook, surfaces } from './surfaces.ts'
import type { BundleTold, KeptTold } from './told.ts'
import {
  fingerprint,
  isClosed,
  judge,
  look,
  lookAtAll,
  may,
  type Question,
  type ReaderHere,
  type Trial,
} from './trial.ts'

const looked = 0.15
const attempted = 0.08

/** What teams keep and hand round, by the ids that its addresses name: every reader looks, and who may not, tries to act. */
export async function tryTeam(trial: Trial): Promise<void> {
  const { house, wrong, world } = trial
  const rows = Object.entries(surfaces) as [RouteKey, (typeof surfaces)[RouteKey]][]
  const questions = rows.flatMap(([route, surface]) => {
    if (!('look' in surface)) return []
    return world.readers.flatMap((reader) => {
      if (surface.look === 'kept') return aboutKept(trial, route, surface, reader)
      return surface.look === 'bundle' ? aboutBundles(trial, route, surface, reader) : []
    })
  })
  await lookAtAll(trial, questions)
  const before = await fingerprint(house)
  for (const [route, surface] of rows) {
    if (!('act' in surface)) continue
    for (const reader of world.readers) {
      if (surface.act === 'kept') await actOnKept(trial, route, surface, reader)
      if (surface.act === 'bundle') await actOnBundles(trial, route, surface, reader)
    }
  }
  const after = await fingerprint(house)
  for (const table of Object.keys(before)) {
    if (before[table] !== after[table]) wrong.push(`somebody changed what others keep in ${table}`)
  }
}

/** The unit's own, and of a case file of which the reader may know, if only by its number before the password. */
const isOwn = ({ oracle }: Trial, kept: KeptTold, reader: ReaderHere) =>
  reader.worksThere && kept.unit === reader.unit && oracle.knowsOf(reader, kept.caseFile)

function aboutKept(trial: Trial, route: RouteKey, surface: KeptLook, reader: ReaderHere): Question[] {
  const { world, oracle } = trial
  const expectedOf = (kept: KeptTold): Expected => {
    if (!may(trial, reader, surface.needs)) return 'closed'
    if (surface.register) return kept.unit === reader.unit ? 'anything' : 'closed'
    if (kept.kind === 'return') return isOwn(trial, kept, reader) ? 'anything' : 'closed'
    if (!oracle.mayReadKept(reader, kept)) return isOwn(trial, kept, reader) ? 'anything' : 'closed'
    return surface.tells ? { words: [kept.word], status: 200 } : 'anything'
  }
  return world.kept
    .filter(({ kind }) => kind === surface.of && trial.chance(looked))
    .map((kept) => ({ route, url: urlOf(route, kept, reader), reader, face: 'number', expected: expectedOf(kept) }))
}

async function actOnKept(trial: Trial, route: RouteKey, surface: Attempt, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  for (const kept of world.kept.filter(({ kind }) => kind === surface.of)) {
    const isPersonal = kept.kind === 'favourite' || kept.kind === 'search'
    const isMine = isPersonal ? kept.login === reader.login : kept.unit === reader.unit && reader.worksThere
    // A label is its unit's whatever it is on; where it is on nothing that one may know of, it is on nothing.
    const named = route.includes(':numero')
    const isHidden = named ? oracle.reach(reader, kept.caseFile) === 'none' : !oracle.mayReadKept(reader, kept)
    const isAllowed =
      isMine && (isPersonal || !isHidden || (!named && kept.kind === 'label') || isOwn(trial, kept, reader))
    if (isAllowed || !trial.chance(attempted)) continue
    const { id } = kept
    const url = urlOf(route, kept, reader)
    const fields = { ...surface.fields, prazo: id, mostrados: id, entrada: id, favorito: id }
    const answer = await reader.caller.post(url, fields)
    await judge(trial, { route, url, reader, face: 'number' }, answer)
    const isNamed = parametersOf(route).includes('id')
    if (isNamed && (isHidden || kept.kind === 'return') && !isClosed(answer)) {
      wrong.push(`${reader.name}: ${route} (${url}) answered ${answer.status}`)
    }
  }
}

function urlOf(route: RouteKey, { id, caseFile }: KeptTold, reader: ReaderHere): string {
  return addressOf(route, { unidade: reader.unit, numero: caseFile.digits, id: id || '1' })
}

function aboutBundles(trial: Trial, route: RouteKey, surface: BundleLook, reader: ReaderHere): Question[] {
  const { world, oracle } = trial
  const isReading = route.endsWith('/itens/:item')
  const expectedOf = (bundle: BundleTold): Expected => {
    if (!may(trial, reader, surface.needs) || !oracle.hasBundle(reader, bundle)) return 'closed'
    const [{ document } = {}] = bundle.items
    if (route === 'GET /em/:unidade/blocos/:numero') return { words: shownIn(trial, bundle, reader), status: 200 }
    if (!isReading || !document) return 'anything'
    return oracle.mayRead(reader, document) ? { words: [document.words.text], status: 200 } : 'anything'
  }
  return world.bundles
    .filter(() => trial.chance(isReading || route.endsWith('/blocos/:numero') ? 0.5 : looked))
    .map((bundle) => {
      const url = addressOf(route, { unidade: reader.unit, numero: bundle.number, item: bundle.items[0]?.id ?? '1' })
      const query = /retirada|assinatura/.test(route) ? `?item=${bundle.items[0]?.id}` : ''
      return { route, url: `${url}${query}`, reader, face: 'number' as const, expected: expectedOf(bundle) }
    })
}

/** The numbers of what this reader may know of in a bundle: of its documents, or of its case files. */
function shownIn({ oracle }: Trial, { items, kind }: BundleTold, reader: ReaderHere): string[] {
  return items.flatMap(({ caseFile, document }) => {
    if (oracle.reach(reader, document?.caseFile ?? caseFile) === 'none' || document?.state === 'deleted') return []
    return [kind === 'signature' && document ? document.number : caseFile.number]
  })
}

async function actOnBundles(trial: Trial, route: RouteKey, surface: Attempt, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  for (const bundle of world.bundles) {
    if (oracle.hasBundle(reader, bundle) || !trial.chance(attempted)) continue
    const item = bundle.items[0]?.id ?? '1'
    const url = addressOf(route, { unidade: reader.unit, numero: bundle.number, item })
    const answer = await reader.caller.post(url, { ...surface.fields, item })
    await judge(trial, { route, url, reader, face: 'number' }, answer)
    if (!isClosed(answer)) wrong.push(`${reader.name}: ${route} (${url}) answered ${answer.status}`)
  }
}

/** What was deleted, in the bin of the unit that made it (DOC-082): its words, its file, and bringing it back. */
export async function tryBin(trial: Trial): Promise<void> {
  const { world, oracle, house, wrong } = trial
  const deleted = world.caseFiles.flatMap(({ documents }) => documents).filter(({ state }) => state === 'deleted')
  for (const reader of world.readers) {
    const mayWrite = may(trial, reader, 'documents.write')
    const seen = (one: (typeof deleted)[number]) => mayWrite && oracle.mayReadInBin(reader, one)
    const except: Question['except'] = (word) =>
      word.kind !== 'unsaved' &&
      [word, ...(word.also ?? [])].some(({ document }) => document !== undefined && seen(document))
    const asked = { reader, face: 'number' as const, except }
    const list = `/em/${reader.unit}/lixeira`
    await look(trial, {
      ...{ ...asked, face: 'list', route: 'GET /em/:unidade/lixeira', url: list },
      expected: mayWrite
        ? {
            words: deleted
              .filter(seen)
              .slice(-20)
              .map(({ number }) => number),
            status: 200,
          }
        : 'closed',
    })
    for (const document of deleted) {
      const words = [document.words.text]
      const expected: Expected = seen(document) ? { words, status: 200 } : 'closed'
      const url = `${list}/${document.number}`
      const isFile = document.kind === 'uploaded'
      const page = seen(document) && isFile ? { words: [document.number], status: 200 } : expected
      await look(trial, { ...asked, route: 'GET /em/:unidade/lixeira/:numero', url, expected: page })
      await look(trial, {
        ...{ ...asked, route: 'GET /em/:unidade/lixeira/:numero/arquivo', url: `${url}/arquivo` },
        expected: isFile ? expected : 'closed',
      })
      if (seen(document)) continue
      const before = await fingerprint(house)
      const answer = await reader.caller.post(`${url}/recuperacao`)
      await judge(trial, { ...asked, route: 'POST /em/:unidade/lixeira/:numero/recuperacao', url }, answer)
      const after = await fingerprint(house)
      if (before['documents.document'] !== after['documents.document']) wrong.push(`${reader.name} brought ${url} back`)
      if (!isClosed(answer)) wrong.push(`${reader.name}: POST ${url}/recuperacao answered ${answer.status}`)
    }
  }
}
