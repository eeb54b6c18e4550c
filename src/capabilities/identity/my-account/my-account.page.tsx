import type { ComponentChildren } from 'preact'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  Day,
  DescriptionList,
  errorOf,
  Form,
  FormActions,
  formatCount,
  formatDate,
  LinkButton,
  type PageContext,
  PasswordField,
  PublicShell,
  Stack,
  StatusTag,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { NewPasswordFields } from '../new-password-fields.page.tsx'
import type { ActingRow } from '../offices/offices.queries.ts'
import type { AccessRow } from '../sessions.queries.ts'
import { browserName } from './browser.rules.ts'
import type { MyAccountRow } from './my-account.queries.ts'

interface MyAccountShellProps {
  readonly page: PageContext
  /** The desk of the person's first unit, where there is one. */
  readonly deskHref: string | undefined
  readonly title: string
  readonly notice?: string | undefined
  readonly hasErrors?: boolean
  readonly children: ComponentChildren
}

/** A page of one's own account: it stands in no unit. */
export function MyAccountShell({ page, deskHref, title, notice, hasErrors, children }: MyAccountShellProps) {
  const isHome = title === home
  return (
    <PublicShell
      page={page}
      title={title}
      width="text"
      hidden
      hasErrors={hasErrors}
      flash={notice ? { kind: 'success', text: notice } : undefined}
      navigation={[
        ...(deskHref ? [{ href: deskHref, label: 'Mesa', icon: 'desk' } as const] : []),
        { href: '/minha-conta', label: home, icon: 'person' },
      ]}
      breadcrumb={isHome ? [{ label: home }] : [{ label: home, href: '/minha-conta' }, { label: title }]}
    >
      {children}
    </PublicShell>
  )
}

const home = 'Minha conta'

interface MyAccountProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string | undefined
  readonly account: MyAccountRow
  readonly accesses: readonly AccessRow[]
  /** Where the person stands in for another, now or soon. */
  readonly substitutions: readonly ActingRow[]
  readonly notice: string | undefined
}

export function MyAccountPage(props: MyAccountProps) {
  const { page, formKeys, deskHref, account, accesses, notice } = props
  const others = accesses.filter(({ ended, current }) => !ended && !current).length
  return (
    <MyAccountShell page={page} deskHref={deskHref} title={home} notice={notice}>
      <Stack gap="large">
        <Card title="Dados">
          <DescriptionList
            items={[
              { term: 'Nome', description: account.name },
              { term: 'Usuário', description: account.login },
              { term: 'Órgão', description: account.agency },
              { term: 'E-mail', description: account.email || 'Não informado. Sem ele não há como recuperar a senha.' },
            ]}
          />
        </Card>
        <Card title="Preferências">
          <FormActions>
            <LinkButton href="/minha-conta/preferencias" icon="settings">
              Página inicial e cores
            </LinkButton>
          </FormActions>
        </Card>
        <Substitutions {...props} />
        <Card title="Segurança">
          {account.hasPassword ? null : <p>Você ainda não tem senha, e sem ela não há como assinar documentos.</p>}
          <SecondFactorState account={account} />
          <FormActions>
            <LinkButton href="/minha-conta/senha" icon="key">
              {account.hasPassword ? 'Trocar a senha' : 'Criar a senha'}
            </LinkButton>
            <LinkButton href="/minha-conta/duas-etapas" icon="shield">
              Verificação em duas etapas
            </LinkButton>
          </FormActions>
        </Card>
        <Card title="Últimos acessos">
          <Accesses accesses={accesses} page={page} />
          <Form {...formKeys} action="/minha-conta/sessoes">
            <FormActions>
              <Button icon="signOut">Encerrar as outras sessões</Button>
            </FormActions>
            <p class="secondary">
              {formatCount(others, 'outra sessão aberta', 'outras sessões abertas', 'Nenhuma outra sessão aberta')}. Não
              reconhece um acesso? Encerre as outras sessões e troque a senha.
            </p>
          </Form>
        </Card>
      </Stack>
    </MyAccountShell>
  )
}

