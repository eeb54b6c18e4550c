import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  DateTime,
  Day,
  EmptyState,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  Shell,
  Stack,
  Table,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import type { KeptRow } from '../kept.queries.ts'
import { termOf } from '../terms/term.rules.ts'
import { stateNames, stateTones } from './elimination.text.ts'
import type { ListingRow } from './listing.queries.ts'

export const listingsTitle = 'Listagens de eliminação'

interface ListingsProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly rows: readonly ListingRow[]
  readonly mayMake: boolean
  readonly pageNumber: number
  readonly result: ActResult | undefined
}

/** The listings of the agency. */
export function ListingsPage({ page, href, rows, mayMake, pageNumber, result }: ListingsProps) {
  return (
    <Shell
      page={page}
      title={listingsTitle}
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: listingsTitle }]}
      lead="O que se elimina é listado, assinado por três pessoas, anunciado em edital e só depois eliminado, por ordem de uma pessoa e confirmação de outra."
      headingActions={
        mayMake ? (
          <LinkButton kind="primary" icon="plus" href={href('/eliminacao/nova')}>
            Nova listagem
          </LinkButton>
        ) : undefined
      }
    >
      <ActResultMessage result={result} />
      <Stack gap="large">
        <Table
          id="listagens"
          caption="Listagens, as últimas primeiro"
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Nenhuma listagem" icon="list">
              <p>As listagens de eliminação do órgão aparecem aqui.</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'listagem',
              header: 'Listagem',
              rowHeader: true,
              cell: ({ id, name }) => <Link href={href(`/eliminacao/${id}`)}>{name}</Link>,
            },
            { key: 'unidade', header: 'Unidade', cell: ({ unitAcronym }) => unitAcronym },
            {
              key: 'situacao',
              header: 'Situação',
              cell: ({ state }) => <Tag tone={stateTones[state]}>{stateNames[state]}</Tag>,
            },
            { key: 'feita', header: 'Feita em', cell: ({ madeAt }) => <DateTime value={madeAt} /> },
            { key: 'processos', header: 'Processos', numeric: true, cell: ({ counts }) => String(allOf(counts)) },
            { key: 'eliminados', header: 'Eliminados', numeric: true, cell: ({ counts }) => String(counts.eliminated) },
          ]}
        />
        <Pagination
          label={listingsTitle}
          page={pageNumber}
          pageCount={Math.max(1, Math.ceil((rows[0]?.total ?? 0) / 50))}
          href={(number) => href(`/eliminacao?pagina=${number}`)}
        />
      </Stack>
    </Shell>
  )
}

function allOf(counts: ListingRow['counts']): number {
  return counts.listed + counts.contested + counts.withdrawn + counts.eliminated
}

interface NewListingProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly rows: readonly KeptRow[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** What the unit keeps whose term is over, to be chosen. */
export function NewListingPage({ page, formKeys, href, rows, fields, problems }: NewListingProps) {
  const bound = bindFields(fields, problems)
  const chosen = bound.list('processo').values
  return (
    <Shell
      page={page}
      title="Nova listagem"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: listingsTitle, href: href('/eliminacao') },
        { label: 'Nova listagem' },
      ]}
      lead="Aparecem os processos do arquivo desta unidade cujo prazo de guarda terminou, sem suspensão da destinação."
    >
      {rows.length === 0 && problems.length === 0 ? (
        <EmptyState title="Nenhum processo a eliminar" icon="archive">
          <p>Nenhum processo arquivado nesta unidade chegou ao fim do prazo de guarda.</p>
        </EmptyState>
      ) : (
        <Form {...formKeys} action={href('/eliminacao')} errors={problems}>
          <TextField
            {...bound.text('processo_da_listagem')}
            label="Processo em que ficam listagem e termo"
            hint="O número de um processo aberto nesta unidade, só para esta eliminação."
            required
            maxLength={40}
            width="medium"
          />
          <Table
            id="candidatos"
            caption="Processos que podem ser eliminados"
            rows={rows}
            rowKey={({ caseFileId }) => caseFileId}
            selection={{
              name: 'processo',
              value: ({ digits }) => digits,
              label: ({ number }) => `processo ${number}`,
              checked: ({ digits }) => chosen.includes(digits),
            }}
            columns={[
              {
                key: 'processo',
                header: 'Processo',
                rowHeader: true,
                cell: ({ number, digits }) => <Link href={href(`/processos/${digits}/arquivo`)}>{number}</Link>,
              },
              { key: 'tipo', header: 'Tipo', cell: ({ typeName }) => typeName },
              { key: 'classe', header: 'Classe que decide', cell: (row) => termOf(row).code ?? '' },
              {
                key: 'fim',
                header: 'Fim da guarda',
                cell: (row) => {
                  const term = termOf(row)
                  return term.kind === 'counted' ? <Day value={term.finalOn} /> : ''
                },
              },
            ]}
          />
          <FormActions>
            <Button kind="primary">Fazer a listagem</Button>
            <LinkButton kind="quiet" href={href('/eliminacao')}>
              Voltar
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Shell>
  )
}
