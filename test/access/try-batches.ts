import type { RouteKey } from './routes.ts'
import { documentsOf } from './told.ts'
import { fingerprint, isClosed, judge, look, may, type ReaderHere, type Trial } from './trial.ts'

/** Acts on many at once, asked with the numbers of all: only what is one's own is on the page, and only that is done. */
export async function tryBatches(trial: Trial): Promise<void> {
  const { house, world, wrong } = trial
  for (const reader of world.readers) await askPages(trial, reader)
  const before = await fingerprint(house)
  for (const reader of world.readers) await tryOnOthers(trial, reader)
  const after = await fingerprint(house)
  for (const table of Object.keys(before)) {
    if (before[table] !== after[table]) wrong.push(`an act on many changed ${table} of what is not one's own`)
  }
}

const pages = [
  ['GET /em/:unidade/envio', 'envio', 'routing.send'],
  ['GET /em/:unidade/atribuicao', 'atribuicao', 'routing.assign'],
  ['GET /em/:unidade/conclusao', 'conclusao', 'routing.send'],
] as const

async function askPages(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle } = trial
  const ofAll = `?${world.caseFiles.map(({ digits }) => `processo=${digits}`).join('&')}`
  const reached = world.caseFiles.filter((one) => oracle.reach(reader, one) !== 'none')
  for (const [route, path, needed] of pages) {
    const words = reached.map(({ number }) => number)
    const expected =
      may(trial, reader, needed) && reached.length > 0 ? ({ words, status: 200 } as const) : ('closed' as const)
    await look(trial, { route, url: `/em/${reader.unit}/${path}${ofAll}`, reader, face: 'number', expected })
  }
  const route = 'GET /em/:unidade/assinatura'
  const address = `/em/${reader.unit}/assinatura`
  await look(trial, { route, url: `${address}${ofAll}`, reader, face: 'number' })
  const numbers = documentsOf(world).map(({ number }) => `documento=${number}`)
  await look(trial, { route, url: `${address}?${numbers.join('&')}`, reader, face: 'number' })
}

async function tryOnOthers(trial: Trial, reader: ReaderHere): Promise<void> {
  const { house, world, oracle, wrong } = trial
  const others = world.caseFiles.filter((one) => oracle.reach(reader, one) !== 'full')
  const processo = others.map(({ digits }) => digits)
  const isHidden = others.every((one) => oracle.reach(reader, one) === 'none')
  const [unit] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${reader.unit}`
  const acts: readonly (readonly [RouteKey, string, Record<string, string | string[]>])[] = [
    ['POST /em/:unidade/envio', 'envio', { processo, destinos: unit?.id ?? '' }],
    ['POST /em/:unidade/atribuicao', 'atribuicao', { processo, pessoa: '1' }],
    ['POST /em/:unidade/conclusao', 'conclusao', { processo }],
    ['POST /em/:unidade/sobrestados/remocao', 'sobrestados/remocao', { processo }],
    ['POST /em/:unidade/assinatura', 'assinatura', await whatToSign(trial, reader)],
    ['POST /em/:unidade/assinatura/govbr', 'assinatura/govbr', await whatToSign(trial, reader)],
    [
      'POST /em/:unidade/processos/novo',
      'processos/novo',
      { acao: 'procurar', tipo: '1', novo_interessado: world.caseFiles[0]?.words.party ?? '' },
    ],
  ]
  for (const [route, path, fields] of acts) {
    // A password is weighed each time, and that takes its time.
    if (path === 'assinatura' && !trial.chance(0.4)) continue
    const url = `/em/${reader.unit}/${path}`
    const answer = await reader.caller.post(url, fields)
    // The register of people may be asked by everybody who opens case files.
    await judge(
      trial,
      { route, url, reader, face: 'number', sent: JSON.stringify(fields), except: ({ kind }) => kind === 'party' },
      answer,
    )
    const isAct = path === 'envio' || path === 'atribuicao' || path === 'conclusao'
    if (isAct && isHidden && processo.length > 0 && !isClosed(answer)) {
      wrong.push(`${reader.name}: ${route} on what is hidden answered ${answer.status}`)
    }
  }
}

/** The very texts of the documents that this reader may not read, as a form of theirs would name them. */
async function whatToSign(
  { house, world, oracle }: Trial,
  reader: ReaderHere,
): Promise<Record<string, string | string[]>> {
  const closed = documentsOf(world).filter((one) => one.kind === 'authored' && !oracle.mayRead(reader, one))
  const rows = await house.db<{ shown: string }[]>`
    select d.number || '.' || v.number || '.' || encode(v.sha256, 'hex') as shown
      from documents.document d join documents.version v on v.document_id = d.id and v.number = d.version
     where d.number = any (${closed.map(({ number }) => number)}::bigint[])`
  return { documento: rows.map(({ shown }) => shown), cargo: 'Analista', senha: 'uma senha de teste' }
}
