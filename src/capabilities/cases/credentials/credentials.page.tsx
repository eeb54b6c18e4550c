import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  DateTime,
  EmptyState,
  ErrorSummary,
  Form,
  type FormError,
  LinkButton,
  SearchField,
  SearchForm,
  Stack,
  StatusTag,
  Table,
} from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { CaseFrame, type CasePageProps, WhyNot } from '../gate/case-frame.page.tsx'
import { endingWords } from './credentials.text.ts'
import type { Credential, HolderCandidate } from './read-credentials.ts'

interface CredentialsPageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly actorId: string
  readonly actorUnitId: string
  readonly credentials: readonly Credential[]
  readonly text: string
  readonly candidates: readonly HolderCandidate[]
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

export function CredentialsPage(props: CredentialsPageProps) {
  const { caseHref, problems, refusals } = props
  return (
    <CaseFrame {...props} title="Credenciais" width="wide" hasErrors={problems.length > 0}>
      <ErrorSummary errors={problems} />
      <WhyNot refusals={refusals} caseHref={caseHref} />
      {refusals.length > 0 ? null : (
        <Stack gap="large">
          <CredentialTable {...props} />
          <Granting {...props} />
          <p>
            <LinkButton kind="quiet" href={caseHref}>
              Voltar ao processo
            </LinkButton>
          </p>
        </Stack>
      )}
    </CaseFrame>
  )
}

function CredentialTable({ page, credentials, ...props }: CredentialsPageProps) {
  return (
    <Table
      id="credenciais"
      caption="Credenciais deste processo"
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
        { key: 'situacao', header: 'Situação', cell: (one) => <Standing credential={one} now={page.now} /> },
        {
          key: 'ato',
          header: 'Cassar, renovar ou renunciar',
          headerHidden: true,
          cell: (one) => <EndingButton credential={one} {...props} />,
        },
      ]}
    />
  )
}

function Standing({ credential, now }: { credential: Credential; now: Date }) {
  const { endedAt, ending, dormant } = credential
  if (endedAt && ending) {
    return (
      <>
        {endingWords[ending]} <DateTime value={endedAt} now={now} />
      </>
    )
  }
  if (dormant) return <StatusTag tone="warning">Inativa: sem permissão na unidade</StatusTag>
  return <StatusTag tone="success">Em vigor</StatusTag>
}

type EndingButtonProps = Pick<CredentialsPageProps, 'formKeys' | 'caseHref' | 'actorId' | 'actorUnitId'> & {
  readonly credential: Credential
}

function EndingButton({ credential, formKeys, caseHref, actorId, actorUnitId }: EndingButtonProps) {
  const { id, accountId, unitId, grantedById, endedAt, name, unitAcronym } = credential
  if (endedAt) return null
  const isOwn = accountId === actorId
  if (isOwn && unitId === actorUnitId) {
    return (
      <Form {...formKeys} action={`${caseHref}/credenciais/renuncia`}>
        <Button kind="quiet" small icon="signOut">
          Renunciar
        </Button>
      </Form>
    )
  }
  if (isOwn || grantedById !== actorId) return null
  const whose = (
    <span class="visually-hidden">
      {' '}
      a credencial de {name} em {unitAcronym}
    </span>
  )
  return (
    <Stack gap="small">
      <Form {...formKeys} action={`${caseHref}/credenciais/${id}/cassacao`}>
        <Button kind="quiet" small icon="cancel">
          Cassar
          {whose}
        </Button>
      </Form>
      {credential.openThere || credential.dormant ? null : (
        <Form {...formKeys} action={`${caseHref}/credenciais/${id}/renovacao`}>
          <Button kind="quiet" small icon="reopen">
            Renovar
            {whose}
          </Button>
        </Form>
      )}
    </Stack>
  )
}

function Granting({ caseHref, text, candidates, formKeys }: CredentialsPageProps) {
  return (
    <Stack>
      <h2>Conceder credencial</h2>
      <SearchForm action={`${caseHref}/credenciais`} label="Pesquisa de pessoas">
        <SearchField name="pessoa" label="Nome ou usuário da pessoa" value={text} />
        <Button icon="search">Procurar</Button>
      </SearchForm>
      {text === '' ? null : (
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
                <Form {...formKeys} action={`${caseHref}/credenciais`}>
                  <input type="hidden" name="pessoa" value={accountId} />
                  <input type="hidden" name="unidade" value={unitId} />
                  <Button small icon="key">
                    Conceder
                    <span class="visually-hidden">
                      {' '}
                      credencial a {name} em {unitAcronym}
                    </span>
                  </Button>
                </Form>
              ),
            },
          ]}
          empty={
            <EmptyState title="Ninguém encontrado" icon="person">
              <p>Confira o nome. Só aparecem pessoas com permissão em alguma unidade.</p>
            </EmptyState>
          }
        />
      )}
    </Stack>
  )
}
