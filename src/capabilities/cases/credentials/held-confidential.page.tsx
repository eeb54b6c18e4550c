import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import {
  Button,
  CaseNumber,
  DateTime,
  EmptyState,
  formatCount,
  type PageContext,
  Pagination,
  Shell,
  Table,
  Toolbar,
} from '../../../ui/index.ts'
import type { HeldConfidential } from './read-credentials.ts'

interface HeldConfidentialProps {
  readonly page: PageContext
  readonly deskHref: string
  readonly listHref: string
  readonly caseHref: (digits: string) => string
  readonly rows: readonly HeldConfidential[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
  readonly result: ActResult | undefined
  /** Undefined where this person may not grant credentials. */
  readonly transferHref: string | undefined
}

/** Numbers and types only: what they are about is read after the password. */
export function HeldConfidentialPage(props: HeldConfidentialProps) {
  const { page, rows, total, transferHref } = props
  return (
    <Shell
      page={page}
      title="Processos com credencial nesta unidade"
      breadcrumb={[{ label: 'Mesa', href: props.deskHref }, { label: 'Processos com credencial' }]}
      lead="Processos sigilosos que você pode abrir nesta unidade. A senha é pedida a cada abertura."
    >
      <ActResultMessage result={props.result} />
      {transferHref && rows.length > 0 ? (
        <form method="get" action={transferHref} id="escolhidos">
          <Toolbar label="Ações com os processos selecionados">
            <Button icon="key">Transferir credencial dos selecionados</Button>
          </Toolbar>
        </form>
      ) : null}
      <Table
        id="sigilosos"
        caption={formatCount(total, 'processo', 'processos')}
        rows={rows}
        rowKey={({ digits }) => digits}
        {...(transferHref
          ? {
              selection: {
                name: 'processo',
                value: ({ digits }: HeldConfidential) => digits,
                label: ({ number }: HeldConfidential) => `processo ${number}`,
                form: 'escolhidos',
              },
            }
          : {})}
        columns={[
          {
            key: 'numero',
            header: 'Número',
            rowHeader: true,
            cell: ({ number, digits }) => <CaseNumber number={number} href={props.caseHref(digits)} />,
          },
          { key: 'tipo', header: 'Tipo', width: 'wide', cell: ({ typeName }) => typeName },
          {
            key: 'credencial',
            header: 'Credencial desde',
            cell: ({ grantedAt }) => <DateTime value={grantedAt} now={page.now} />,
          },
          {
            key: 'situacao',
            header: 'Nesta unidade',
            cell: ({ openHere }) => (openHere ? 'Aberto' : 'Concluído'),
          },
        ]}
        empty={
          <EmptyState title="Nenhum processo com credencial" icon="confidential">
            <p>Quando alguém lhe conceder uma credencial nesta unidade, o processo aparecerá aqui.</p>
          </EmptyState>
        }
      />
      {props.pageCount > 1 ? (
        <Pagination
          label="Processos com credencial"
          page={props.pageNumber}
          pageCount={props.pageCount}
          href={(number) => `${props.listHref}?pagina=${number}`}
          total={formatCount(total, 'processo', 'processos')}
        />
      ) : null}
    </Shell>
  )
}
