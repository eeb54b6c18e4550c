import { addressOf, type RouteKey } from './routes.ts'
import { type CaseLook, type DocumentLook, type Expected, surfaces } from './surfaces.ts'
import { documentsOf } from './told.ts'
import { lookAtAll, may, type Question, type ReaderHere, type Trial } from './trial.ts'

/** The pages that are asked for always; of the others, so many in a hundred. */
const always: ReadonlySet<string> = new Set([
  'GET /em/:unidade/processos/:numero',
  'GET /em/:unidade/processos/:numero/historico',
  'GET /em/:unidade/documentos/:numero',
  'GET /em/:unidade/documentos/:numero/arquivo',
  'GET /em/:unidade/documentos/:numero/conteudo',
])
const ofTheOthers = 0.1

/** Every reader looks at every case file and every document, on the pages that name it. */
export async function tryLooks(trial: Trial): Promise<void> {
  const questions: Question[] = []
  for (const [route, surface] of Object.entries(surfaces) as [RouteKey, (typeof surfaces)[RouteKey]][]) {
    if (!('look' in surface) || surface.look === 'kept' || surface.look === 'bundle') continue
    for (const reader of trial.world.readers) {
      questions.push(
        ...(surface.look === 'case'
          ? aboutCaseFiles(trial, route, surface, reader)
          : aboutDocuments(trial, route, surface, reader)),
      )
    }
  }
  await lookAtAll(trial, questions)
}

function aboutCaseFiles(trial: Trial, route: RouteKey, surface: CaseLook, reader: ReaderHere): Question[] {
  const { world, oracle } = trial
  return world.caseFiles
    .filter(() => always.has(route) || trial.chance(ofTheOthers))
    .map((caseFile) => {
      const address = addressOf(route, { formato: 'txt', unidade: reader.unit, numero: caseFile.digits, item: '1' })
      const url = surface.asks ? `${address}?processo=${caseFile.digits}` : address
      const known = surface.forHolders ? oracle.knowsOf(reader, caseFile) : oracle.reach(reader, caseFile) !== 'none'
      const mayOpen = may(trial, reader, surface.needs) && known
      const isBlank = surface.blank && may(trial, reader, surface.needs)
      const shut: Expected = isBlank ? 'anything' : 'closed'
      const expected: Expected = mayOpen ? (surface.shows?.(caseFile, reader, oracle) ?? 'anything') : shut
      return { route, reader, expected, face: 'number', url: `${url}${surface.query ?? ''}` }
    })
}

function aboutDocuments(trial: Trial, route: RouteKey, surface: DocumentLook, reader: ReaderHere): Question[] {
  const { world, oracle } = trial
  return documentsOf(world)
    .filter(() => always.has(route) || trial.chance(ofTheOthers))
    .flatMap((document): Question[] => {
      const url = addressOf(route, {
        formato: 'txt',
        unidade: reader.unit,
        numero: document.number,
        versao: '2',
        pagina: '1',
      })
      const mayOpen = may(trial, reader, surface.needs) && oracle.reach(reader, document.caseFile) !== 'none'
      const isThere = mayOpen && document.state !== 'deleted'
      const expected: Expected = isThere ? (surface.shows?.(document, reader, oracle) ?? 'anything') : 'closed'
      const question = { route, reader, expected, face: 'number', url: `${url}${surface.query ?? ''}` } as const
      if (!surface.headers) return [question]
      // Whole, and as a download, it is the same file.
      const whole = typeof expected === 'object' ? { ...expected, status: 200 } : expected
      const asDownload = { ...question, url: `${url}?baixar=sim`, expected: whole }
      return [{ ...question, headers: surface.headers }, ...(trial.chance(ofTheOthers) ? [asDownload] : [])]
    })
}
