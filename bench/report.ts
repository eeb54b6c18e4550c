import type { Act } from './acts/act.ts'
import { cpuOf, goalsTable } from './goals.ts'
import type { ActMeasured, Raw } from './raw.ts'
import { kinds } from './trials/month-of-work.ts'
import { acts } from './work-list.ts'

/** What was measured, in Portuguese, as bench/RESULTS.md holds it. */
export function report(raws: readonly Raw[]): string {
  const usual = raws.find(({ world }) => world.name === '100k') ?? raws.at(-1)
  if (!usual) return '# Medição de desempenho\n\nNada foi medido neste estado do programa: `bin/bench`.\n'
  return [
    '# Medição de desempenho',
    'Escrito por `bin/bench`, nunca à mão. O que cada coluna quer dizer está em [`README.md`](README.md).',
    machine(usual),
    worlds(raws),
    goalsTable(raws),
    growth(raws),
    ...months(raws),
    `## Cada ato, no mundo de ${usual.world.name}`,
    ...acts.flatMap((act) => {
      const measured = usual.acts[act.name]
      return measured ? [section(act, measured)] : []
    }),
    start(raws),
    '',
  ].join('\n\n')
}

function machine({ machine: words, node, postgres, commit, seconds }: Raw): string {
  return [
    `- Máquina: ${words}. Gerador, programa e banco dividem os mesmos processadores.`,
    `- Commit ${commit} · Node ${node} · PostgreSQL ${postgres} embutido, com fsync`,
    `- Três voltas alternadas de ${comma(String(seconds))} s para cada lado e cada número de conexões; taxas: mediana das voltas; p50 e p99 sobre todas.`,
  ].join('\n')
}

function worlds(raws: readonly Raw[]): string {
  const rows = raws.map(({ world, at, load, tookSeconds }) => [
    world.name,
    `${world.thousands} mil`,
    `${world.madeInSeconds} s`,
    `${figure(world.bytes / 2 ** 30)} GiB`,
    `${at.slice(0, 16).replace('T', ' ')} UTC`,
    `${Math.round(tookSeconds / 6) / 10} min`.replace('.', ','),
    load.map((one) => comma(one.toFixed(1))).join(', '),
  ])
  return [
    '## Mundos',
    'Em todos, 10.000 processos abertos numa mesa, um processo com 1.000 documentos e 6.000 para enviar; os demais em vinte arquivos, uns muito maiores que outros. Além de um milhão, os processos não têm documentos. Carga: a média da máquina ao fim, de 1, 5 e 15 minutos.',
    tableOf(['Mundo', 'Processos', 'Feito em', 'Banco', 'Medido', 'Medição', 'Carga'], rows, 3),
  ].join('\n\n')
}

/** How what an act costs grows with the world. */
function growth(raws: readonly Raw[]): string {
  const rows = acts.flatMap((act) => {
    const cells = raws.flatMap((raw) => {
      const of = (connections: number) =>
        raw.acts[act.name]?.compared.find((one) => one.connections === connections)?.ours
      const [one, eight] = [of(1), of(8)]
      if (!one || !eight) return ['–', '–', '–']
      return [
        figure(cpuOf(eight) ?? 0),
        `${figure(one.p50)} / ${figure(one.p99)}`,
        `${figure(eight.p50)} / ${figure(eight.p99)}`,
      ]
    })
    return cells.every((cell) => cell === '–') ? [] : [[act.title, ...cells]]
  })
  const heads = raws.flatMap(({ world: { name } }) => [`${name}: CPU`, `${name}: 1 conexão`, `${name}: 8 conexões`])
  return [
    '## Crescimento',
    'De cada ato: milissegundos de CPU (programa e banco, a 8 conexões), e p50 / p99 em milissegundos a 1 e a 8 conexões.',
    tableOf(['Ato', ...heads], rows, 1),
  ].join('\n\n')
}

