import type { ActResult } from '../../../platform/act-results/index.ts'
import { formatCount, Link, LinkButton, type PageContext, Table } from '../../../ui/index.ts'
import { AdministrationPage, adminHref } from '../administration/administration.page.tsx'
import type { Agency } from './agency.ts'

type Row = Agency & { readonly unitCount: number }

interface AgenciesProps {
  readonly page: PageContext
  readonly result: ActResult | undefined
  readonly agencies: readonly Row[]
  /** Only who administrates the whole installation opens agencies. */
  readonly mayOpen: boolean
}

export function AgenciesPage({ page, result, agencies, mayOpen }: AgenciesProps) {
  return (
    <AdministrationPage
      page={page}
      title="Órgãos"
      result={result}
      headingActions={
        mayOpen ? (
          <LinkButton href={adminHref(page, '/orgaos/novo')} kind="primary" icon="plus">
            Novo órgão
          </LinkButton>
        ) : undefined
      }
    >
      <Table
        id="orgaos"
        caption={formatCount(agencies.length, 'órgão', 'órgãos')}
        rows={agencies}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'sigla',
            header: 'Sigla',
            rowHeader: true,
            cell: ({ id, acronym }) => <Link href={adminHref(page, `/orgaos/${id}`)}>{acronym}</Link>,
          },
          { key: 'nome', header: 'Nome', width: 'wide', cell: ({ name }) => name },
          { key: 'codigo', header: 'Código', cell: ({ numberCode }) => numberCode || 'Não há' },
          { key: 'mascara', header: 'Máscara do número', cell: ({ numberMask }) => <code>{numberMask}</code> },
          { key: 'unidades', header: 'Unidades', numeric: true, cell: ({ unitCount }) => formatCount(unitCount) },
        ]}
      />
    </AdministrationPage>
  )
}
