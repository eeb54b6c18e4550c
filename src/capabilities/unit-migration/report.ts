import { csvOf } from '../../platform/csv/index.ts'
import type { Database } from '../../platform/db/index.ts'

import { type ItemRow, selectItems } from './items.queries.ts'
import type { Counts } from './migration.ts'
import { placeOf, wordsOf } from './movers.ts'

const mostRows = 200_000

/** The whole report as CSV: one row for each item. */
export async function reportCsv(db: Database, migrationId: string): Promise<string> {
  const items = await selectItems(db, migrationId, { only: 'all', limit: mostRows, offset: 0 })
  const header = ['Item', 'De', 'Para', 'Situação', 'Previsto', 'Migrado', 'Observações', 'Quando']
  const rows = items.map((item) => [
    ...[labelOf(item), item.from ?? '', item.to, itemStates[item.state], countsText(item.planned)],
    ...[
      countsText(item.moved),
      item.notes.join(' '),
      item.settledAt ? inBrasilia.format(item.settledAt).replace(',', '') : '',
    ],
  ])
  return csvOf(header, rows)
}

const inBrasilia = new Intl.DateTimeFormat('pt-BR', {
  timeZone: 'America/Sao_Paulo',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** What an item is about. */
export function labelOf({ kind, caseNumber }: Pick<ItemRow, 'kind' | 'caseNumber'>): string {
  if (kind === 'case-file') return caseNumber ?? 'Processo sigiloso'
  const [, many] = wordsOf(kind)
  return many.charAt(0).toUpperCase() + many.slice(1)
}

export const itemStates = {
  planned: 'Previsto',
  done: 'Migrado',
  failed: 'Não migrado',
  gone: 'Já não estava',
} as const

/** `1 minuta, 2 observações da unidade`. */
export function countsText(counts: Counts | null): string {
  return Object.entries(counts ?? {})
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([kind, count]) => `${count} ${wordsOf(kind)[count === 1 ? 0 : 1]}`)
    .join(', ')
}
