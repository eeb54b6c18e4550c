import { Day, Link, type PageContext, Tag } from '../../../ui/index.ts'
import { adminHref, RegisterPage, type RegisterPageProps } from '../../organization/index.ts'
import type { GrantRow } from './grants.queries.ts'

type Asked = Pick<RegisterPageProps<GrantRow>, 'asked' | 'agencies' | 'list'>

/** Who has what profile, where and on what days. Giving and taking away is done on the page of the person. */
export function GrantsPage(props: Asked & { readonly page: PageContext }) {
  return (
    <RegisterPage<GrantRow>
      {...props}
      title="Permissões"
      lead="Para conceder ou revogar uma permissão, abra a pessoa. O que vem por substituição se encerra no cargo."
      path="/permissoes"
      searchLabel="Pessoa, usuário, perfil ou unidade"
      noun={['permissão', 'permissões']}
      stateNames={['Em vigor ou por vir', 'Encerradas']}
      rowKey={({ id }) => id}
      muted={({ state }) => state === 'over'}
      columns={[
        {
          key: 'pessoa',
          header: 'Pessoa',
          rowHeader: true,
          width: 'wide',
          cell: (row) =>
            row.withinReach ? (
              <Link href={adminHref(props.page, `/usuarios/${row.accountId}`)}>{row.name}</Link>
            ) : (
              row.name
            ),
        },
        { key: 'usuario', header: 'Usuário', cell: ({ login }) => login },
        {
          key: 'perfil',
          header: 'Perfil',
          cell: ({ profile, bySubstitution }) =>
            bySubstitution ? (
              <>
                {profile},{' '}
                <Link href={adminHref(props.page, `/cargos/${bySubstitution.officeId}`)}>por substituição</Link>
                <br />
                {bySubstitution.office}
                {bySubstitution.holder ? `, no lugar de ${bySubstitution.holder}` : ' (vago)'}
              </>
            ) : (
              profile
            ),
        },
        {
          key: 'onde',
          header: 'Onde',
          cell: ({ place, extendsToSubunits }) => `${place}${extendsToSubunits ? ' e subunidades' : ''}`,
        },
        { key: 'desde', header: 'Desde', cell: ({ from }) => <Day value={from} /> },
        { key: 'ate', header: 'Até', cell: ({ until }) => (until ? <Day value={until} /> : 'Sem fim') },
        { key: 'situacao', header: 'Situação', cell: ({ state }) => <GrantState state={state} /> },
      ]}
    />
  )
}

function GrantState({ state }: Pick<GrantRow, 'state'>) {
  if (state === 'over') return <Tag>Encerrada</Tag>
  return state === 'in-force' ? <Tag tone="success">Em vigor</Tag> : <Tag tone="info">Por vir</Tag>
}
