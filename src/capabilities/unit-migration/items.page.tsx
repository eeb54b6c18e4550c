import {
  DateTime,
  EmptyState,
  formatCount,
  LinkButton,
  type PageContext,
  Pagination,
  StatusTag,
  Table,
  Tabs,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref } from '../organization/index.ts'
import type { ItemRow } from './items.queries.ts'
import { migrationTitle } from './migration.page.tsx'
import type { Migration } from './migration.ts'
import { countsText, itemStates, labelOf } from './report.ts'

export type ItemsFilter = 'todos' | 'observacoes' | 'falhas'

interface ItemsProps {
  readonly page: PageContext
  readonly migration: Migration
  readonly filter: ItemsFilter
  readonly rows: readonly ItemRow[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
}

const tones = { planned: 'neutral', done: 'success', failed: 'danger', gone: 'warning' } as const

/** The report of a migration, item by item. */
export function ItemsPage({ page, migration, filter, rows, total, pageNumber, pageCount }: ItemsProps) {
  const path = `/migracoes/${migration.id}`
  const here = adminHref(page, `${path}/itens`)
  const tab = (key: ItemsFilter, label: string) => ({
    label,
    href: `${here}?mostrar=${key}`,
    current: key === filter,
  })
  return (
    <AdministrationPage
      page={page}
      title="Relatório da migração"
      trail={[
        { label: 'Migrações de unidades', path: '/migracoes' },
        { label: migrationTitle(migration), path },
      ]}
      headingActions={
        <LinkButton href={adminHref(page, `${path}/relatorio`)} icon="download">
          Baixar em CSV
        </LinkButton>
      }
    >
      <Tabs
        label="O que mostrar"
        items={[tab('todos', 'Tudo'), tab('observacoes', 'Com observações'), tab('falhas', 'Não migrados')]}
      />
      <Table
        id="itens"
        caption={formatCount(total, 'item', 'itens')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'item',
            header: 'Item',
            rowHeader: true,
            cell: (row) => (row.caseNumber ? <span class="unbroken">{labelOf(row)}</span> : labelOf(row)),
          },
          { key: 'para', header: 'Para', cell: ({ to }) => to },
          {
            key: 'situacao',
            header: 'Situação',
            cell: ({ state }) => <StatusTag tone={tones[state]}>{itemStates[state]}</StatusTag>,
          },
          { key: 'previsto', header: 'Previsto', cell: ({ planned }) => countsText(planned) || '–' },
          { key: 'migrado', header: 'Migrado', cell: ({ moved }) => countsText(moved) || '–' },
          { key: 'obs', header: 'Observações', width: 'wide', cell: ({ notes }) => notes.join(' ') || '–' },
          {
            key: 'quando',
            header: 'Quando',
            cell: ({ settledAt }) => (settledAt ? <DateTime value={settledAt} now={page.now} /> : '–'),
          },
        ]}
        empty={
          <EmptyState title="Nenhum item" icon="list">
            <p>Não há nada a mostrar aqui.</p>
          </EmptyState>
        }
      />
      <Pagination
        label="Itens"
        page={pageNumber}
        pageCount={pageCount}
        href={(number) => `${here}?mostrar=${filter}&pagina=${number}`}
      />
    </AdministrationPage>
  )
}
