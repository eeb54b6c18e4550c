import { ActResultMessage } from '../../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../../platform/act-results/index.ts'
import type { FormKeys } from '../../../../platform/form-keys.ts'
import {
  Button,
  Card,
  FileField,
  Form,
  FormActions,
  type FormError,
  type PageContext,
  Shell,
  Stack,
  StatusTag,
  Table,
  TextArea,
} from '../../../../ui/index.ts'
import type { ReturnResult } from './record-returns.ts'
import { columns } from './returns.form.ts'

interface ReturnsProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly list?: string
  readonly problems?: readonly FormError[]
  /** What would become of each line; nothing of it was kept. */
  readonly tried?: readonly ReturnResult[]
  readonly result?: ActResult | undefined
}

/** Bringing what a gazette says of several matters: first a trial, then the record. */
export function ReturnsPage({ page, formKeys, href, list = '', problems = [], tried, result }: ReturnsProps) {
  return (
    <Shell
      page={page}
      title="Retornos do diário"
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Publicações', href: href('/publicacoes') },
        { label: 'Retornos do diário' },
      ]}
      hasErrors={problems.length > 0}
      lead={
        <p>
          Registra de uma vez o que o diário informou de várias matérias. Confira primeiro: nada é gravado antes de você
          registrar.
        </p>
      }
    >
      <Stack gap="large">
        {result ? <ActResultMessage result={result} /> : null}
        {tried ? <Tried tried={tried} /> : null}
        <Card title={tried ? 'Registrar' : 'Lista do diário'} icon="upload">
          <Form {...formKeys} action={href('/publicacoes/retornos')} multipart errors={problems}>
            <TextArea
              name="lista"
              label="Lista"
              hint={`Uma linha por matéria; a primeira linha dá o nome das colunas: ${columns.join('; ')}. Situação: recebido, agendado, publicado ou devolvido. Também aceita XML no formato do DOU (INLABS).`}
              value={list}
              error={problems.find(({ field }) => field === 'lista')?.message}
              rows={8}
            />
            <FileField
              name="arquivo"
              label="Ou o arquivo da lista"
              accept=".csv,.txt,.xml"
              limits="CSV ou XML, até 2 MB e 200 matérias."
            />
            <FormActions>
              <Button kind={tried ? 'secondary' : 'primary'} icon="search" name="acao" value="conferir">
                {tried ? 'Conferir de novo' : 'Conferir'}
              </Button>
              {tried?.some(({ done }) => done) ? (
                <Button kind="primary" icon="check" name="acao" value="registrar">
                  Registrar
                </Button>
              ) : null}
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </Shell>
  )
}

function Tried({ tried }: { tried: readonly ReturnResult[] }) {
  return (
    <Table<ReturnResult>
      id="conferencia"
      caption="O que vai acontecer com cada linha"
      rows={tried}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'linha', header: 'Linha', numeric: true, cell: ({ line }) => line },
        { key: 'documento', header: 'Documento', rowHeader: true, cell: ({ number }) => number },
        {
          key: 'vai',
          header: 'Vai ser registrada?',
          cell: ({ done }) => <StatusTag tone={done ? 'success' : 'danger'}>{done ? 'Sim' : 'Não'}</StatusTag>,
        },
        { key: 'texto', header: 'Situação ou motivo', width: 'wide', cell: ({ text }) => text },
      ]}
    />
  )
}
