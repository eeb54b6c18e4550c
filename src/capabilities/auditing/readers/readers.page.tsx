import {
  type Crumb,
  DateTime,
  EmptyState,
  formatCount,
  Message,
  type PageContext,
  Pagination,
  Shell,
  Table,
} from '../../../ui/index.ts'
import type { ReaderRow } from './readers.queries.ts'

interface ReadersPageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  /** `processo 00111.000123/2025-11` or `documento 1234567`. */
  readonly subject: string
  readonly readers: readonly ReaderRow[]
  readonly isRecorded: boolean
  readonly number: number
  readonly size: number
  readonly pageHref: (page: number) => string
}

/** Who opened a case file or a document (AUD-015). */
export function ReadersPage(props: ReadersPageProps) {
  const { readers, subject, number, size } = props
  const total = readers[0]?.total ?? 0
  return (
    <Shell
      page={props.page}
      title="Quem acessou"
      breadcrumb={props.breadcrumb}
      lead={<p>Pessoas que abriram o {subject}, e de que unidade. Esta consulta também fica registrada.</p>}
    >
      {props.isRecorded ? null : (
        <Message kind="info" title="A lista pode estar incompleta">
          As regras da auditoria não mandam registrar todas as leituras. As de conteúdo restrito ou sigiloso são sempre
          registradas.
        </Message>
      )}
      <Table
        id="leitores"
        caption="Quem abriu, do acesso mais novo ao mais antigo"
        rows={readers}
        rowKey={({ person, unit, firstAt }) => `${person} ${unit} ${firstAt.toISOString()}`}
        empty={
          <EmptyState title="Nenhum acesso registrado" icon="eye">
            <p>Um acesso aparece aqui pouco depois de acontecer.</p>
          </EmptyState>
        }
        columns={[
          { key: 'pessoa', header: 'Pessoa', rowHeader: true, cell: ({ person }) => person },
          { key: 'unidade', header: 'Unidade', width: 'narrow', cell: ({ unit }) => unit },
          { key: 'ultimo', header: 'Último acesso', width: 'fit', cell: ({ lastAt }) => <DateTime value={lastAt} /> },
          {
            key: 'primeiro',
            header: 'Primeiro acesso',
            width: 'fit',
            cell: ({ firstAt }) => <DateTime value={firstAt} />,
          },
          { key: 'vezes', header: 'Vezes', width: 'narrow', numeric: true, cell: ({ times }) => formatCount(times) },
        ]}
      />
      <Pagination
        label="quem acessou"
        page={number}
        pageCount={Math.max(1, Math.ceil(total / size))}
        href={props.pageHref}
        {...(total > 0 ? { total: formatCount(total, 'pessoa e unidade', 'pessoas e unidades') } : {})}
      />
    </Shell>
  )
}
