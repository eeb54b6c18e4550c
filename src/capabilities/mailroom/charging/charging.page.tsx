import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Day,
  EmptyState,
  Form,
  FormActions,
  type FormError,
  formatCount,
  Link,
  Pagination,
  Select,
  Table,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { bindFields, rowsPerPage } from '../../organization/index.ts'
import { ExpeditionFrame, type ExpeditionProps } from '../expedition/tabs.page.tsx'
import { numberOf } from '../numbered.text.ts'
import type { OverdueLetter } from './charging.text.ts'

interface ChargingPageProps extends ExpeditionProps {
  readonly formKeys: FormKeys
  readonly letters: readonly OverdueLetter[]
  readonly pageNumber: number
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly mayCharge: boolean
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

/** AR that are overdue, and the letter by which the post is asked for them. */
export function ChargingPage(props: ChargingPageProps) {
  const { page, href, formKeys, letters, pageNumber, mayCharge, problems } = props
  const canChoose = mayCharge && letters.length > 0
  const table = <Overdue {...props} canChoose={canChoose} />
  return (
    <ExpeditionFrame {...{ page, href }} place="/cobranca" title="Cobrança de AR" hasErrors={problems.length > 0}>
      <p>
        AR de cartas postadas por esta unidade que passaram do prazo. O documento de cobrança nasce como minuta no
        processo que você indicar: leia, assine e envie aos Correios. De carta de processo que não é público, ele traz
        só o código.
      </p>
      {canChoose ? (
        <Form {...formKeys} action={href('/expedicao/cobranca')} errors={problems}>
          {table}
          <Charging {...props} />
        </Form>
      ) : (
        table
      )}
      <Pagination
        label="AR em atraso"
        page={pageNumber}
        pageCount={Math.max(1, Math.ceil((letters[0]?.total ?? 0) / rowsPerPage))}
        href={(number) => href(`/expedicao/cobranca?pagina=${number}`)}
      />
    </ExpeditionFrame>
  )
}

function Overdue({ href, letters, canChoose }: ChargingPageProps & { readonly canChoose: boolean }) {
  return (
    <Table
      id="em-atraso"
      caption={`AR em atraso: ${formatCount(letters[0]?.total ?? 0, 'carta', 'cartas', 'nenhuma carta')}`}
      rows={letters}
      rowKey={({ id }) => id}
      selection={
        canChoose ? { name: 'carta', value: ({ id }) => id, label: (letter) => `carta ${numberOf(letter)}` } : undefined
      }
      empty={<EmptyState title="Nenhum AR em atraso" icon="check" />}
      columns={[
        {
          key: 'carta',
          header: 'Carta',
          rowHeader: true,
          width: 'narrow',
          cell: (letter) => <Link href={href(`/cartas/${letter.id}`)}>{numberOf(letter)}</Link>,
        },
        { key: 'codigo', header: 'Código', cell: ({ trackingCode }) => trackingCode ?? '–' },
        { key: 'destinatario', header: 'Destinatário', width: 'wide', cell: ({ addressee }) => addressee },
        {
          key: 'postada',
          header: 'Postada',
          cell: ({ postedOn, daysLate }) => (
            <>
              {postedOn ? <Day value={postedOn} /> : '–'}{' '}
              <Tag tone="danger">{formatCount(daysLate, 'dia de atraso', 'dias de atraso')}</Tag>
            </>
          ),
        },
        {
          key: 'cobrada',
          header: 'Última cobrança',
          cell: ({ charge }) => (charge.chargedAt ? <Day value={charge.chargedAt} /> : 'Nunca'),
        },
      ]}
    />
  )
}

function Charging({ fields, problems, types }: ChargingPageProps) {
  const bound = bindFields(
    fields,
    problems.map(({ field = '', message }) => ({ field, message })),
  )
  return (
    <Card title="Documento de cobrança das cartas marcadas" icon="document" id="cobranca">
      <TextField
        {...bound.text('processo')}
        label="Processo em que o documento é elaborado"
        hint="O número do processo desta unidade que trata do contrato com os Correios, ou de outro que sirva."
        required
        width="medium"
        maxLength={60}
      />
      <Select
        {...bound.text('tipo')}
        label="Tipo do documento"
        emptyLabel="Escolha…"
        required
        width="long"
        options={types.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormActions>
        <Button kind="primary" icon="document">
          Elaborar o documento de cobrança
        </Button>
      </FormActions>
    </Card>
  )
}
