import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Card,
  Day,
  EmptyState,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Stack,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, ChangesCard, type Reach } from '../../organization/index.ts'
import { mayRevoke } from './revocable.rules.ts'
import type { Grant, User } from './user.ts'
import { UserForm } from './user-form.page.tsx'

export interface UserPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly user: User
  readonly reach: Reach
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

/** A person: permissions first, for they are what changes most; then access and data. */
export function UserPage(props: UserPageProps) {
  const { page, formKeys, user, fields, problems } = props
  return (
    <AdministrationPage
      page={page}
      title={user.socialName ?? user.name}
      lead={`Usuário ${user.login} · ${user.agencyAcronym}`}
      trail={[{ label: 'Usuários', path: '/usuarios' }]}
      result={props.result}
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        {user.active ? null : (
          <Message kind="warning">
            <p>Esta conta está fora de uso: a pessoa não entra no sistema. O que ela fez continua registrado.</p>
          </Message>
        )}
        <GrantsCard {...props} />
        {user.isBeyond ? (
          <Message kind="info">
            <p>
              Esta pessoa também atua fora do seu órgão. Só quem administra toda a instalação muda os dados e o acesso
              dela.
            </p>
          </Message>
        ) : (
          <>
            <AccessCard page={page} user={user} />
            <Card title="Dados">
              <UserForm
                page={page}
                formKeys={formKeys}
                path={`/usuarios/${user.id}`}
                fields={fields}
                problems={problems}
              />
            </Card>
          </>
        )}
        <ChangesCard page={page} recordPath={`/usuarios/${user.id}`} />
      </Stack>
    </AdministrationPage>
  )
}

const states = { 'in-force': 'Em vigor', 'to-come': 'Ainda não começou', over: 'Terminou' } as const
const tones = { 'in-force': 'success', 'to-come': 'info', over: 'neutral' } as const

function GrantsCard({ page, user, reach }: UserPageProps) {
  return (
    <Card
      title="Permissões"
      id="permissoes"
      actions={
        <LinkButton href={adminHref(page, `/usuarios/${user.id}/permissoes/nova`)} icon="plus" small>
          Conceder
        </LinkButton>
      }
    >
      <Table<Grant>
        id="permissoes-tabela"
        caption={formatCount(user.grants.length, 'permissão', 'permissões')}
        captionHidden
        rows={user.grants}
        rowKey={({ id }) => id}
        rowTone={({ state }) => (state === 'over' ? 'muted' : undefined)}
        empty={
          <EmptyState title="Nenhuma permissão" icon="shield">
            <p>Sem permissão em vigor a pessoa não trabalha em nenhuma unidade.</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'perfil',
            header: 'Perfil',
            rowHeader: true,
            cell: ({ profile, bySubstitution }) =>
              bySubstitution ? (
                <>
                  {profile}, por substituição:{' '}
                  <Link href={adminHref(page, `/cargos/${bySubstitution.officeId}`)}>{bySubstitution.office}</Link>
                </>
              ) : (
                profile
              ),
          },
          { key: 'onde', header: 'Onde', cell: (grant) => placeOf(grant) },
          {
            key: 'de',
            header: 'Desde',
            cell: ({ from, state }) =>
              from ? <Day value={from} /> : state === 'over' ? 'Não chegou a valer um dia' : 'Sempre',
          },
          { key: 'ate', header: 'Até', cell: ({ until, state }) => endOf(until, state) },
          {
            key: 'situacao',
            header: 'Situação',
            cell: ({ state }) => <Tag tone={tones[state]}>{states[state]}</Tag>,
          },
          {
            key: 'atos',
            header: 'Atos',
            headerHidden: true,
            cell: (grant) =>
              mayRevoke(grant, reach) && !(reach.unitIds && user.isBeyond) ? (
                <LinkButton
                  href={adminHref(page, `/usuarios/${user.id}/permissoes/${grant.id}/revogacao`)}
                  small
                  icon="remove"
                >
                  Revogar
                  <span class="visually-hidden">
                    {' '}
                    {grant.profile} em {grant.place}
                  </span>
                </LinkButton>
              ) : null,
          },
        ]}
      />
    </Card>
  )
}

function endOf(until: string | undefined, state: Grant['state']) {
  if (until) return <Day value={until} />
  return state === 'over' ? 'Revogada' : 'Sem fim'
}

function placeOf({ place, extendsToSubunits, administers, tellsReach }: Grant) {
  return [
    place,
    extendsToSubunits ? 'e subunidades' : '',
    administers === 'installation' ? '· administra toda a instalação' : '',
    tellsReach && administers === 'unit' ? '· administra só a unidade e as que estão abaixo' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function AccessCard({ page, user }: { page: PageContext; user: User }) {
  const at = (noun: string) => adminHref(page, `/usuarios/${user.id}/${noun}`)
  return (
    <Card title="Acesso">
      <p>
        {user.hasPassword ? 'Tem senha' : 'Ainda não tem senha'} ·{' '}
        {user.hasSecondFactor ? 'verificação em duas etapas ligada' : 'verificação em duas etapas desligada'} ·{' '}
        {formatCount(user.openSessions, 'sessão aberta', 'sessões abertas', 'nenhuma sessão aberta')}
      </p>
      <FormActions>
        {user.active ? (
          <LinkButton href={at('nova-senha')} icon="key">
            Gerar endereço para nova senha
          </LinkButton>
        ) : null}
        {user.hasSecondFactor ? (
          <LinkButton href={at('duas-etapas')} icon="shield">
            Desligar a verificação em duas etapas
          </LinkButton>
        ) : null}
        <LinkButton href={at(user.active ? 'desativacao' : 'reativacao')} icon={user.active ? 'cancel' : 'reopen'}>
          {user.active ? 'Desativar a conta' : 'Reativar a conta'}
        </LinkButton>
      </FormActions>
    </Card>
  )
}
