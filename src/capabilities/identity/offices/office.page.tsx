import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  Day,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  Stack,
  Table,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields, ChangesCard } from '../../organization/index.ts'
import type { Office, Substitution, Tenure } from './office.ts'
import { actingCapacity, reasonWords, validityTones, validityWords, whatDoesNotPass } from './offices.text.ts'

export const trailToOffices = [{ label: 'Cargos e titulares', path: '/cargos' }] as const

export interface NewOfficeProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly labels: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

export function NewOfficePage({ page, formKeys, labels, fields, problems }: NewOfficeProps) {
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title="Novo cargo"
      trail={trailToOffices}
      width="text"
      hasErrors={problems.length > 0}
    >
      <Form {...formKeys} action={adminHref(page, '/cargos')} errors={problems}>
        <TitleField {...bound.text('cargo')} />
        <TextField
          {...bound.text('unidade')}
          label="Unidade"
          hint="Sigla. O cargo fica nesta unidade."
          required
          suggestions={labels}
          maxLength={80}
          width="medium"
        />
        <FormActions>
          <Button kind="primary">Cadastrar</Button>
          <LinkButton kind="quiet" href={adminHref(page, '/cargos')}>
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

function TitleField(props: { name: string; value: string; error?: string | undefined }) {
  return (
    <TextField
      {...props}
      label="Cargo"
      hint="Como se escreve na assinatura, no gênero de quem o ocupa: Secretária de Estado da Tributação."
      required
      maxLength={100}
      width="long"
    />
  )
}

export interface OfficePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly office: Office
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

/** An office: who stands in first, for that is what changes most; then the holders and the title. */
export function OfficePage(props: OfficePageProps) {
  const { page, office, problems } = props
  return (
    <AdministrationPage
      page={page}
      title={office.title}
      lead={office.unit}
      trail={trailToOffices}
      result={props.result}
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        {office.active ? null : (
          <Message kind="warning">
            <p>Este cargo está fora de uso. O que se assinou com ele continua como está.</p>
          </Message>
        )}
        <Substitutions page={page} office={office} />
        <Tenures page={page} office={office} />
        <TitleForm {...props} />
        <ChangesCard page={page} recordPath={`/cargos/${office.id}`} />
      </Stack>
    </AdministrationPage>
  )
}

type Part = Pick<OfficePageProps, 'page' | 'office'>

function Substitutions({ page, office }: Part) {
  return (
    <Card
      title="Substituições"
      id="substituicoes"
      actions={
        office.active ? (
          <LinkButton href={adminHref(page, `/cargos/${office.id}/substituicoes/nova`)} icon="plus" small>
            Designar substituto
          </LinkButton>
        ) : undefined
      }
    >
      <p>
        Nos dias do ato, e só neles, o substituto tem nesta unidade os perfis que o titular tem nela, e assina com o
        cargo. {whatDoesNotPass}
      </p>
      <Table<Substitution>
        id="substituicoes-tabela"
        caption={formatCount(office.substitutions.length, 'substituição', 'substituições')}
        captionHidden
        rows={office.substitutions}
        rowKey={({ id }) => id}
        rowTone={({ state }) => (state === 'over' ? 'muted' : undefined)}
        empty={
          <EmptyState title="Nenhuma substituição" icon="people">
            <p>Designe quem responde pelo cargo nas férias ou em outra ausência do titular.</p>
          </EmptyState>
        }
        columns={[
          { key: 'substituto', header: 'Substituto', rowHeader: true, cell: ({ name }) => name },
          { key: 'assina', header: 'Assina como', cell: ({ style }) => actingCapacity(office.title, style) },
          {
            key: 'titular',
            header: 'No lugar de',
            cell: ({ holder, profile }) => holder ?? `Cargo vago (perfil ${profile})`,
          },
          {
            key: 'motivo',
            header: 'Motivo e ato',
            cell: ({ reason, act, appointedBy }) => (
              <>
                {reasonWords[reason]}
                <br />
                {act}, registrado por {appointedBy}
              </>
            ),
          },
          { key: 'desde', header: 'Desde', cell: ({ from }) => <Day value={from} /> },
          { key: 'ate', header: 'Até', cell: ({ until }) => <Day value={until} /> },
          { key: 'situacao', header: 'Situação', cell: (one) => <SubstitutionState page={page} one={one} /> },
          {
            key: 'atos',
            header: 'Atos',
            headerHidden: true,
            cell: ({ id, name, state }) =>
              state === 'over' ? null : (
                <LinkButton href={adminHref(page, `/cargos/${office.id}/substituicoes/${id}/fim`)} small icon="remove">
                  Encerrar<span class="visually-hidden"> a substituição por {name}</span>
                </LinkButton>
              ),
          },
        ]}
      />
    </Card>
  )
}

function SubstitutionState({ page, one }: { readonly page: PageContext; readonly one: Substitution }) {
  return (
    <>
      <Tag tone={validityTones[one.state]}>{validityWords[one.state]}</Tag>
      {one.endedAt ? (
        <>
          {' '}
          antes do fim, <DateTime value={one.endedAt} now={page.now} />, por {one.endedBy}
        </>
      ) : null}
    </>
  )
}

function Tenures({ page, office }: Part) {
  return (
    <Card
      title="Titulares"
      id="titulares"
      actions={
        office.active ? (
          <LinkButton href={adminHref(page, `/cargos/${office.id}/titulares/novo`)} icon="plus" small>
            Registrar titular
          </LinkButton>
        ) : undefined
      }
    >
      <Table<Tenure>
        id="titulares-tabela"
        caption={formatCount(office.tenures.length, 'titular', 'titulares')}
        captionHidden
        rows={office.tenures}
        rowKey={({ id }) => id}
        rowTone={({ state }) => (state === 'over' ? 'muted' : undefined)}
        empty={
          <EmptyState title="Cargo vago" icon="person">
            <p>Registre quem o ocupa. O registro não dá perfil: permissões se concedem à pessoa.</p>
          </EmptyState>
        }
        columns={[
          { key: 'titular', header: 'Titular', rowHeader: true, cell: ({ name }) => name },
          { key: 'ato', header: 'Ato', cell: ({ act }) => act },
          { key: 'desde', header: 'Desde', cell: ({ from }) => (from ? <Day value={from} /> : 'Não chegou a ocupar') },
          {
            key: 'ate',
            header: 'Até',
            cell: ({ until, from }) => (until ? <Day value={until} /> : from ? 'Sem fim' : '—'),
          },
          {
            key: 'situacao',
            header: 'Situação',
            cell: ({ state }) => (
              <Tag tone={validityTones[state]}>{state === 'over' ? 'Saiu' : validityWords[state]}</Tag>
            ),
          },
          {
            key: 'atos',
            header: 'Atos',
            headerHidden: true,
            cell: ({ id, name, state }) =>
              state === 'over' ? null : (
                <LinkButton href={adminHref(page, `/cargos/${office.id}/titulares/${id}/saida`)} small icon="signOut">
                  Registrar a saída<span class="visually-hidden"> de {name}</span>
                </LinkButton>
              ),
          },
        ]}
      />
    </Card>
  )
}

function TitleForm({ page, formKeys, office, fields, problems }: OfficePageProps) {
  const bound = bindFields(fields, problems)
  return (
    <Card title="Dados">
      <Form {...formKeys} action={adminHref(page, `/cargos/${office.id}`)} errors={problems}>
        <TitleField {...bound.text('cargo')} />
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <LinkButton
            href={adminHref(page, `/cargos/${office.id}/${office.active ? 'desativacao' : 'reativacao'}`)}
            icon={office.active ? 'cancel' : 'reopen'}
          >
            {office.active ? 'Tirar de uso' : 'Pôr em uso de novo'}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  )
}
