import { formatCount, Link } from '../../../ui/index.ts'
import { adminHref, RegisterPage, type RegisterPageProps, StateTag } from '../administration/administration.page.tsx'
import type { AgencyRow } from './agencies.queries.ts'

type Asked = Pick<RegisterPageProps<AgencyRow>, 'page' | 'result' | 'asked' | 'list'>

/** Only who administrates the whole installation opens agencies. */
export function AgenciesPage({ mayOpen, ...props }: Asked & { readonly mayOpen: boolean }) {
  return (
    <RegisterPage<AgencyRow>
      {...props}
      title="Órgãos"
      path="/orgaos"
      newEntry={mayOpen ? { label: 'Novo órgão', path: '/orgaos/novo' } : undefined}
      searchLabel="Sigla ou nome"
      noun={['órgão', 'órgãos']}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          key: 'sigla',
          header: 'Sigla',
          rowHeader: true,
          cell: ({ id, acronym }) => <Link href={adminHref(props.page, `/orgaos/${id}`)}>{acronym}</Link>,
        },
        { key: 'nome', header: 'Nome', width: 'wide', cell: ({ name }) => name },
        { key: 'codigo', header: 'Código', cell: ({ numberCode }) => numberCode || 'Não há' },
        { key: 'mascara', header: 'Máscara do número', cell: ({ numberMask }) => <code>{numberMask}</code> },
        { key: 'unidades', header: 'Unidades', numeric: true, cell: ({ unitCount }) => formatCount(unitCount) },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}
