import type { ActResult } from '../../platform/act-results/index.ts'
import {
  DateTime,
  EmptyState,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  Table,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref } from '../organization/index.ts'
import { modeNames } from './migration.text.ts'
import type { MigrationLine } from './migrations.queries.ts'
import { StateTag } from './state-tag.page.tsx'

interface MigrationsProps {
  readonly page: PageContext
  readonly result: ActResult | undefined
  readonly rows: readonly MigrationLine[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
}

/** The migrations of the units within reach, the newest first. */
export function MigrationsPage({ page, result, rows, total, pageNumber, pageCount }: MigrationsProps) {
  const here = adminHref(page, '/migracoes')
  return (
    <AdministrationPage
      page={page}
      title="Migrações de unidades"
      lead="Renomear, suceder, juntar ou dividir unidades, com simulação, aprovação da unidade superior e relatório."
      result={result}
      headingActions={
        <LinkButton href={`${here}/nova`} kind="primary" icon="plus">
          Nova migração
        </LinkButton>
      }
    >
      <Table
        id="migracoes"
        caption={formatCount(total, 'migração', 'migrações')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'migracao',
            header: 'Migração',
            rowHeader: true,
            width: 'wide',
            cell: (row) => (
              <Link href={`${here}/${row.id}`}>
                {modeNames[row.mode]}: {row.from} → {row.to}
              </Link>
            ),
          },
          { key: 'ato', header: 'Ato formal', width: 'wide', cell: ({ formalAct }) => formalAct },
          { key: 'situacao', header: 'Situação', cell: ({ state }) => <StateTag state={state} /> },
          {
            key: 'proposta',
            header: 'Proposta',
            cell: ({ createdAt }) => <DateTime value={createdAt} now={page.now} />,
          },
        ]}
        empty={
          <EmptyState title="Nenhuma migração" icon="unit">
            <p>Quando uma reforma mudar as unidades, comece aqui. Nada se move antes de simular e aprovar.</p>
          </EmptyState>
        }
      />
      <Pagination
        label="Migrações"
        page={pageNumber}
        pageCount={pageCount}
        href={(number) => `${here}?pagina=${number}`}
      />
    </AdministrationPage>
  )
}
