import type { Sample } from './measure.ts'
import type { Raw } from './raw.ts'
import { figure } from './report.ts'

/** One goal with the figure that was measured, and whether it holds; undefined where nothing was measured. */
export interface Goal {
  readonly id: string
  readonly words: string
  readonly value: number | undefined
  readonly limit: number
  readonly way: 'at most' | 'at least'
  readonly unit: string
  /** The world in which it was measured. */
  readonly world: string
}

/** Each goal with its figure or its honest miss. */
export function goalsTable(raws: readonly Raw[]): string {
  const rows = goalsOf(raws).map(({ id, words, value, limit, way, unit, world }) => {
    const isKnown = value !== undefined && Number.isFinite(value)
    const met = isKnown && (way === 'at most' ? value <= limit : value >= limit)
    const asked = `${way === 'at most' ? '≤' : '≥'} ${figure(limit)} ${unit}`
    const verdict = isKnown ? (met ? 'cumprida' : '**não cumprida**') : 'não medida'
    return `| ${[id, words, world, asked, isKnown ? `${figure(value)} ${unit}` : '–', verdict].join(' | ')} |`
  })
  return [
    '## Metas',
    'As metas são de uma máquina sem outro trabalho; a carga desta está acima. I1 pede uma mesa em JSON, que o programa não tem: mede-se a página. E5 pede dois processos de trabalho, que o programa não tem: mede-se um segundo programa no mesmo banco, com o gerador nos mesmos processadores. M3 não espera entre os pedidos; eles vêm à taxa pedida. E4 conta as linhas de documento e versão com os seus índices, e o texto guardado duas vezes: como o editor o escreve e como a pesquisa o lê.',
    ['| Meta | O que pede | Mundo | Limite | Medido | |', '| --- | --- | --- | ---: | ---: | --- |', ...rows].join(
      '\n',
    ),
  ].join('\n\n')
}

function goalsOf(raws: readonly Raw[]): Goal[] {
  const largest = raws.at(-1)
  const usual = raws.find(({ world }) => world.name === '100k') ?? largest
  if (!largest || !usual) return []
  return [
    ...actGoals(usual),
    ...largeGoals(largest, raws[0] ?? largest),
    ...trialGoals(usual, largest),
    ...costGoals(usual, largest),
  ]
}

type Making = (id: string, words: string, value: number | undefined, limit: number, unit: string) => Goal

function makersOf(raw: Raw): { most: Making; least: Making } {
  const world = raw.world.name
  return {
    most: (id, words, value, limit, unit) => ({ id, words, value, limit, way: 'at most', unit, world }),
    least: (id, words, value, limit, unit) => ({ id, words, value, limit, way: 'at least', unit, world }),
  }
}

function askers(raw: Raw) {
  const at = (name: string, connections: number) =>
    raw.acts[name]?.compared.find((one) => one.connections === connections)
  const share = (name: string, connections: number) => {
    const both = at(name, connections)
    return both && (100 * both.ours.rate) / both.byHand.rate
  }
  return { at, share, ours: (name: string, connections: number) => at(name, connections)?.ours }
}

export const cpuOf = (sample: Sample | undefined) => sample && sample.cpu.application + sample.cpu.database

