import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CaseNumber,
  DateTime,
  EmptyState,
  Form,
  formatCount,
  NothingOnEnter,
  type PageContext,
  Pagination,
  Shell,
  StatusTag,
  Table,
  Toolbar,
} from '../../../ui/index.ts'
import type { Suspended } from './read-suspension.ts'

interface SuspendedListProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
  readonly listHref: string
  readonly caseHref: (digits: string) => string
  readonly rows: readonly Suspended[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
  /** What the batch just did. */
  readonly result: string | undefined
}

export function SuspendedListPage(props: SuspendedListProps) {
  const { page, listHref, caseHref, rows, total } = props
  return (
    <Shell
      page={page}
      title="Processos sobrestados"
      breadcrumb={[{ label: 'Mesa', href: props.deskHref }, { label: 'Processos sobrestados' }]}
      flash={props.result ? { kind: 'info', text: props.result } : undefined}
      lead="Processos que esta unidade tirou da mesa até que algo aconteça."
    >
      <Form {...props.formKeys} action={`${listHref}/remocao`} id="remocao">
        <NothingOnEnter />
        {rows.length > 0 ? (
          <Toolbar label="Ações com os processos selecionados">
            <Button icon="play">Remover sobrestamento dos selecionados</Button>
          </Toolbar>
        ) : null}
        <Table
          id="sobrestados"
          caption={formatCount(total, 'processo sobrestado', 'processos sobrestados')}
          rows={rows}
          rowKey={({ digits }) => digits}
          selection={{
            name: 'processo',
            value: ({ digits }) => digits,
            label: ({ number }) => `processo ${number}`,
          }}
          columns={[
            {
              key: 'numero',
              header: 'Número',
              rowHeader: true,
              width: 'narrow',
              cell: ({ number, digits }) => <CaseNumber number={number} href={caseHref(digits)} />,
            },
            {
              key: 'tipo',
              header: 'Tipo e especificação',
              cell: ({ typeName, summary }) => (
                <>
                  {typeName}
                  {summary ? <span class="secondary"> – {summary}</span> : null}
                </>
              ),
            },
            { key: 'motivo', header: 'Motivo', width: 'wide', cell: ({ reason }) => reason },
            {
              key: 'vinculado',
              header: 'À espera de',
              cell: ({ linkedNumber, linkedDigits, awaitedIsOver }) =>
                linkedNumber && linkedDigits ? (
                  <>
                    <CaseNumber number={linkedNumber} href={caseHref(linkedDigits)} />{' '}
                    {awaitedIsOver ? <StatusTag tone="warning">Deixou de estar sobrestado</StatusTag> : null}
                  </>
                ) : (
                  ''
                ),
            },
            {
              key: 'desde',
              header: 'Sobrestado',
              cell: ({ startedAt, startedBy }) => (
                <>
                  <DateTime value={startedAt} now={page.now} />
                  <span class="secondary"> por {startedBy}</span>
                </>
              ),
            },
          ]}
          empty={
            <EmptyState title="Nenhum processo sobrestado" icon="pause">
              <p>Para sobrestar um processo, abra-o e escolha “Sobrestar”.</p>
            </EmptyState>
          }
        />
      </Form>
      {props.pageCount > 1 ? (
        <Pagination
          label="Processos sobrestados"
          page={props.pageNumber}
          pageCount={props.pageCount}
          href={(number) => `${listHref}?pagina=${number}`}
          total={formatCount(total, 'processo', 'processos')}
        />
      ) : null}
    </Shell>
  )
}