/** What one may do in the place of another, and until when. */
function Substitutions({ substitutions }: MyAccountProps) {
  if (substitutions.length === 0) return null
  return (
    <Card title="Substituições">
      <ul>
        {substitutions.map(({ substitutionId, capacity, holder, unit, act, from, until, state }) => (
          <li key={substitutionId}>
            <strong>{capacity}</strong>, {unit}
            {holder ? `, no lugar de ${holder}` : ', cargo vago'}: de <Day value={from} /> a <Day value={until} /> (
            {act}).
            {state === 'to-come' ? ' Ainda não começou.' : null}
          </li>
        ))}
      </ul>
      <p class="secondary">
        Nesses dias você trabalha também nessa unidade e escolhe esse cargo ao assinar. Credenciais em processos
        sigilosos não passam do titular para você.
      </p>
    </Card>
  )
}

function SecondFactorState({ account }: { account: MyAccountRow }) {
  if (!account.secondFactorSince) {
    return (
      <p>
        A verificação em duas etapas está <strong>desligada</strong>: quem souber a sua senha entra como você.
      </p>
    )
  }
  const left = account.recoveryCodesLeft
  return (
    <p>
      A verificação em duas etapas está <strong>ligada</strong> desde {formatDate(account.secondFactorSince)}.{' '}
      {formatCount(
        left,
        'código de recuperação sobra',
        'códigos de recuperação sobram',
        'Nenhum código de recuperação sobra',
      )}
      .
    </p>
  )
}

function Accesses({ accesses, page }: { accesses: readonly AccessRow[]; page: PageContext }) {
  return (
    <Table
      id="acessos"
      caption="Os vinte mais novos"
      captionHidden
      rows={accesses}
      rowKey={({ createdAt }) => createdAt.toISOString()}
      columns={[
        {
          key: 'quando',
          header: 'Entrada',
          rowHeader: true,
          cell: ({ createdAt }) => <DateTime value={createdAt} now={page.now} />,
        },
        { key: 'navegador', header: 'Navegador', cell: ({ userAgent }) => browserName(userAgent) },
        { key: 'como', header: 'Como entrou', cell: ({ enteredWith }) => enteredWith || 'Usuário e senha' },
        { key: 'ip', header: 'Endereço IP', cell: ({ ip }) => ip || 'Desconhecido' },
        {
          key: 'situacao',
          header: 'Situação',
          cell: ({ ended, current }) =>
            current ? <StatusTag tone="success">Esta sessão</StatusTag> : <Tag>{ended ? 'Encerrada' : 'Aberta'}</Tag>,
        },
      ]}
    />
  )
}

interface ChangePasswordProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string | undefined
  readonly login: string
  readonly problems: readonly FieldProblem[]
}

export function ChangePasswordPage({ page, formKeys, deskHref, login, problems }: ChangePasswordProps) {
  return (
    <MyAccountShell page={page} deskHref={deskHref} title="Trocar a senha" hasErrors={problems.length > 0}>
      <Form {...formKeys} action="/minha-conta/senha" errors={problems}>
        <input type="hidden" name="usuario" value={login} autocomplete="username" />
        <PasswordField name="senha" label="Senha atual" required error={errorOf(problems, 'senha')} />
        <NewPasswordFields problems={problems} />
        <p>As sessões abertas em outros navegadores terminam; esta continua.</p>
        <FormActions>
          <Button kind="primary">Trocar a senha</Button>
          <LinkButton kind="quiet" href="/minha-conta">
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </MyAccountShell>
  )
}

/** Who enters by another provider may have no password yet: it is made by the link that goes to their e-mail. */
export function NoPasswordPage({ page, deskHref, account }: Pick<MyAccountProps, 'page' | 'deskHref' | 'account'>) {
  return (
    <MyAccountShell page={page} deskHref={deskHref} title="Criar a senha">
      <p>
        A senha serve para assinar documentos e para abrir processos sigilosos. Por segurança, ela é criada pelo
        endereço que enviamos para o seu e-mail.
      </p>
      {account.email ? (
        <FormActions>
          <LinkButton kind="primary" href={`/esqueci-a-senha?usuario=${encodeURIComponent(account.login)}`} icon="mail">
            Pedir o endereço
          </LinkButton>
        </FormActions>
      ) : (
        <p>A sua conta não tem e-mail. Peça o endereço a quem administra o sistema.</p>
      )}
    </MyAccountShell>
  )
}
