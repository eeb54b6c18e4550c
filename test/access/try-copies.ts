import { addressOf, type RouteKey } from './routes.ts'
import type { CopyTold, DocumentTold } from './told.ts'
import { look, may, type ReaderHere, type Trial } from './trial.ts'

const pages: readonly RouteKey[] = [
  'GET /em/:unidade/exportacoes/:id',
  'GET /em/:unidade/exportacoes/:id/andamento',
  'GET /em/:unidade/processos/:numero/exportacoes/:id',
]
const file: RouteKey = 'GET /em/:unidade/exportacoes/:id/arquivo'

/**
 * Copies made while it was allowed: fetched now by who asked for them, only if every document in them may still be read;
 * by nobody else, ever.
 */
export async function tryCopies(trial: Trial): Promise<void> {
  const { world } = trial
  for (const reader of world.readers) {
    await look(trial, {
      route: 'GET /em/:unidade/exportacoes',
      url: `/em/${reader.unit}/exportacoes`,
      reader,
      face: 'number',
      expected: may(trial, reader, 'output.export') ? { words: [], status: 200 } : 'closed',
    })
    for (const copy of world.copies) await lookAtCopy(trial, reader, copy)
  }
}

async function lookAtCopy(trial: Trial, reader: ReaderHere, copy: CopyTold): Promise<void> {
  const { oracle } = trial
  const { id, caseFile, documents } = copy
  const isMine = reader.login === copy.login && reader.unit === copy.unit && may(trial, reader, 'output.export')
  const isThere = isMine && oracle.reach(reader, caseFile) !== 'none'
  for (const route of pages) {
    const url = addressOf(route, { unidade: reader.unit, numero: caseFile.digits, id })
    const isOnlyAWay = route.includes(':numero')
    const expected = isThere ? (isOnlyAWay ? 'anything' : { words: [], status: 200 }) : 'closed'
    await look(trial, { route, url, reader, face: 'number', expected })
  }
  // One in which nothing could be put was never made.
  const stillReadable = isThere && documents.length > 0 && documents.every((one) => oracle.mayRead(reader, one))
  const words = documents.map(textAtThatTime)
  // One of them was moved to another case file since: the copy may be refused, and is searched for leaks all the same.
  const isWhole = documents.every((one) => one.caseFile === caseFile)
  const url = addressOf(file, { unidade: reader.unit, id })
  const whole = { route: file, url, reader, face: 'number' } as const
  // A ZIP has the history in it, as it was told.
  const except = ({ kind }: { kind: string }) => kind === 'number'
  await look(trial, {
    ...whole,
    except,
    expected: !isWhole ? 'anything' : stillReadable ? { words, status: 200 } : 'closed',
  })
  await look(trial, {
    ...whole,
    except,
    headers: { range: 'bytes=0-99' },
    expected: !isWhole ? 'anything' : stillReadable ? { words: [], status: 206 } : 'closed',
  })
}

const textAtThatTime = ({ words }: DocumentTold): string => words.text
