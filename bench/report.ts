import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { goalsTable } from './goals.ts'
import type { Measured } from './main.ts'

interface ToReport {
  readonly measured: readonly Measured[]
  readonly readyMs: number
  readonly idleMiB: number
  readonly loadedMiB: number
  readonly scale: number
  readonly seconds: number
  readonly version: string
  readonly commit: string
}

/** What was measured, in Portuguese, as bench/RESULTS.md holds it. */
export function report(about: ToReport): string {
  return [
    '# Medição de desempenho',
    'Escrito por `bin/bench`, nunca à mão. O que cada coluna quer dizer está em [`README.md`](README.md).',
    machine(about),
    goalsTable(about),
    ...about.measured.map(section),
    memory(about),
    '',
  ].join('\n\n')
}

function machine({ scale, seconds, version, commit, measured }: ToReport): string {
  const processors = cpus()
  const size = measured.reduce(
    (sum, { compared }) => sum + compared.reduce((n, one) => n + one.ours.count + one.byHand.count, 0),
    0,
  )
  return [
    `- Máquina: ${processors.length} × ${processors[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `- Carga média da máquina ao fim (1, 5 e 15 minutos): ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}. Gerador, programa e banco dividem os mesmos processadores.`,
    `- Data: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · commit ${commit} · Node ${process.versions.node} · PostgreSQL ${version} embutido, com fsync`,
    `- Mundo: ${scale} mil processos com textos indexados, 10.000 abertos numa mesa, um com 1.000 documentos · ${size} atos medidos`,
    `- Três voltas alternadas de ${String(seconds).replace('.', ',')} s para cada lado e cada número de conexões; taxas: mediana das voltas; p50 e p99 sobre todas.`,
  ].join('\n')
}

function section({ act, cost, compared }: Measured): string {
  const head =
    '| Conexões | Inteiro, por s | p50 ms | p99 ms | CPU ms: programa + banco | SQL à mão, por s | p50 ms | p99 ms | CPU ms: banco | Razão |'
  const rows = compared.map(({ connections, ours, byHand }) =>
    [
      connections,
      figure(ours.rate),
      figure(ours.p50),
      figure(ours.p99),
      `${figure(ours.cpu.application)} + ${figure(ours.cpu.database)}`,
      figure(byHand.rate),
      figure(byHand.p50),
      figure(byHand.p99),
      figure(byHand.cpu.database),
      `${Math.round((100 * ours.rate) / byHand.rate)} %`,
    ].join(' | '),
  )
  const samples = compared.map(({ ours, byHand }) => `${ours.count}/${byHand.count}`).join(', ')
  return [
    `## ${act.title}`,
    `Inteiro: ${act.ours}. À mão: ${act.byHand}.`,
    `${cost.statements} comandos SQL por ato${act.requests > 1 ? ` (${act.requests} pedidos)` : ''}${cost.bytes ? ` · ${figure(cost.bytes / 1000)} kB de HTML` : ''} · n = ${samples}`,
    [head, `|${' ---: |'.repeat(10)}`, ...rows.map((row) => `| ${row} |`)].join('\n'),
  ].join('\n\n')
}

function memory({ readyMs, idleMiB, loadedMiB }: ToReport): string {
  return `## Partida e memória

Do início do processo à frase “Carimbo pronto”, com o banco já ligado: ${readyMs} ms. Memória residente do programa e de
seus processos: ${idleMiB} MiB em repouso, ${loadedMiB} MiB ao fim.`
}

/** Three figures, the decimal comma, no thousands separator: 0,85 · 12,3 · 1240. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toFixed(digits).replace('.', ',')
}
