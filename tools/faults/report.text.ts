import { finderNames } from './bit-flips.ts'
import { type CampaignReport, killNames, totalOf } from './campaign.ts'
import type { Finder, Place } from './damaged-places.ts'
import { type ActKind, actKinds } from './ledger.ts'
import { killKinds } from './program.ts'

type PlaceKind = Place['kind']

const kindNames: Readonly<Record<ActKind, string>> = {
  open: 'abrir processo',
  include: 'incluir documento',
  save: 'salvar versão',
  draft: 'salvar rascunho',
  sign: 'assinar',
  send: 'enviar processo',
  upload: 'enviar arquivo',
}

const placeNames: Readonly<Record<PlaceKind, string>> = {
  file: 'arquivo',
  table: 'página de tabela',
  index: 'página de índice',
  pages: 'página de sequência ou de índice de palavras',
  heads: 'cabeças do registro',
}

/** The outcome as a table that people read, with every problem below it. */
export function tellReport(report: CampaignReport): string {
  const { acts, house } = report
  const rows: [string, number | string][] = [
    ...actKinds.map((kind): [string, number] => [kindNames[kind], acts.acknowledged[kind]]),
    ['atos confirmados', totalOf(report)],
    ['cópias enviadas ao mesmo tempo', acts.copies],
    ['tentativas depois de resposta perdida', acts.retries],
    ...faultsOf(report),
    ...(report.flips ? [] : [['recuperação mais lenta', seconds(report.slowestRecoveryMs)] as [string, string]]),
    ['arquivos conferidos', house.files],
    ['andamentos selados e conferidos', house.events],
    ['conteúdos sem linha, varridos', house.swept],
    ['SEM LINHA DEPOIS DA VARREDURA', house.unnamedFiles.length],
    ['PERDIDOS', acts.lost.length],
    ['EM DOBRO', acts.twice.length],
    ['PELA METADE', house.halfMade.length],
    ['OUTRA RESPOSTA À MESMA CHAVE', acts.otherAnswers.length],
    ['RECUSADOS OU SEM RESPOSTA', acts.refused.length],
    ['HISTÓRICO ADULTERADO', house.history.length],
    ['TRABALHOS NÃO FEITOS', house.undoneWork.length],
    ['FALHAS NÃO EXPLICADAS', report.unexplained.length],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const table = rows.map(([name, value]) => `${name.padEnd(width)}  ${String(value).padStart(8)}`)
  const most = 50
  const told = report.problems.slice(0, most).map((problem) => `- ${problem}`)
  const more = report.problems.length > most ? [`… e mais ${report.problems.length - most}.`] : []
  const end = report.problems.length === 0 ? 'Tudo íntegro.' : `${report.problems.length} problemas.`
  return ['', ...table, '', ...told, ...more, `Semente: ${report.seed}. ${end}`].join('\n')
}

function faultsOf({ kills, cuts, failovers, flips, failpointsReached }: CampaignReport): [string, number | string][] {
  if (failovers)
    return [
      ['trocas de servidor do banco', failovers.all],
      ['  das quais por silêncio, e não morte', failovers.silent],
      ['  até o primeiro ato confirmado, p95', seconds(percentile95(failovers.recoveriesMs))],
    ]
  if (flips)
    return [
      ...Object.entries(flips.places).map(([kind, count]): [string, number] => [
        `bits trocados: ${placeNames[kind as PlaceKind]}`,
        count,
      ]),
      ...Object.entries(flips.finders).map(([finder, count]): [string, number] => [
        `  ${finderNames[finder as Finder]}`,
        count,
      ]),
    ]
  if (cuts)
    return [
      ['cortes de energia', cuts.all],
      ['  dos quais enquanto o programa iniciava', cuts.atStart],
    ]
  return [
    ...killKinds.map((kind): [string, number] => [killNames[kind], kills[kind]]),
    ['passos em que se morreu de propósito', failpointsReached],
  ]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`
}

/** The smallest that at least ninety-five of a hundred do not pass. */
export function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0
}
