import type { ActResult } from '../../../platform/act-results/index.ts'
import { Link, type PageContext, Tag } from '../../../ui/index.ts'
import { adminHref, RegisterPage, type RegisterPageProps } from '../administration/administration.page.tsx'
import type { UnitRow } from './units.queries.ts'

type Asked = Pick<RegisterPageProps<UnitRow>, 'asked' | 'agencies' | 'list'>

export function UnitsPage(props: Asked & { readonly page: PageContext; readonly result: ActResult | undefined }) {
  const { page } = props
  return (
    <RegisterPage<UnitRow>
      {...props}
      title="Unidades"
      path="/unidades"
      newEntry={{ label: 'Nova unidade', path: '/unidades/nova' }}
      searchLabel="Sigla ou nome"
      noun={['unidade', 'unidades']}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          key: 'sigla',
          header: 'Sigla',
          rowHeader: true,
          cell: ({ id, acronym }) => <Link href={adminHref(page, `/unidades/${id}`)}>{acronym}</Link>,
        },
        { key: 'nome', header: 'Nome', width: 'wide', cell: ({ name }) => name },
        { key: 'orgao', header: 'Órgão', cell: ({ agency }) => agency },
        {
          key: 'superior',
          header: 'Unidade superior',
          cell: ({ parent, placed }) => parent ?? (placed ? 'Está no topo' : 'Não há'),
        },
        { key: 'situacao', header: 'Situação', cell: (row) => <UnitState {...row} /> },
      ]}
    />
  )
}

function UnitState({ active, placed }: Pick<UnitRow, 'active' | 'placed'>) {
  if (!active) return <Tag tone="neutral">Fora de uso</Tag>
  return placed ? <Tag tone="success">Em uso</Tag> : <Tag tone="warning">Fora da hierarquia</Tag>
}