function actGoals(raw: Raw): Goal[] {
  const { most, least } = makersOf(raw)
  const { ours, share } = askers(raw)
  const bytes = raw.acts.mesa?.cost.bytes
  const [long, small] = [ours('processo-longo', 1), ours('processo', 1)]
  return [
    most('–', 'mesa, p99 a 1 conexão', ours('mesa', 1)?.p99, 20, 'ms'),
    most('–', 'processo, p99 a 1 conexão', small?.p99, 20, 'ms'),
    most('–', 'mesa, CPU de uma página, 1 conexão', cpuOf(ours('mesa', 1)), 20, 'ms'),
    most('–', 'processo, CPU de uma página, 1 conexão', cpuOf(small), 20, 'ms'),
    least('R1', 'enviar, 8 conexões', ours('enviar', 8)?.rate, 2_700, '/s'),
    least('R1', 'enviar, parte do SQL à mão, 8 conexões', share('enviar', 8), 50, '%'),
    least('R1', 'enviar, parte do SQL à mão, 32 conexões', share('enviar', 32), 70, '%'),
    most('R2', 'enviar, p99 a 8 conexões', ours('enviar', 8)?.p99, 10, 'ms'),
    least('C1', 'documento de 20 KB, 8 conexões', ours('documento', 8)?.rate, 870, '/s'),
    least('C1', 'documento de 20 KB, parte do SQL à mão, 8 conexões', share('documento', 8), 40, '%'),
    least('C2', 'arquivo de 1 MB, 8 conexões', ours('arquivo', 8)?.rate, 190, '/s'),
    least('C2', 'arquivo de 1 MB, parte de write + fsync, 8 conexões', share('arquivo', 8), 40, '%'),
    least('C3', 'documento e arquivo, 8 conexões', ours('documento-e-arquivo', 8)?.rate, 160, '/s'),
    least('I1', 'mesa, páginas por segundo, 8 conexões (não há JSON)', ours('mesa', 8)?.rate, 2_200, '/s'),
    most('I2', 'mesa, tamanho da página', bytes && bytes / 1000, 60, 'kB'),
    most('I2', 'mesa, p99 a 8 conexões', ours('mesa', 8)?.p99, 25, 'ms'),
    least('I2', 'mesa, páginas por segundo, 8 conexões', ours('mesa', 8)?.rate, 640, '/s'),
    least('V1', 'processo, páginas por segundo, 8 conexões', ours('processo', 8)?.rate, 1050, '/s'),
    most('V2', 'processo de 1.000 documentos, p99 do de um só', long && small && long.p99 / small.p99, 2, 'vezes'),
    most('S1', 'pesquisa de três palavras, p50 a 1 conexão', ours('pesquisa-3', 1)?.p50, 6, 'ms'),
    least('S1', 'pesquisa de três palavras, 8 conexões', ours('pesquisa-3', 8)?.rate, 550, '/s'),
    least('S1', 'pesquisa de três palavras, parte do SQL à mão, 8 conexões', share('pesquisa-3', 8), 50, '%'),
  ]
}

/** What shows in the largest world, beside the smallest. */
function largeGoals(raw: Raw, smallest: Raw): Goal[] {
  const { most } = makersOf(raw)
  const { at, ours } = askers(raw)
  const two = at('pesquisa-2', 1)
  const ratio = (one: number | undefined, other: number | undefined) =>
    one !== undefined && other !== undefined && smallest !== raw ? one / other : undefined
  const flat = [1, 8, 32].flatMap((connections) => {
    const before = askers(smallest).ours('mesa', connections)?.p99
    const words = `mesa, p99 de ${smallest.world.name}, ${connections} conexões`
    const after = raw.figures[`i3After${connections}`]
    return [
      most('I3', words, ratio(ours('mesa', connections)?.p99, before), 1.2, 'vezes'),
      most(
        'I3',
        `${words}, depois de ${raw.figures.i3Routings ?? 'muitos'} envios`,
        ratio(after, before),
        1.2,
        'vezes',
      ),
    ]
  })
  return [
    ...flat,
    most('S2', 'pesquisa de duas palavras, p50 a 1 conexão', two?.ours.p50, 4, 'ms'),
    most('S2', 'pesquisa de duas palavras, p99 a 1 conexão', two?.ours.p99, 40, 'ms'),
    most(
      'S2',
      'pesquisa de duas palavras, CPU do banco do SQL sem direitos',
      two && two.ours.cpu.database / two.byHand.cpu.database,
      1.25,
      'vezes',
    ),
    most('S3', 'pesquisa de uma palavra, p99 a 1 conexão', ours('pesquisa-1', 1)?.p99, 60, 'ms'),
    most('S3', 'pesquisa de uma palavra, p99 a 8 conexões', ours('pesquisa-1', 8)?.p99, 200, 'ms'),
    most('T1', 'estatística da maior unidade, p99', raw.figures.t1P99, 50, 'ms'),
    most('T1', 'recontagem das mesas, contagens erradas', raw.figures.t1Wrong, 0, ''),
  ]
}

