import type { ActResult } from '../../platform/act-results/index.ts'
import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  BarList,
  Button,
  Card,
  DateTime,
  Details,
  EmptyState,
  FileField,
  Form,
  FormActions,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  SearchForm,
  Select,
  Shell,
  Table,
} from '../../ui/index.ts'
import { monthName, share } from './report.text.ts'

export interface Printed {
  readonly name: string
  readonly jobs: number
  readonly pages: number
  readonly sheets: number
  readonly exact: number
  readonly probable: number
  readonly none: number
}

export interface ReportProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly agency: string
  readonly month: string
  /** The last months that printed, newest first. */
  readonly months: readonly (Printed & { readonly people: number })[]
  readonly printers: readonly Printed[]
  readonly units: readonly Printed[]
  readonly imports: readonly {
    readonly id: string
    readonly fileName: string
    readonly importedAt: Date
    readonly jobs: number
    readonly bad: number
  }[]
  readonly bad: readonly { readonly line: number; readonly reason: string }[]
  readonly problems: readonly FieldProblem[]
  readonly result: ActResult | undefined
}

/** What an agency printed in a month, for its administrators. */
export function ReportPage(props: ReportProps) {
  const { href, month, months, problems } = props
  const shown = months.find(({ name }) => name === month)
  return (
    <Shell
      page={props.page}
      title="Relatório de impressão"
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Administração', href: href('/administracao') },
        { label: 'Relatório de impressão' },
      ]}
      hasErrors={problems.length > 0}
      flash={props.result?.items[0] && { kind: 'success', text: props.result.items[0].text }}
    >
      {shown ? (
        <>
          <SearchForm action={href('/impressao')} label="Mês do relatório" id="mes">
            <Select
              name="mes"
              label="Mês"
              value={month}
              options={months.map(({ name }) => ({ value: name, label: monthName(name) }))}
            />
            <Button kind="primary" icon="print">
              Mostrar
            </Button>
          </SearchForm>
          <Message kind="info" title={`${props.agency}, ${monthName(month)}`}>
            {formatCount(shown.pages, 'página', 'páginas')} em {formatCount(shown.sheets, 'folha', 'folhas')}, de{' '}
            {formatCount(shown.people, 'pessoa', 'pessoas')}: {formatCount(Math.round(shown.pages / shown.people))} por
            pessoa. Documentos do sistema: {share(shown.exact, shown.pages)} com certeza,{' '}
            {share(shown.probable, shown.pages)} provavelmente; sem documento conhecido,{' '}
            {share(shown.none, shown.pages)}.
          </Message>
          <Part {...props} id="unidades" title="Por unidade do documento" rows={props.units} />
          <Part {...props} id="impressoras" title="Por impressora" rows={props.printers} />
          <Part
            {...props}
            id="meses"
            title="Mês a mês"
            rows={months.map((one) => ({ ...one, name: monthName(one.name) }))}
          />
        </>
      ) : (
        <EmptyState title="Nenhuma impressão registrada" icon="print">
          Envie o registro do servidor de impressão.
        </EmptyState>
      )}
      <Imports {...props} />
    </Shell>
  )
}

function Part({ id, title, rows, href, month }: ReportProps & { id: string; title: string; rows: readonly Printed[] }) {
  return (
    <Card title={title} icon="print">
      <BarList
        title={`Páginas: ${title.toLowerCase()}`}
        bars={rows.map(({ name, pages }) => ({ label: name, value: pages }))}
      />
      <Table<Printed>
        id={id}
        caption={`Páginas impressas: ${title.toLowerCase()}`}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: 'Nome', rowHeader: true, cell: ({ name }) => name },
          { key: 'jobs', header: 'Impressões', numeric: true, cell: ({ jobs }) => formatCount(jobs) },
          { key: 'pages', header: 'Páginas', numeric: true, cell: ({ pages }) => formatCount(pages) },
          { key: 'sheets', header: 'Folhas', numeric: true, cell: ({ sheets }) => formatCount(sheets) },
          { key: 'exact', header: 'Documento certo', numeric: true, cell: ({ exact }) => formatCount(exact) },
          { key: 'probable', header: 'Provável', numeric: true, cell: ({ probable }) => formatCount(probable) },
          { key: 'none', header: 'Sem documento', numeric: true, cell: ({ none }) => formatCount(none) },
        ]}
      />
      <p>
        <LinkButton href={href(`/impressao?mes=${month}&tabela=${id}&formato=csv`)} icon="download" small download>
          CSV<span class="visually-hidden"> {title.toLowerCase()}</span>
        </LinkButton>
      </p>
    </Card>
  )
}

function Imports({ imports, bad, problems, formKeys, href }: ReportProps) {
  return (
    <Card title="Registros de impressão" icon="upload">
      <Form
        {...formKeys}
        action={href('/impressao/registros')}
        multipart
        errors={problems.length > 0 ? problems : undefined}
      >
        <FileField
          name="registro"
          label="Registro do servidor de impressão"
          accept=".csv,.log,.txt"
          limits="page_log do CUPS, CSV do PaperCut Print Logger, ou tabela com as colunas data; usuario; impressora; paginas e, se houver, copias; documento; frente_verso. Até 20 MB e 200 mil linhas. Os títulos do que foi impresso não entram no relatório."
          error={problems[0]?.message}
          required
        />
        <FormActions>
          <Button kind="primary" icon="upload">
            Enviar registro
          </Button>
        </FormActions>
      </Form>
      {imports.length > 0 ? (
        <Table
          id="registros"
          caption="Últimos registros lidos"
          rows={imports}
          rowKey={({ id }) => id}
          columns={[
            { key: 'file', header: 'Arquivo', rowHeader: true, cell: ({ fileName }) => fileName },
            { key: 'at', header: 'Lido em', cell: ({ importedAt }) => <DateTime value={importedAt} /> },
            { key: 'jobs', header: 'Impressões novas', numeric: true, cell: ({ jobs }) => formatCount(jobs) },
            { key: 'bad', header: 'Linhas recusadas', numeric: true, cell: (row) => formatCount(row.bad) },
          ]}
        />
      ) : null}
      {bad.length > 0 ? (
        <Details summary="Linhas recusadas do último registro">
          <ul>
            {bad.map(({ line, reason }) => (
              <li key={line}>
                Linha {line}: {reason}.
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Card>
  )
}
