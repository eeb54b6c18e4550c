import type { AgencyCounts, Ranking } from './index.rules.ts'

/** Structurally a sheet of `platform/spreadsheet`. */
interface IndexSheet {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

/** Both lists as tables, with numerators and denominators; what is implied says so. */
export function indexSheets(
  utilization: Ranking<AgencyCounts>,
  bornDigital: Ranking<AgencyCounts>,
): { readonly utilization: IndexSheet; readonly bornDigital: IndexSheet } {
  const position = (one: number | undefined) => (one === undefined ? '—' : String(one))
  return {
    utilization: {
      title: 'Índice de utilização',
      columns: ['Posição', 'Órgão/Entidade', 'Usuários', 'Documentos', 'Índice de utilização'],
      rows: utilization.rows.map((row) => [
        position(row.position),
        row.counts.acronym,
        row.counts.users,
        row.implied ? `${row.documents} (deduzido)` : row.documents,
        row.index,
      ]),
    },
    bornDigital: {
      title: 'Índice de nato-digitais',
      columns: ['Posição', 'Órgão/Entidade', 'Nato-digitais', 'Digitalizados', 'Índice de nato-digitais'],
      rows: bornDigital.rows.map((row) => [
        position(row.position),
        row.counts.acronym,
        row.counts.bornDigital,
        row.counts.digitized,
        row.index,
      ]),
    },
  }
}
