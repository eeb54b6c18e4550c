import type { Measured } from './main.ts'
import type { Sample } from './measure.ts'
import { figure } from './report.ts'

interface Facts {
  readonly measured: readonly Measured[]
  readonly readyMs: number
  readonly loadedMiB: number
}

/** One goal with the figure that was measured, and whether it holds; undefined where nothing was measured. */
interface Goal {
  readonly id: string
  readonly words: string
  readonly value: number | undefined
  readonly limit: number
  readonly way: 'at most' | 'at least'
  readonly unit: string
}

/** The goals that one run on one machine can judge, each with its figure or its honest miss. */
export function goalsTable(facts: Facts): string {
  const rows = goalsOf(facts).map(({ id, words, value, limit, way, unit }) => {
    const met = value !== undefined && (way === 'at most' ? value <= limit : value >= limit)
    const asked = `${way === 'at most' ? '≤' : '≥'} ${figure(limit)} ${unit}`
    return `| ${id} | ${words} | ${asked} | ${value === undefined ? '–' : `${figure(value)} ${unit}`} | ${value === undefined ? 'não medida' : met ? 'cumprida' : '**não cumprida**'} |`
  })
  return [
    '## Metas',
    'As metas são de uma máquina sem outro trabalho; a carga desta está no começo. As que faltam na tabela (C2 a C4, I1, I3, S2 a S4, G1, L1, T1, M1 a M4, E4, E5) esta medição não faz.',
    ['| Meta | O que pede | Limite | Medido | |', '| --- | --- | ---: | ---: | --- |', ...rows].join('\n'),
  ].join('\n\n')
}

function goalsOf({ measured, readyMs, loadedMiB }: Facts): Goal[] {
  const at = (name: string, connections: number) =>
    measured.find(({ act }) => act.name === name)?.compared.find((one) => one.connections === connections)
  const ours = (name: string, connections: number) => at(name, connections)?.ours
  const share = (name: string, connections: number) => {
    const both = at(name, connections)
    return both && (100 * both.ours.rate) / both.byHand.rate
  }
  const sum = (sample: Sample | undefined) => sample && sample.cpu.application + sample.cpu.database
  const cpu = (name: string) => sum(ours(name, 8))
  const bytes = measured.find(({ act }) => act.name === 'mesa')?.cost.bytes
  const [long, small] = [ours('processo-longo', 1), ours('processo', 1)]
  const most = (id: string, words: string, value: number | undefined, limit: number, unit: string): Goal => {
    return { id, words, value, limit, way: 'at most', unit }
  }
  const least = (id: string, words: string, value: number | undefined, limit: number, unit: string): Goal => {
    return { id, words, value, limit, way: 'at least', unit }
  }
  return [
    most('–', 'mesa, p99 a 1 conexão', ours('mesa', 1)?.p99, 20, 'ms'),
    most('–', 'processo, p99 a 1 conexão', small?.p99, 20, 'ms'),
    most('–', 'mesa, CPU de uma página, 1 conexão', sum(ours('mesa', 1)), 20, 'ms'),
    most('–', 'processo, CPU de uma página, 1 conexão', sum(small), 20, 'ms'),
    least('R1', 'enviar, parte do SQL à mão, 8 conexões', share('enviar', 8), 50, '%'),
    least('R1', 'enviar, parte do SQL à mão, 32 conexões', share('enviar', 32), 70, '%'),
    most('R2', 'enviar, p99 a 8 conexões', ours('enviar', 8)?.p99, 10, 'ms'),
    least('C1', 'documento de 20 KB, parte do SQL à mão, 8 conexões', share('documento', 8), 40, '%'),
    most('I2', 'mesa, tamanho da página', bytes && bytes / 1000, 60, 'kB'),
    most('I2', 'mesa, p99 a 8 conexões', ours('mesa', 8)?.p99, 25, 'ms'),
    least('I2', 'mesa, páginas por segundo, 8 conexões', ours('mesa', 8)?.rate, 640, '/s'),
    least('V1', 'processo, páginas por segundo, 8 conexões', ours('processo', 8)?.rate, 1050, '/s'),
    most(
      'V2',
      'processo de 1.000 documentos, p99 em vezes o de um só',
      long && small && long.p99 / small.p99,
      2,
      'vezes',
    ),
    most('S1', 'pesquisa de três palavras, p50 a 1 conexão', ours('pesquisa-3', 1)?.p50, 6, 'ms'),
    least('S1', 'pesquisa de três palavras, parte do SQL à mão, 8 conexões', share('pesquisa-3', 8), 50, '%'),
    most('E1', 'enviar, CPU', cpu('enviar'), 0.65, 'ms'),
    most('E1', 'mesa, CPU', cpu('mesa'), 0.8, 'ms'),
    most('E1', 'documento de 20 KB, CPU', cpu('documento'), 2, 'ms'),
    most('E1', 'processo, CPU', cpu('processo'), 0.55, 'ms'),
    most('E2', 'memória residente ao fim', loadedMiB, 400, 'MiB'),
    most('E3', 'partida', readyMs, 800, 'ms'),
  ]
}