function months(raws: readonly Raw[]): string[] {
  const known = raws.filter(({ figures }) => figures.m1Documents)
  if (known.length === 0) return []
  const rows = known.map(({ world, figures }) => {
    const of = (name: string) => figures[name] ?? Number.NaN
    return [
      world.name,
      String(of('m1Documents')),
      `${figure(of('m1Factor'))} vezes`,
      `${figure(of('m1Minutes'))} min`,
      `${figure(of('m1Share'))} %`,
      String(of('m1Errors')),
      ...kinds.map((kind) => `${figure(of(`m1-${kind}P95`))} / ${figure(of(`m1-${kind}P99`))}`),
      `${figure(of('e2Rss'))} + ${figure(of('m1Database'))}`,
    ]
  })
  const heads = [
    'Mundo',
    'Documentos',
    'Tempo real',
    'O mês',
    'Da máquina',
    'Erros',
    ...kinds.map((kind) => `${kind}, p95 / p99 ms`),
    'MiB: programa + banco',
  ]
  return [
    [
      '## Um mês da PRF',
      'Processos inteiros, do começo ao fim, por 16 pessoas sem pausa: por processo, 4 documentos (2 escritos, salvos e assinados, 2 arquivos de 1 MB), atribuição, anotação, 3 envios, 20 mesas, 40 consultas e 4 pesquisas. “O mês” é quanto levariam assim os 500.000 documentos de um mês (22 dias de 8 horas); “da máquina”, que parte dos seus processadores um mês de verdade usaria, gerador fora. A memória do banco conta a que os seus processos dividem uma vez para cada um.',
      tableOf(heads, rows, 1),
    ].join('\n\n'),
  ]
}

function section(act: Act, { cost, compared }: ActMeasured): string {
  const heads = [
    'Conexões',
    'Inteiro, por s',
    'p50 ms',
    'p99 ms',
    'CPU ms: programa + banco',
    'À mão, por s',
    'p50 ms',
    'p99 ms',
    'CPU ms: banco',
    'Razão',
  ]
  const rows = compared.map(({ connections, ours, byHand }) => [
    String(connections),
    figure(ours.rate),
    figure(ours.p50),
    figure(ours.p99),
    `${figure(ours.cpu.application)} + ${figure(ours.cpu.database)}`,
    figure(byHand.rate),
    figure(byHand.p50),
    figure(byHand.p99),
    figure(byHand.cpu.database),
    `${Math.round((100 * ours.rate) / byHand.rate)} %`,
  ])
  const samples = compared.map(({ ours, byHand }) => `${ours.count}/${byHand.count}`).join(', ')
  const requests = act.requests > 1 ? ` (${act.requests} pedidos)` : ''
  const page = cost.bytes ? ` · ${figure(cost.bytes / 1000)} kB de HTML` : ''
  return [
    `### ${act.title}`,
    `Inteiro: ${act.ours}. À mão: ${act.byHand}.`,
    `${cost.statements} comandos SQL por ato${requests}${page} · n = ${samples}`,
    tableOf(heads, rows, 0),
  ].join('\n\n')
}

function start(raws: readonly Raw[]): string {
  const rows = raws.map(({ world, figures }) => [
    world.name,
    ...['readyMs', 'firstDeskMs', 'idleMiB', 'loadedMiB', 'e4TextKb', 'e4IndexKb'].map((name) =>
      figure(figures[name] ?? Number.NaN),
    ),
  ])
  return [
    '## Partida, memória e disco',
    'Do início do processo à frase “Carimbo pronto” e à primeira mesa, com o banco já ligado; memória residente do programa e de seus processos em repouso e depois dos atos; quilobytes de um documento de texto no banco, e do seu lugar na pesquisa.',
    tableOf(
      [
        'Mundo',
        'Pronto, ms',
        'Primeira mesa, ms',
        'Em repouso, MiB',
        'Depois dos atos, MiB',
        'Documento, kB',
        'Pesquisa, kB',
      ],
      rows,
      1,
    ),
  ].join('\n\n')
}

/** So many first columns are words, the others figures. */
function tableOf(heads: readonly string[], rows: readonly (readonly string[])[], words: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map((_, place) => (place < words ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** Three figures, the decimal comma, no thousands separator: 0,85 · 12,3 · 1240. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const digits = value >= 100 || value === 0 ? 0 : value >= 10 ? 1 : 2
  return comma(value.toFixed(digits))
}

const comma = (text: string) => text.replace('.', ',')
