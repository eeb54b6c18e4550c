import type { ActResult } from '../../../platform/act-results/index.ts'
import { permissions } from '../../../platform/actor.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CheckboxList,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'
import type { ProfileRow } from './profiles.queries.ts'

interface ProfilesProps {
  readonly page: PageContext
  readonly profiles: readonly ProfileRow[]
  readonly mayChange: boolean
  readonly result: ActResult | undefined
}

export function ProfilesPage({ page, profiles, mayChange, result }: ProfilesProps) {
  return (
    <AdministrationPage
      page={page}
      title="Perfis"
      lead="Um perfil é um conjunto de permissões; concede-se a pessoas, em unidades."
      result={result}
      headingActions={
        mayChange ? (
          <LinkButton href={adminHref(page, '/perfis/novo')} kind="primary" icon="plus">
            Novo perfil
          </LinkButton>
        ) : undefined
      }
    >
      <Table<ProfileRow>
        id="perfis"
        caption={formatCount(profiles.length, 'perfil', 'perfis')}
        rows={profiles}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'nome',
            header: 'Perfil',
            rowHeader: true,
            cell: ({ id, name }) => <Link href={adminHref(page, `/perfis/${id}`)}>{name}</Link>,
          },
          { key: 'descricao', header: 'Descrição', width: 'wide', cell: ({ description }) => description },
          { key: 'quantas', header: 'Permissões', numeric: true, cell: (row) => formatCount(row.permissions.length) },
          { key: 'pessoas', header: 'Pessoas hoje', numeric: true, cell: (row) => formatCount(row.peopleCount) },
        ]}
      />
    </AdministrationPage>
  )
}

interface ProfileProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  /** Undefined: a new one. */
  readonly profile: ProfileRow | undefined
  /** Profiles are of the whole installation: an administrator of one agency only looks. */
  readonly mayChange: boolean
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

export function ProfilePage(props: ProfileProps) {
  const { page, profile, mayChange, problems } = props
  return (
    <AdministrationPage
      page={page}
      title={profile ? `Perfil ${profile.name}` : 'Novo perfil'}
      trail={[{ label: 'Perfis', path: '/perfis' }]}
      width="text"
      result={props.result}
      hasErrors={problems.length > 0}
      headingActions={
        profile && mayChange ? (
          <LinkButton href={adminHref(page, `/perfis/novo?de=${profile.id}`)} icon="copy">
            Fazer um igual
          </LinkButton>
        ) : undefined
      }
    >
      {mayChange ? <ProfileForm {...props} /> : <WhatItPermits {...props} />}
    </AdministrationPage>
  )
}

function ProfileForm({ page, formKeys, profile, fields, problems }: ProfileProps) {
  const bound = bindFields(fields, problems)
  return (
    <Form {...formKeys} action={adminHref(page, profile ? `/perfis/${profile.id}` : '/perfis')} errors={problems}>
      {profile && profile.peopleCount > 0 ? (
        <Message kind="info">
          <p>
            {formatCount(profile.peopleCount, 'pessoa tem', 'pessoas têm')} este perfil hoje. O que você mudar vale para
            todas no mesmo instante.
          </p>
        </Message>
      ) : null}
      <TextField {...bound.text('nome')} label="Nome" required maxLength={80} width="long" />
      <TextField {...bound.text('descricao')} label="Descrição" maxLength={300} />
      <CheckboxList
        {...bound.list('permissoes')}
        label="O que permite"
        options={Object.entries(permissions).map(([value, label]) => ({ value, label }))}
      />
      <FormActions>
        <Button kind="primary">Salvar</Button>
        <LinkButton kind="quiet" href={adminHref(page, '/perfis')}>
          Voltar aos perfis
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function WhatItPermits({ profile }: ProfileProps) {
  return (
    <>
      <p>{profile?.description}</p>
      <ul>
        {profile?.permissions.map((permission) => (
          <li key={permission}>{permissions[permission]}</li>
        ))}
      </ul>
    </>
  )
}
