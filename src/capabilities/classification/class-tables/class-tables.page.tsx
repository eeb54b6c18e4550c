import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  DateTime,
  Form,
  formatCount,
  Link,
  type PageContext,
  Select,
  Stack,
  Table,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'
import type { ClassOfTable, ClassTableRow, UsedClass } from './class-tables.queries.ts'

export const tablesPath = '/planos'
const title = 'Planos de classificação'
const stateNames = { draft: 'Em preparação', 'in-force': 'Em vigor', retired: 'Fora de uso' } as const
const tones = { draft: 'info', 'in-force': 'success', retired: 'danger' } as const

interface TablesProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly rows: readonly ClassTableRow[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

/** The tables of classes, of which one is in force. */
export function ClassTablesPage({ page, formKeys, rows, fields, problems, result }: TablesProps) {
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title={title}
      lead="O plano em vigor dá as classes dos processos, com prazo de guarda e destinação. Para trocá-lo, prepare outro, diga a que classe nova equivale cada classe usada e ponha-o em vigor."
      result={result}
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        <Table
          id="planos"
          caption="Planos, o que está em vigor primeiro"
          rows={rows}
          rowKey={({ id }) => id}
          rowTone={({ state }) => (state === 'retired' ? 'danger' : undefined)}
          columns={[
            {
              key: 'nome',
              header: 'Plano',
              rowHeader: true,
              cell: ({ id, name }) => <Link href={adminHref(page, `${tablesPath}/${id}`)}>{name}</Link>,
            },
            {
              key: 'situacao',
              header: 'Situação',
              cell: ({ state }) => <Tag tone={tones[state]}>{stateNames[state]}</Tag>,
            },
            { key: 'classes', header: 'Classes', numeric: true, cell: ({ classes }) => String(classes) },
            {
              key: 'vigencia',
              header: 'Em vigor desde',
              cell: ({ activatedAt }) => (activatedAt ? <DateTime value={activatedAt} /> : 'Ainda não'),
            },
          ]}
        />
        <Card title="Preparar um plano novo" icon="plus" id="plano-novo">
          <Form {...formKeys} action={adminHref(page, tablesPath)} errors={problems}>
            <TextField {...bound.text('nome')} label="Nome" required maxLength={120} width="long" />
            <Checkbox
              {...bound.flag('copiar')}
              label="Começar com as classes do plano em vigor"
              hint="Cada uma fica equivalente à antiga de mesmo código; depois você muda o que for preciso."
            />
            <Button kind="primary">Preparar plano</Button>
          </Form>
        </Card>
      </Stack>
    </AdministrationPage>
  )
}

interface TableProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly table: ClassTableRow
  readonly classes: readonly ClassOfTable[]
  readonly used: readonly UsedClass[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly tried: string
  readonly result?: ActResult | undefined
}

/** One table: its classes, what they stand for, and putting it in force. */
export function ClassTablePage(props: TableProps) {
  const { page, table, classes, problems, result } = props
  const isDraft = table.state === 'draft'
  return (
    <AdministrationPage
      page={page}
      title={table.name}
      trail={[{ label: title, path: tablesPath }]}
      result={result}
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        <p>
          <Tag tone={tones[table.state]}>{stateNames[table.state]}</Tag>{' '}
          {formatCount(table.classes, 'classe', 'classes')}.
          {table.state === 'retired' ? ' As classes deste plano não podem mais ser escolhidas.' : ''}
        </p>
        {isDraft ? <Activation {...props} /> : null}
        {isDraft ? <Mapping {...props} /> : null}
        {isDraft ? <NewClass {...props} /> : null}
        <Table
          id="classes-do-plano"
          caption="Classes"
          rows={classes}
          rowKey={({ id }) => id}
          rowTone={({ active }) => (active && table.state !== 'retired' ? undefined : 'danger')}
          columns={[
            {
              key: 'codigo',
              header: 'Código',
              rowHeader: true,
              cell: ({ id, code }) =>
                table.state === 'retired' ? code : <Link href={adminHref(page, `/classes/${id}`)}>{code}</Link>,
            },
            { key: 'descricao', header: 'Descrição', width: 'wide', cell: ({ description }) => description },
            { key: 'guarda', header: 'Guarda', cell: keepingOf },
            {
              key: 'situacao',
              header: 'Situação',
              cell: ({ active }) =>
                active && table.state !== 'retired' ? 'Em uso' : <Tag tone="danger">Fora de uso</Tag>,
            },
          ]}
        />
      </Stack>
    </AdministrationPage>
  )
}

