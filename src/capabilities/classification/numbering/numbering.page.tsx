import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Stack,
  Table,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'
import type { DocumentType } from '../document-types/document-type.ts'
import { numberingNames } from '../document-types/document-types.text.ts'
import { registers } from '../registers/registers.ts'
import type { AdjustmentRow, CounterRow } from './numbering.queries.ts'

const { path, title } = registers.documentTypes

interface NumberingProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly type: DocumentType
  readonly scope: 'unit' | 'agency'
  readonly counters: readonly CounterRow[]
  readonly adjustments: readonly AdjustmentRow[]
  readonly agencies: readonly { readonly id: string; readonly acronym: string }[]
  readonly labels: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result: ActResult | undefined
}

/** The sequences of a kind of document, and the way to set the next number. */
export function NumberingPage(props: NumberingProps) {
  const { page, type, problems } = props
  return (
    <AdministrationPage
      page={page}
      title={`Numeração de ${type.name}`}
      lead={`${numberingNames[type.numbering]}.`}
      trail={[
        { label: title, path },
        { label: type.name, path: `${path}/${type.id}` },
      ]}
      width="text"
      result={props.result}
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        <Counters {...props} />
        <Card title="Ajustar o próximo número" id="ajuste">
          <AdjustForm {...props} />
        </Card>
        {props.adjustments.length > 0 ? <Adjustments {...props} /> : null}
      </Stack>
    </AdministrationPage>
  )
}

const whose = { unit: 'Unidade', agency: 'Órgão' } as const

function Counters({ counters, scope }: NumberingProps) {
  return (
    <Table<CounterRow>
      id="sequencias"
      caption={formatCount(counters.length, 'sequência', 'sequências')}
      rows={counters}
      rowKey={(row) => `${row.scope} ${row.year}`}
      empty={
        <EmptyState title="Nenhum número foi dado ainda" icon="list">
          <p>Cada sequência começa em 1, ou no número que você ajustar abaixo.</p>
        </EmptyState>
      }
      columns={[
        { key: 'de', header: whose[scope], rowHeader: true, width: 'wide', cell: (row) => row.scope },
        { key: 'ano', header: 'Ano', cell: ({ year }) => (year === 0 ? 'Todos' : String(year)) },
        { key: 'ultimo', header: 'Último dado', numeric: true, cell: ({ last }) => String(last) },
        { key: 'proximo', header: 'Próximo', numeric: true, cell: ({ last }) => String(last + 1) },
      ]}
    />
  )
}

function AdjustForm({ page, formKeys, type, scope, agencies, labels, fields, problems }: NumberingProps) {
  const bound = bindFields(fields, problems)
  const here = `${path}/${type.id}`
  return (
    <Form {...formKeys} action={adminHref(page, `${here}/numeracao`)} errors={problems}>
      <Message kind="info">
        <p>
          Serve para continuar uma numeração que vinha de fora. O ajuste fica registrado com o seu nome e o motivo, e um
          número que já está em um documento não se repete.
        </p>
      </Message>
      {scope === 'unit' ? (
        <TextField
          {...bound.text('unidade')}
          label="Unidade"
          required
          suggestions={labels}
          maxLength={80}
          width="medium"
        />
      ) : (
        <Select
          {...bound.text('orgao')}
          label="Órgão"
          required
          emptyLabel="Escolha…"
          width="medium"
          options={agencies.map(({ id, acronym }) => ({ value: id, label: acronym }))}
        />
      )}
      <TextField
        {...bound.text('proximo')}
        label="Próximo número"
        required
        inputMode="numeric"
        maxLength={7}
        width="short"
      />
      <TextArea {...bound.text('motivo')} label="Motivo" required rows={2} maxLength={500} />
      <FormActions>
        <Button kind="primary">Ajustar</Button>
        <LinkButton kind="quiet" href={adminHref(page, here)}>
          Voltar ao tipo
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function Adjustments({ page, scope, adjustments }: NumberingProps) {
  return (
    <Table<AdjustmentRow>
      id="ajustes"
      caption="Ajustes feitos"
      rows={adjustments}
      rowKey={({ at, scope: label }) => `${at.toISOString()} ${label}`}
      columns={[
        { key: 'quando', header: 'Quando', rowHeader: true, cell: ({ at }) => <DateTime value={at} now={page.now} /> },
        { key: 'quem', header: 'Quem', cell: ({ by }) => by },
        { key: 'de', header: whose[scope], cell: (row) => `${row.scope}${row.year ? `, ${row.year}` : ''}` },
        { key: 'mudanca', header: 'Próximo número', cell: ({ before, after }) => `de ${before + 1} para ${after + 1}` },
        { key: 'motivo', header: 'Motivo', width: 'wide', cell: ({ reason }) => reason },
      ]}
    />
  )
}