function trialGoals(raw: Raw, largest: Raw): Goal[] {
  const { most, least } = makersOf(raw)
  const months = makersOf(largest)
  const { figures } = raw
  const ofMonth = (words: string, documents: number, limit: number) => {
    const minutes = largest.figures.m1Minutes
    return months.most(
      documents === 500_000 ? 'M1' : 'M2',
      words,
      minutes === undefined ? undefined : (minutes * documents) / 500_000,
      limit,
      'min',
    )
  }
  const part = (one: number | undefined, other: number | undefined) =>
    one !== undefined && other ? (100 * one) / other : undefined
  return [
    least('C4', 'arquivo de 500 MB, parte da escrita no disco', part(figures.c4Rate, figures.c4Disk), 50, '%'),
    most('C4', 'arquivo de 500 MB, memória a mais', figures.c4GrowthMiB, 32, 'MiB'),
    most('S4', 'do texto assinado ao achado, p99, com carga', figures.s4P99, 1_000, 'ms'),
    most('G1', 'assinar cem documentos de uma vez, p99', figures.g1P99, 150, 'ms'),
    least('L1', 'entrada da manhã, quantos entraram', figures.l1Served, 99.5, '%'),
    most('L1', 'mesa durante a entrada, p99 de sem ela', ratioOf(figures.l1Desk, figures.l1DeskWithout), 2, 'vezes'),
    ofMonth('um mês da PRF (500.000 documentos)', 500_000, 90),
    months.least('M1', 'um mês da PRF, vezes o tempo real', largest.figures.m1Factor, 115, 'vezes'),
    months.most('M1', 'um mês da PRF, erros', largest.figures.m1Errors, 0, ''),
    months.most('M1', 'um mês da PRF, documentos sem histórico', largest.figures.m1Lost, 0, ''),
    ofMonth('um mês de São Paulo (196.000 documentos)', 196_000, 36),
    ofMonth('um mês de Minas Gerais (130.000 documentos)', 130_000, 24),
    most('M3', 'cinco vezes o pico: leituras, p99', figures.m3Reads, 30, 'ms'),
    most('M3', 'cinco vezes o pico: escritas (três pedidos), p99', figures.m3Writes, 50, 'ms'),
    most('M3', 'cinco vezes o pico: pesquisas, p99', figures.m3Searches, 100, 'ms'),
    least('M4', 'quatro vezes a capacidade: servido, parte dela', figures.m4Goodput, 85, '%'),
    most('M4', 'quatro vezes a capacidade: recusa com 503, p99', figures.m4Refused503Ms, 50, 'ms'),
    most('M4', 'quatro vezes a capacidade: p99 do servido', figures.m4P99, 3, 'vezes'),
    most('M4', 'quatro vezes a capacidade: até voltar ao normal', figures.m4AgainMs, 2_000, 'ms'),
  ]
}

function costGoals(raw: Raw, largest: Raw): Goal[] {
  const { most, least } = makersOf(raw)
  const large = makersOf(largest)
  const { figures } = raw
  const cpu = (name: string) => cpuOf(askers(raw).ours(name, 8))
  return [
    most('E1', 'enviar, CPU', cpu('enviar'), 0.65, 'ms'),
    most('E1', 'mesa, CPU', cpu('mesa'), 0.8, 'ms'),
    most('E1', 'documento de 20 KB, CPU', cpu('documento'), 2, 'ms'),
    most('E1', 'processo, CPU', cpu('processo'), 0.55, 'ms'),
    large.most('E2', 'memória residente no mês, a maior', largest.figures.e2Rss, 400, 'MiB'),
    large.most('E2', 'memória proporcional (PSS) no mês, a maior', largest.figures.e2Pss, 200, 'MiB'),
    large.most('E2', 'crescimento na segunda metade do mês', largest.figures.e2Growth, 5, '%'),
    large.most('E3', 'partida, até a primeira mesa', largest.figures.firstDeskMs, 800, 'ms'),
    most('E4', 'texto guardado, vezes os seus bytes', figures.e4Text, 0.8, 'vezes'),
    most('E4', 'arquivos guardados, vezes os seus bytes', figures.e4File, 1.02, 'vezes'),
    least('E5', 'dois programas, páginas de processo', ratioOf(figures.e5Two, figures.e5One), 1.5, 'vezes'),
  ]
}

function ratioOf(one: number | undefined, other: number | undefined): number | undefined {
  return one !== undefined && other ? one / other : undefined
}
