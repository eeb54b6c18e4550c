import { ActResultMessage } from '../../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../../platform/act-results/index.ts'
import type { FieldProblem } from '../../../../platform/form-fields.ts'
import type { FormKeys } from '../../../../platform/form-keys.ts'
import {
  Button,
  DateTime,
  Day,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  formatCount,
  LinkButton,
  type PageContext,
  Pagination,
  PasswordField,
  Select,
  Shell,
  StatusTag,
  Table,
  Tabs,
  type Tone,
  Toolbar,
} from '../../../../ui/index.ts'
import type { RegisterRow, RegisterState } from './register.queries.ts'
import { stateInAddress, stateWords } from './register.text.ts'

interface CommonProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
}

const title = 'Acervo de sigilosos da unidade'

export function RegisterPasswordPage(
  props: CommonProps & { readonly action: string; readonly problems: readonly FieldProblem[] },
) {
  return (
    <Shell
      page={props.page}
      title={title}
      width="text"
      hasErrors={props.problems.length > 0}
      breadcrumb={[{ label: 'Mesa', href: props.deskHref }, { label: title }]}
      lead="Digite a sua senha para abrir o relatório. Ele fica aberto nesta sessão por 30 minutos."
    >
      <Form {...props.formKeys} action={props.action} errors={props.problems}>
        <PasswordField name="senha" label="Senha" required error={errorOf(props.problems, 'senha')} />
        <FormActions>
          <Button kind="primary" icon="lockOpen">
            Abrir o acervo
          </Button>
        </FormActions>
      </Form>
    </Shell>
  )
}

