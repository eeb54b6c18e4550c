import { killNames } from './campaign.ts'
import type { MigrationReport } from './migrations.ts'

/** The outcome as a table that people read, with every problem below it. */
export function tellMigration(report: MigrationReport): string {
  const { planned, kills, wholeMs, killedMs, comparison, problems } = report
  const rows: [string, string][] = [
    ...planned.map(({ kind, count }): [string, string] => [`ensaiado: ${kind}`, whole(count)]),
    ['tempo da casa deixada em paz', seconds(wholeMs)],
    ['tempo da casa que caiu', seconds(killedMs)],
    ...kills.map(({ kind, settled, recoveryMs, resumedMs }): [string, string] => [
      `${killNames[kind]} com ${whole(settled)} migrados`,
      `pronto em ${seconds(recoveryMs)}, andou em ${seconds(resumedMs)}`,
    ]),
    ['tabelas comparadas', whole(comparison.tables)],
    ['linhas comparadas', whole(comparison.rows)],
    ['DIFERENÇAS ENTRE AS CASAS', whole(comparison.differences.length)],
    ['OUTROS PROBLEMAS', whole(problems.length - comparison.differences.length)],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const most = 60
  const told = problems.slice(0, most).map((problem) => `- ${problem.slice(0, 600)}`)
  const more = problems.length > most ? [`… e mais ${problems.length - most}.`] : []
  const end = problems.length === 0 ? 'As duas casas são iguais.' : `${problems.length} problemas.`
  const table = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`)
  return ['', ...table, '', ...told, ...more, `Semente: ${report.seed}. ${end}`].join('\n')
}

function whole(count: number): string {
  return count.toLocaleString('pt-BR')
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`
}
