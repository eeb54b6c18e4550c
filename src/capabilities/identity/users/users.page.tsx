import type { ActResult } from '../../../platform/act-results/index.ts'
import { formatCount, Link, type PageContext } from '../../../ui/index.ts'
import { adminHref, RegisterPage, type RegisterPageProps, StateTag } from '../../organization/index.ts'
import type { UserRow } from './users.queries.ts'

type Asked = Pick<RegisterPageProps<UserRow>, 'asked' | 'agencies' | 'list'>

export function UsersPage(props: Asked & { readonly page: PageContext; readonly result: ActResult | undefined }) {
  const { page } = props
  return (
    <RegisterPage<UserRow>
      {...props}
      title="Usuários"
      path="/usuarios"
      newEntry={{ label: 'Novo usuário', path: '/usuarios/novo' }}
      searchLabel="Nome, usuário ou CPF"
      noun={['pessoa', 'pessoas']}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          key: 'nome',
          header: 'Nome',
          rowHeader: true,
          width: 'wide',
          cell: ({ id, name }) => <Link href={adminHref(page, `/usuarios/${id}`)}>{name}</Link>,
        },
        { key: 'usuario', header: 'Usuário', cell: ({ login }) => login },
        { key: 'orgao', header: 'Órgão', cell: ({ agency }) => agency },
        {
          key: 'permissoes',
          header: 'Permissões em vigor',
          numeric: true,
          cell: ({ grantCount }) => formatCount(grantCount),
        },
        {
          key: 'situacao',
          header: 'Situação',
          cell: ({ active }) => <StateTag active={active} />,
        },
      ]}
    />
  )
}
