import { DateTime, EmptyState, formatCount, Link, Pagination, Table } from '../../../ui/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import { numberOf } from '../numbered.text.ts'
import type { ListRow } from './lists.queries.ts'
import { ExpeditionFrame, type ExpeditionProps } from './tabs.page.tsx'

/** The posting lists of a unit. */
export function ListsPage({
  page,
  href,
  lists,
  pageNumber,
}: ExpeditionProps & { readonly lists: readonly ListRow[]; readonly pageNumber: number }) {
  return (
    <ExpeditionFrame {...{ page, href }} place="/listas" title="Listas de postagem">
      <Table
        id="listas"
        caption={formatCount(lists[0]?.total ?? 0, 'lista', 'listas', 'Nenhuma lista')}
        rows={lists}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nenhuma lista de postagem ainda" icon="list" />}
        columns={[
          {
            key: 'lista',
            header: 'Lista',
            rowHeader: true,
            width: 'narrow',
            cell: (list) => <Link href={href(`/expedicao/listas/${list.id}`)}>{numberOf(list)}</Link>,
          },
          { key: 'feita', header: 'Feita', cell: ({ madeAt }) => <DateTime value={madeAt} /> },
          { key: 'por', header: 'Por', width: 'wide', cell: ({ madeBy }) => madeBy },
          { key: 'cartas', header: 'Cartas', numeric: true, cell: ({ letters }) => formatCount(letters) },
          { key: 'falta', header: 'A postar', numeric: true, cell: ({ toPost }) => formatCount(toPost) },
        ]}
      />
      <Pagination
        label="Listas"
        page={pageNumber}
        pageCount={Math.max(1, Math.ceil((lists[0]?.total ?? 0) / rowsPerPage))}
        href={(number) => href(`/expedicao/listas?pagina=${number}`)}
      />
    </ExpeditionFrame>
  )
}
