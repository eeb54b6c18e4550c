import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Column,
  type Crumb,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Pagination,
  Shell,
  StatusTag,
  Table,
} from '../../../ui/index.ts'
import type { BatchItemRow, BatchRow } from './batches.queries.ts'
import { batchStates } from './batches.text.ts'

export const itemsPerPage = 100

interface BatchPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly batch: BatchRow
  readonly items: readonly BatchItemRow[]
  readonly current: number
  readonly at: string
  readonly againHref: string
  readonly href: (path: string) => string
}

/** A list: looked through before, and what became of each row after. */
export function BatchPage(props: BatchPageProps) {
  const { batch, at } = props
  const state = batchStates[batch.state]
  const count = formatCount(batch.rows, 'documento', 'documentos')
  return (
    <Shell
      page={props.page}
      title={`Lista ${batch.fileName}`}
      breadcrumb={props.breadcrumb}
      heading={
        <StatusTag tone={state.tone} icon={state.icon}>
          {state.word}
        </StatusTag>
      }
    >
      <Told batch={batch} />
      {batch.state === 'prepared' && batch.problems === 0 ? (
        <Form {...props.formKeys} action={`${at}/geracao`} id="geracao">
          <FormActions>
            <Button kind="primary" icon="document">
              {`Gerar ${count}`}
            </Button>
            <LinkButton kind="quiet" href={props.againHref}>
              Enviar outra lista
            </LinkButton>
          </FormActions>
        </Form>
      ) : (
        <p>
          <LinkButton
            href={batch.state === 'running' ? at : props.againHref}
            icon={batch.state === 'running' ? 'history' : 'upload'}
          >
            {batch.state === 'running' ? 'Ver como está agora' : 'Enviar outra lista'}
          </LinkButton>
        </p>
      )}
      <Table
        id="linhas"
        caption="Linhas da lista: primeiro as que têm problema"
        captionHidden
        rows={props.items}
        rowKey={({ line }) => String(line)}
        rowTone={({ problem }) => (problem ? 'danger' : undefined)}
        columns={columnsOf(props)}
      />
      <Pagination
        label="Páginas da lista"
        page={props.current}
        pageCount={Math.max(1, Math.ceil(batch.rows / itemsPerPage))}
        href={(page) => `${at}?pagina=${page}`}
      />
    </Shell>
  )
}

function Told({ batch: { state, rows, problems, made } }: { batch: BatchRow }) {
  if (state === 'prepared') {
    return problems === 0 ? (
      <Message kind="success">
        <p>{`A lista está certa: ${formatCount(rows, 'linha', 'linhas')}. Nada foi gerado ainda.`}</p>
      </Message>
    ) : (
      <Message kind="error" title={`${formatCount(problems, 'linha tem problema', 'linhas têm problema')}`}>
        <p>Corrija a lista e envie-a de novo. Nada foi gerado.</p>
      </Message>
    )
  }
  return (
    <Message kind={problems > 0 ? 'warning' : state === 'done' ? 'success' : 'info'} live>
      <p>
        {`${formatCount(made, 'documento gerado', 'documentos gerados')} de ${formatCount(rows)}${problems > 0 ? `; ${formatCount(problems, 'linha não pôde ser feita', 'linhas não puderam ser feitas')}` : ''}.`}
      </p>
    </Message>
  )
}

function columnsOf({ href }: BatchPageProps): readonly Column<BatchItemRow>[] {
  return [
    { key: 'line', header: 'Linha', width: 'narrow', rowHeader: true, cell: ({ line }) => String(line) },
    {
      key: 'result',
      header: 'Resultado',
      cell: ({ problem, documentNumber }) =>
        documentNumber ? (
          <Link href={href(`/documentos/${documentNumber}`)}>{`Documento ${documentNumber}`}</Link>
        ) : (
          (problem ?? 'Certa')
        ),
    },
    {
      key: 'case',
      header: 'Processo',
      cell: ({ caseDigits }) => (caseDigits ? <Link href={href(`/processos/${caseDigits}`)}>{caseDigits}</Link> : '–'),
    },
    {
      key: 'fields',
      header: 'Dados',
      width: 'wide',
      cell: ({ fields }) =>
        Object.entries(fields)
          .map(([name, value]) => `${name}: ${value}`)
          .join('; ')
          .slice(0, 300),
    },
  ]
}
