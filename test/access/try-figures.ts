import type { RouteKey } from './routes.ts'
import { judge, look, may, type ReaderHere, type Trial } from './trial.ts'
import { toldIn } from './words.ts'

const pages = [
  ...[
    '',
    '/desempenho',
    '/desempenho/tipo',
    '/meta',
    '/atividades',
    '/fluxo',
    '/indices',
    '/indices/unidades',
    '/numeros',
  ],
] as const
const measures = ['gerados', 'tramitados', 'abertos', 'fechados', 'documentos', 'externos'] as const

/** Figures, and the lists behind them, on pages and in sheets: they name what is public and nothing else (PES-036). */
export async function tryFigures(trial: Trial): Promise<void> {
  await Promise.all(trial.world.readers.map((reader) => lookAtFigures(trial, reader)))
}

async function lookAtFigures(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong, house } = trial
  const at = `/em/${reader.unit}/estatisticas`
  const mayRead = may(trial, reader, 'statistics.read')
  const ask = async (route: RouteKey, url: string, isList: boolean) => {
    const expected = mayRead ? (isList ? ({ words: [], status: 200 } as const) : 'anything') : 'closed'
    const answer = await look(trial, { route, url, reader, face: 'list', expected })
    for (const { kind, caseFile, document } of mayRead ? await toldIn(answer, world, url) : []) {
      const isNamed = kind === 'number' && oracle.effective(caseFile) === 'public'
      if (!isNamed) wrong.push(`${reader.name}: ${url} names ${kind} of ${document?.number ?? caseFile.number}`)
    }
    return answer
  }
  const [type] = await house.db<{ id: string }[]>`
    select case_type_id as id from cases.case_file where digits = ${world.caseFiles[0]?.digits ?? ''}`
  for (const path of pages) {
    if (path !== '' && !trial.chance(0.3)) continue
    const route = `GET /em/:unidade/estatisticas${path}` as RouteKey
    for (const format of ['', '&formato=csv', '&formato=xlsx']) {
      if (format === '' || trial.chance(0.2)) await ask(route, `${at}${path}?tipo=${type?.id}${format}`, false)
    }
  }
  for (const measure of measures) {
    const isAsked = measure === 'gerados' || trial.chance(0.3)
    if (!isAsked) continue
    const url = `${at}/lista?medida=${measure}`
    await ask('GET /em/:unidade/estatisticas/lista', url, true)
    const sheet = await ask('GET /em/:unidade/estatisticas/lista', `${url}&formato=csv`, true)
    if (!mayRead || measure !== 'tramitados') continue
    for (const one of world.caseFiles) {
      const isThere = one.passed.has(reader.unit) && oracle.effective(one) === 'public'
      if (isThere && one.annexedTo === undefined && !sheet.text.includes(one.number)) {
        wrong.push(`${reader.name}: the list behind the figures hides ${one.number}`)
      }
    }
  }
  const report = { route: 'GET /em/:unidade/impressao', url: `/em/${reader.unit}/impressao`, reader } as const
  const answer = await reader.caller.get(report.url)
  await judge(trial, { ...report, face: 'list', expected: 'closed' }, answer)
}
