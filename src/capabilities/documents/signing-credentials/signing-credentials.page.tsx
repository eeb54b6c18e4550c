import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateTime,
  EmptyState,
  ErrorSummary,
  Form,
  type FormError,
  LinkButton,
  type PageContext,
  SearchField,
  SearchForm,
  Shell,
  Stack,
  StatusTag,
  Table,
} from '../../../ui/index.ts'
import type { Holder } from '../../cases/index.ts'
import type { SignatureCredentialRow } from './signing-credentials.queries.ts'

interface SigningCredentialsPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly action: string
  readonly backHref: string
  readonly actorId: string
  readonly credentials: readonly SignatureCredentialRow[]
  readonly text: string
  readonly candidates: readonly Holder[]
  readonly problems: readonly FormError[]
}

/** Who of other units may sign the document, and since when, used when, taken back when (PRO-088). */
export function SigningCredentialsPage(props: SigningCredentialsPageProps) {
  const { page, formKeys, action, credentials, text, problems } = props
  return (
    <Shell
      page={page}
      title="Credenciais de assinatura"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      lead="Quem recebe a credencial abre o processo, lê o documento, pode mudar o texto enquanto ninguém o assinou, e assina. Cassá-la não tira a credencial de acesso ao processo."
    >
      <ErrorSummary errors={problems} />
      <Stack gap="large">
        <Table
          id="credenciais-de-assinatura"
          caption="Credenciais para assinar este documento"
          rows={credentials}
          rowKey={({ id }) => id}
          rowTone={({ endedAt }) => (endedAt ? 'muted' : undefined)}
          columns={[
            { key: 'pessoa', header: 'Pessoa', rowHeader: true, cell: ({ name }) => name },
            { key: 'unidade', header: 'Unidade', width: 'narrow', cell: ({ unitAcronym }) => unitAcronym },
            {
              key: 'concedida',
              header: 'Concedida',
              cell: ({ grantedAt, grantedBy }) => (
                <>
                  <DateTime value={grantedAt} now={page.now} /> por {grantedBy}
                </>
              ),
            },
            {
              key: 'usada',
              header: 'Usada',
              cell: ({ usedAt }) => (usedAt ? <DateTime value={usedAt} now={page.now} /> : 'Ainda não'),
            },
            {
              key: 'situacao',
              header: 'Situação',
              cell: ({ endedAt }) =>
                endedAt ? (
                  <>
                    Cassada <DateTime value={endedAt} now={page.now} />
                  </>
                ) : (
                  <StatusTag tone="success">Em vigor</StatusTag>
                ),
            },
            {
              key: 'ato',
              header: 'Cassar',
              headerHidden: true,
              cell: ({ id, endedAt, grantedById, name }) =>
                endedAt || grantedById !== props.actorId ? null : (
                  <Form {...formKeys} action={`${action}/${id}/cassacao`}>
                    <Button kind="quiet" small icon="cancel">
                      Cassar<span class="visually-hidden"> a credencial de assinatura de {name}</span>
                    </Button>
                  </Form>
                ),
            },
          ]}
          empty={
            <EmptyState title="Nenhuma credencial de assinatura" icon="sign">
              <p>Procure abaixo a pessoa de outra unidade que deve assinar o documento.</p>
            </EmptyState>
          }
        />
        <Stack>
          <h2>Conceder credencial de assinatura</h2>
          <SearchForm action={action} label="Pesquisa de pessoas">
            <SearchField name="pessoa" label="Nome ou usuário da pessoa" value={text} />
            <Button icon="search">Procurar</Button>
          </SearchForm>
          {text === '' ? null : <Candidates {...props} />}
        </Stack>
        <p>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao documento
          </LinkButton>
        </p>
      </Stack>
    </Shell>
  )
}

function Candidates({ formKeys, action, candidates }: SigningCredentialsPageProps) {
  return (
    <Table
      id="pessoas"
      caption="Pessoas encontradas, em cada unidade em que trabalham"
      rows={candidates}
      rowKey={({ accountId, unitId }) => `${accountId}-${unitId}`}
      columns={[
        { key: 'pessoa', header: 'Pessoa', rowHeader: true, cell: ({ name, login }) => `${name} (${login})` },
        {
          key: 'unidade',
          header: 'Unidade',
          cell: ({ agencyAcronym, unitAcronym }) => `${agencyAcronym} – ${unitAcronym}`,
        },
        {
          key: 'ato',
          header: 'Conceder',
          headerHidden: true,
          cell: ({ accountId, unitId, name, unitAcronym }) => (
            <Form {...formKeys} action={action}>
              <input type="hidden" name="pessoa" value={accountId} />
              <input type="hidden" name="unidade" value={unitId} />
              <Button small icon="sign">
                Conceder
                <span class="visually-hidden">
                  {' '}
                  credencial de assinatura a {name} em {unitAcronym}
                </span>
              </Button>
            </Form>
          ),
        },
      ]}
      empty={
        <EmptyState title="Ninguém encontrado" icon="person">
          <p>Confira o nome. Só aparecem pessoas de outras unidades.</p>
        </EmptyState>
      }
    />
  )
}
