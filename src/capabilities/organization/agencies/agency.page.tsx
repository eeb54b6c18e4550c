import type { ComponentChildren } from 'preact'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  Day,
  Details,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  Table,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref } from '../administration/administration.page.tsx'
import { bindFields } from '../administration/bound-fields.ts'
import type { NameInForce } from './agency.ts'

export interface AgencyPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly title: string
  /** Path to which the form is sent. */
  readonly path: string
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly examples: readonly string[]
  readonly names: readonly NameInForce[]
  readonly headingActions?: ComponentChildren
  readonly result?: ActResult | undefined
}

export function AgencyPage(props: AgencyPageProps) {
  const { page, problems, names } = props
  return (
    <AdministrationPage
      page={page}
      title={props.title}
      trail={[{ label: 'Órgãos', path: '/orgaos' }]}
      width="text"
      headingActions={props.headingActions}
      result={props.result}
      hasErrors={problems.length > 0}
    >
      <AgencyForm {...props} />
      {names.length > 1 ? <NamesInForce names={names} /> : null}
    </AdministrationPage>
  )
}

function AgencyForm({ page, formKeys, path, fields, problems, examples }: AgencyPageProps) {
  const bound = bindFields(fields, problems)
  return (
    <Form {...formKeys} action={adminHref(page, path)} errors={problems}>
      <TextField {...bound.text('sigla')} label="Sigla" required maxLength={30} width="short" />
      <TextField
        {...bound.text('nome')}
        label="Nome"
        hint="Mudado o nome ou a sigla, documentos de dias anteriores continuam com os que valiam então."
        required
        maxLength={250}
      />
      <TextField
        {...bound.text('ordem')}
        label="Ordem"
        hint="Na lista de órgãos da página de entrada; com a mesma ordem, vale a sigla."
        inputMode="numeric"
        width="short"
        maxLength={4}
      />
      <TextField
        {...bound.text('codigo')}
        label="Código no número dos processos"
        inputMode="numeric"
        width="short"
        maxLength={6}
      />
      <TextField
        {...bound.text('mascara')}
        label="Máscara do número dos processos"
        hint="Vale para os próximos processos; números já dados não mudam."
        required
        maxLength={100}
        width="long"
      />
      <MaskExamples examples={examples} />
      <MaskHelp />
      <TextArea
        {...bound.text('timbre')}
        label="Timbre"
        hint="Linhas no alto dos documentos, do poder para baixo."
        rows={3}
        maxLength={1000}
      />
      <Checkbox {...bound.flag('recebe')} label="Unidades deste órgão podem receber processos" />
      <FormActions>
        <Button kind="primary">Salvar</Button>
        <LinkButton kind="quiet" href={adminHref(page, '/orgaos')}>
          Voltar aos órgãos
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function MaskExamples({ examples }: { examples: readonly string[] }) {
  return (
    <div role="status">
      <p>O primeiro processo do ano terá este número:</p>
      <ul>
        {examples.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
      <p>
        <Button name="acao" value="exemplo" small icon="refresh">
          Atualizar o exemplo
        </Button>
      </p>
    </div>
  )
}

function MaskHelp() {
  return (
    <Details summary="Como se escreve uma máscara">
      <p>O que fica entre arrobas é trocado; o resto aparece como está.</p>
      <dl>
        <dt>
          <code>@orgao:2@</code> e <code>@unidade:5@</code>
        </dt>
        <dd>Código do órgão e da unidade, com esse número de algarismos.</dd>
        <dt>
          <code>@sequencia:6@</code>
        </dt>
        <dd>Número em ordem, que recomeça a cada ano. É obrigatório.</dd>
        <dt>
          <code>@ano:4@</code> ou <code>@ano:2@</code>
        </dt>
        <dd>O ano. É obrigatório.</dd>
        <dt>
          <code>@dv:federal@</code>
        </dt>
        <dd>
          Dígitos verificadores: <code>federal</code>, <code>mod97</code> ou <code>mod11-1</code>; sem eles, deixe a
          variável de fora.
        </dd>
      </dl>
    </Details>
  )
}

function NamesInForce({ names }: { names: readonly NameInForce[] }) {
  return (
    <Card title="Nomes que valeram">
      <NamesTable names={names} />
    </Card>
  )
}

/** Which acronym and name were in force when (EST-004). */
export function NamesTable({ names }: { names: readonly NameInForce[] }) {
  return (
    <Table
      id="nomes"
      caption="Siglas e nomes, do mais novo ao mais antigo"
      captionHidden
      rows={names}
      rowKey={({ from }) => from ?? ''}
      columns={[
        { key: 'sigla', header: 'Sigla', rowHeader: true, cell: ({ acronym }) => acronym },
        { key: 'nome', header: 'Nome', width: 'wide', cell: ({ name }) => name },
        { key: 'de', header: 'Desde', cell: ({ from }) => (from ? <Day value={from} /> : 'O cadastro') },
        { key: 'ate', header: 'Até', cell: ({ until }) => (until ? <Day value={until} /> : 'Hoje') },
      ]}
    />
  )
}
