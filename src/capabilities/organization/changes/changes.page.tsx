import {
  Card,
  type Crumb,
  DateTime,
  EmptyState,
  LinkButton,
  type PageContext,
  Pagination,
  Shell,
  Table,
} from '../../../ui/index.ts'
import { adminHref } from '../administration/administration.page.tsx'
import type { ListOf } from '../administration/lists.ts'
import type { ChangeRow } from './changes.queries.ts'
import { fieldLabel, tellValue } from './changes.text.ts'

interface ChangesPageProps {
  readonly page: PageContext
  /** The record, as its own page names it. */
  readonly label: string
  readonly breadcrumb: readonly Crumb[]
  /** Of this page, without a query. */
  readonly href: string
  readonly list: ListOf<ChangeRow>
  readonly pageNumber: number
}

/** What was changed in one record of a register, by whom and when, the newest first. */
export function ChangesPage({ page, label, breadcrumb, href, list, pageNumber }: ChangesPageProps) {
  return (
    <Shell page={page} title="Histórico de alterações" lead={label} breadcrumb={breadcrumb}>
      <Table
        id="alteracoes"
        caption="Alterações, da mais nova para a mais antiga"
        columns={[
          {
            key: 'quando',
            header: 'Quando',
            cell: ({ at }) => <DateTime value={at} now={page.now} />,
            width: 'narrow',
          },
          { key: 'quem', header: 'Quem', cell: ({ accountName, unit }) => `${accountName} (${unit})` },
          { key: 'campo', header: 'Campo', rowHeader: true, cell: ({ field }) => fieldLabel(field) },
          { key: 'antes', header: 'Antes', cell: ({ before }) => tellValue(before) },
          { key: 'depois', header: 'Depois', cell: ({ after }) => tellValue(after) },
        ]}
        rows={list.rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nenhuma alteração registrada" icon="history">
            <p>O que mudar daqui em diante aparece aqui, campo por campo.</p>
          </EmptyState>
        }
      />
      <Pagination
        label="Histórico de alterações"
        page={pageNumber}
        pageCount={list.pageCount}
        href={(number) => `${href}?pagina=${number}`}
      />
    </Shell>
  )
}

/** The way to the history of a record, at the end of its page. */
export function ChangesCard({ page, recordPath }: { readonly page: PageContext; readonly recordPath: string }) {
  return (
    <Card title="Histórico de alterações">
      <p>Quem mudou o quê, e quando.</p>
      <p>
        <LinkButton href={adminHref(page, `${recordPath}/alteracoes`)} icon="history">
          Ver o histórico
        </LinkButton>
      </p>
    </Card>
  )
}