interface RegisterPageProps extends CommonProps {
  readonly href: string
  readonly unitAcronym: string
  readonly state: RegisterState | undefined
  readonly rows: readonly RegisterRow[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
  readonly result: ActResult | undefined
}

/** Numbers, types and credentials; never what the case files are about. */
export function RegisterPage(props: RegisterPageProps) {
  const { href, state, total } = props
  const at = (asked: RegisterState | undefined, rest = '') =>
    asked ? `${href}${rest}?situacao=${stateInAddress[asked]}` : `${href}${rest}`
  const states: (RegisterState | undefined)[] = [undefined, 'active', 'inactive', 'finished', 'none']
  return (
    <Shell
      page={props.page}
      title={title}
      breadcrumb={[{ label: 'Mesa', href: props.deskHref }, { label: title }]}
      lead={`Processos sigilosos que ${props.unitAcronym} gerou ou recebeu, e quem tem credencial neles nesta unidade. O conteúdo só é lido por quem tem credencial.`}
    >
      <ActResultMessage result={props.result} />
      <Tabs
        label="Situação das credenciais"
        items={states.map((one) => ({
          href: at(one),
          label: one ? tabWords[one] : 'Todas',
          current: one === state,
        }))}
      />
      <form method="get" action={`${href}/ativacao`} id="ativar" />
      <Form {...props.formKeys} action={`${href}/cancelamento`} id="acervo">
        <Toolbar label="Ações com as linhas selecionadas">
          <Button icon="cancel">Cancelar credenciais inativas</Button>
          <Button icon="key" form="ativar">
            Ativar nos processos sem credencial
          </Button>
          <LinkButton kind="quiet" icon="sheet" href={at(state, '/planilha')} download>
            Planilha (CSV)
          </LinkButton>
        </Toolbar>
        <RegisterTable {...props} />
      </Form>
      {props.pageCount > 1 ? (
        <Pagination
          label="Acervo de sigilosos"
          page={props.pageNumber}
          pageCount={props.pageCount}
          href={(number) => `${at(state)}${state ? '&' : '?'}pagina=${number}`}
          total={formatCount(total, 'linha', 'linhas')}
        />
      ) : null}
    </Shell>
  )
}

function RegisterTable({ page, href, rows, total }: RegisterPageProps) {
  return (
    <Table
      id="credenciais-da-unidade"
      caption={formatCount(total, 'credencial ou processo', 'credenciais e processos')}
      rows={rows}
      rowKey={({ caseFileId, credentialId }) => `${caseFileId}-${credentialId ?? 'nenhuma'}`}
      rowTone={({ state }) => (state === 'finished' ? 'muted' : undefined)}
      columns={[
        {
          key: 'marcar',
          header: 'Marcar',
          headerHidden: true,
          width: 'narrow',
          cell: ({ state, credentialId, caseFileId, person, number }) =>
            state === 'inactive' && credentialId ? (
              <input
                type="checkbox"
                name="credencial"
                value={credentialId}
                aria-label={`Credencial de ${person} no processo ${number}`}
              />
            ) : state === 'none' ? (
              <input
                type="checkbox"
                name="processo"
                value={caseFileId}
                form="ativar"
                aria-label={`Processo ${number}, sem credencial na unidade`}
              />
            ) : null,
        },
        {
          key: 'numero',
          header: 'Processo',
          rowHeader: true,
          cell: ({ number }) => <span class="nowrap">{number}</span>,
        },
        { key: 'tipo', header: 'Tipo', width: 'wide', cell: ({ typeName }) => typeName },
        { key: 'autuado', header: 'Autuação', cell: ({ filedOn }) => <Day value={filedOn} /> },
        { key: 'pessoa', header: 'Pessoa', cell: ({ person }) => person ?? '—' },
        {
          key: 'situacao',
          header: 'Credencial',
          cell: ({ state, endedAt }) => (
            <>
              <StatusTag tone={tones[state]}>{stateWords[state]}</StatusTag>{' '}
              {endedAt ? <DateTime value={endedAt} now={page.now} /> : null}
            </>
          ),
        },
        {
          key: 'concedida',
          header: 'Concedida',
          cell: ({ grantedAt }) => (grantedAt ? <DateTime value={grantedAt} now={page.now} /> : '—'),
        },
        {
          key: 'ato',
          header: 'Ativar',
          headerHidden: true,
          cell: ({ caseFileId, number }) => (
            <LinkButton kind="quiet" small icon="key" href={`${href}/ativacao?processo=${caseFileId}`}>
              Ativar credencial<span class="visually-hidden"> no processo {number}</span>
            </LinkButton>
          ),
        },
      ]}
      empty={
        <EmptyState title="Nada nesta situação" icon="confidential">
          <p>Nenhum processo sigiloso gerado ou recebido por esta unidade está nesta situação.</p>
        </EmptyState>
      }
    />
  )
}

const tabWords: { readonly [state in RegisterState]: string } = {
  active: 'Ativas',
  inactive: 'Inativas',
  finished: 'Encerradas',
  none: 'Sem credencial',
}

const tones: { readonly [state in RegisterState]: Tone } = {
  active: 'success',
  inactive: 'warning',
  finished: 'neutral',
  none: 'danger',
}

interface ActivatePageProps extends CommonProps {
  readonly href: string
  readonly caseFileIds: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly login: string }[]
  readonly problems: readonly FieldProblem[]
}

export function ActivatePage(props: ActivatePageProps) {
  return (
    <Shell
      page={props.page}
      title="Ativar credencial"
      width="text"
      hasErrors={props.problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: props.deskHref },
        { label: title, href: props.href },
        { label: 'Ativar credencial' },
      ]}
      lead={`${formatCount(props.caseFileIds.length, 'processo escolhido', 'processos escolhidos')}. A pessoa poderá abri-los nesta unidade, com a senha dela; fica no histórico que a credencial veio do acervo.`}
    >
      <Form {...props.formKeys} action={`${props.href}/ativacao`} id="ativacao" errors={props.problems}>
        {props.caseFileIds.map((id) => (
          <input key={id} type="hidden" name="processo" value={id} />
        ))}
        <Select
          name="pessoa"
          label="Quem recebe a credencial"
          required
          emptyLabel="Escolha a pessoa"
          value=""
          options={props.people.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))}
          error={errorOf(props.problems, 'pessoa')}
        />
        <FormActions>
          <Button kind="primary" icon="key">
            Ativar credencial
          </Button>
          <LinkButton kind="quiet" href={props.href}>
            Voltar ao acervo
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
