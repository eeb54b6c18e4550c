import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, Form, FormActions, type FormError, Pagination } from '../../../ui/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import type { LetterRow } from '../letters/letters.queries.ts'
import { LettersTable } from '../letters/letters-table.page.tsx'
import { numberOf } from '../numbered.text.ts'
import { ExpeditionFrame, type ExpeditionProps } from './tabs.page.tsx'

interface QueuePageProps extends ExpeditionProps {
  readonly formKeys: FormKeys
  readonly letters: readonly LetterRow[]
  readonly pageNumber: number
  readonly mayPost: boolean
  readonly problems: readonly FormError[]
}

/** What units asked to be posted and nobody prepares yet. */
export function QueuePage({ page, href, formKeys, letters, pageNumber, mayPost, problems }: QueuePageProps) {
  const canChoose = mayPost && letters.length > 0
  const table = (
    <LettersTable
      id="fila"
      title="Pedidos de postagem"
      emptyTitle="Nenhum pedido de postagem à espera"
      {...{ href, letters }}
      selection={
        canChoose ? { name: 'carta', value: ({ id }) => id, label: (letter) => `carta ${numberOf(letter)}` } : undefined
      }
    />
  )
  return (
    <ExpeditionFrame {...{ page, href }} place="" title="Expedição" hasErrors={problems.length > 0}>
      {canChoose ? (
        <Form {...formKeys} action={href('/expedicao/listas')} errors={problems}>
          {table}
          <FormActions>
            <Button kind="primary" icon="list">
              Fazer lista de postagem com as marcadas
            </Button>
          </FormActions>
        </Form>
      ) : (
        table
      )}
      <Pagination
        label="Pedidos"
        page={pageNumber}
        pageCount={Math.max(1, Math.ceil((letters[0]?.total ?? 0) / rowsPerPage))}
        href={(number) => href(`/expedicao?pagina=${number}`)}
      />
    </ExpeditionFrame>
  )
}
