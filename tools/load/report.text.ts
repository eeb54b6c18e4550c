import type { OverloadReport } from './overload.ts'
import { nominal, type Sample, type SoakReport } from './soak.ts'
import type { KindTold } from './task.ts'

/** The outcome of an overload as a table that people read, with every problem below it. */
export function tellOverload(report: OverloadReport): string {
  const { overload } = report
  const shedOf = (standing: keyof typeof overload.shed) => {
    const { shed, sent } = overload.shed[standing]
    return share(sent > 0 ? shed / sent : 0)
  }
  const rows: [string, string][] = [
    ['máximo atendido por segundo', number(report.maximum)],
    ['p95 com metade disso', ms(report.calmP95Ms)],
    ['oferecido por segundo na sobrecarga', number(overload.sent / overload.seconds)],
    ['atendido por segundo na sobrecarga', number(report.goodput)],
    ['  parte do máximo', share(report.goodput / report.maximum)],
    ['recusado com Retry-After', share(overload.fates.shed / overload.sent)],
    ['  de quem escreve', shedOf('writing')],
    ['  de quem lê, ou entra', shedOf('reading')],
    ['  de visitantes', shedOf('visiting')],
    ['sem resposta em 10 s', share(overload.fates.late / overload.sent)],
    ['p50 do que foi atendido', ms(overload.servedMs.p50)],
    ['p99 do que foi atendido', ms(overload.servedMs.p99)],
    ['p99 das recusas', ms(overload.shedMs.p99)],
    ['normal depois de', report.normalAfter === undefined ? 'nunca' : `${number(report.normalAfter)} s`],
    ['outra carga da máquina', share(report.otherLoad)],
    ['atos confirmados', String(report.acknowledged)],
    ['PERDIDOS', String(report.lost)],
  ]
  return told(rows, report.problems, [], report.seed)
}

const kindNames: Readonly<Record<KindTold['kind'], string>> = {
  open: 'abrir processo',
  include: 'incluir documento',
  save: 'salvar versão',
  draft: 'salvar rascunho',
  sign: 'assinar',
  send: 'enviar processo',
  upload: 'enviar arquivo',
  desk: 'mesa',
  case: 'página do processo',
  document: 'página do documento',
  search: 'pesquisa',
  public: 'páginas públicas',
}

/** The outcome of a soak: what was in the first and what in the last third after warm-up. */
export function tellSoak(report: SoakReport): string {
  const { first, last, told: asked } = report
  const measured: readonly [string, keyof Sample][] = [
    ['memória do programa, MiB', 'programMiB'],
    ['memória do banco, MiB', 'databaseMiB'],
    ['descritores do programa', 'descriptors'],
    ['conexões', 'connections'],
    ['trabalhos na fila', 'jobs'],
    ['disco, MiB', 'diskMiB'],
  ]
  const rows: [string, string][] = [
    ['carga', `${share(report.share)} da nominal`],
    ['  documentos por segundo', number(nominal.documentsPerSecond * report.share)],
    ['  páginas por segundo', number(nominal.viewsPerSecond * report.share)],
    ['pedidos por segundo, de fato', number(asked.sent / asked.seconds)],
    ...measured.map(([name, what]): [string, string] => [name, change(first[what], last[what])]),
    ...asked.kinds.map(({ kind, count, firstP95, lastP95 }): [string, string] => [
      `p95 de ${kindNames[kind]}, ms (${count})`,
      change(firstP95, lastP95),
    ]),
    ['outra carga da máquina', `${share(first.otherLoad)} → ${share(last.otherLoad)}`],
    ['recusados por sobrecarga', String(asked.fates.shed)],
    ['sem resposta em 10 s', String(asked.fates.late)],
    ['falhas', String(asked.fates.failed)],
    ['PERDIDOS', String(report.lost)],
  ]
  return told(rows, report.problems, report.remarks, report.seed)
}

function told(
  rows: readonly (readonly [string, string])[],
  problems: readonly string[],
  remarks: readonly string[],
  seed: string,
): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  const table = rows.map(([name, value]) => `${name.padEnd(width)}  ${value.padStart(12)}`)
  const most = 50
  const end = problems.length === 0 ? 'Tudo como deve ser.' : `${problems.length} problemas.`
  return [
    '',
    ...table,
    '',
    ...remarks.map((remark) => `(a saber) ${remark}`),
    ...problems.slice(0, most).map((problem) => `- ${problem}`),
    ...(problems.length > most ? [`… e mais ${problems.length - most}.`] : []),
    `Semente: ${seed}. ${end}`,
  ].join('\n')
}

function change(first: number, last: number): string {
  const growth = first > 0 ? ` (${last >= first ? '+' : '−'}${number((Math.abs(last - first) / first) * 100)} %)` : ''
  return `${number(first)} → ${number(last)}${growth}`
}

const number = (value: number) => (value >= 100 ? String(Math.round(value)) : value.toFixed(1).replace('.', ','))
const ms = (value: number) => `${Math.round(value)} ms`
const share = (value: number) => `${number(value * 100)} %`