function keepingOf({ structural, currentYears, intermediateYears, disposition }: ClassOfTable): string {
  if (structural) return 'Só organiza o plano'
  if (disposition === 'permanent') return 'Guarda permanente'
  if (disposition === null) return 'Não definida'
  return `${formatCount((currentYears ?? 0) + (intermediateYears ?? 0), 'ano', 'anos')}, eliminação`
}

function Activation({ page, formKeys, table, used, tried, problems }: TableProps) {
  const missing = used.filter(({ mappedTo }) => mappedTo.length === 0)
  return (
    <Card title="Pôr em vigor" icon="check" id="por-em-vigor">
      <p>
        {missing.length > 0
          ? `Falta dizer a classe equivalente de: ${missing.map(({ code }) => code).join(', ')}.`
          : 'Todas as classes usadas têm equivalente neste plano. O que está em vigor sai de uso, e os prazos dos processos arquivados passam a ser os daqui.'}
      </p>
      <Form
        {...formKeys}
        action={adminHref(page, `${tablesPath}/${table.id}/vigencia`)}
        errors={tried === 'vigencia' ? problems : []}
      >
        <Button kind="primary">Pôr este plano em vigor</Button>
      </Form>
    </Card>
  )
}

function Mapping({ page, formKeys, table, used, fields, tried, problems }: TableProps) {
  const mine = tried === 'equivalencia' ? problems : []
  const bound = bindFields(mine.length > 0 ? fields : {}, mine)
  return (
    <Card title="Equivalências" icon="link" id="equivalencias">
      <Stack>
        <Table
          id="usadas"
          caption="Classes usadas do plano em vigor"
          rows={used}
          rowKey={({ id }) => id}
          empty={<p>Nenhuma classe do plano em vigor é usada.</p>}
          rowTone={({ mappedTo }) => (mappedTo.length === 0 ? 'warning' : undefined)}
          columns={[
            { key: 'de', header: 'Classe usada', rowHeader: true, cell: ({ code }) => code },
            { key: 'descricao', header: 'Descrição', width: 'wide', cell: ({ description }) => description },
            {
              key: 'para',
              header: 'Equivale, neste plano, a',
              cell: ({ mappedTo }) => mappedTo.join(', ') || <Tag tone="warning">Falta dizer</Tag>,
            },
          ]}
        />
        {used.length > 0 ? (
          <Form {...formKeys} action={adminHref(page, `${tablesPath}/${table.id}/equivalencia`)} errors={mine}>
            <Select
              {...bound.text('de')}
              label="Classe usada"
              required
              options={used.map(({ code, description }) => ({ value: code, label: `${code} ${description}` }))}
            />
            <TextField
              {...bound.text('para')}
              label="Códigos equivalentes neste plano"
              hint="Separados por vírgula."
              required
              maxLength={300}
            />
            <Button>Salvar equivalência</Button>
          </Form>
        ) : null}
      </Stack>
    </Card>
  )
}

function NewClass({ page, formKeys, table, fields, tried, problems }: TableProps) {
  const mine = tried === 'classes' ? problems : []
  const bound = bindFields(mine.length > 0 ? fields : {}, mine)
  return (
    <Card title="Nova classe neste plano" icon="plus" id="classe-nova">
      <Form {...formKeys} action={adminHref(page, `${tablesPath}/${table.id}/classes`)} errors={mine}>
        <TextField {...bound.text('codigo')} label="Código" required maxLength={40} width="short" />
        <TextField {...bound.text('descricao')} label="Descrição" required maxLength={300} />
        <TextField {...bound.text('fase_corrente')} label="Anos na fase corrente" inputMode="numeric" width="short" />
        <TextField
          {...bound.text('fase_intermediaria')}
          label="Anos na fase intermediária"
          inputMode="numeric"
          width="short"
        />
        <Select
          {...bound.text('destinacao')}
          label="Destinação final"
          emptyLabel="Ainda não definida"
          options={[
            { value: 'elimination', label: 'Eliminação' },
            { value: 'permanent', label: 'Guarda permanente' },
          ]}
        />
        <Button>Incluir classe</Button>
      </Form>
    </Card>
  )
}
