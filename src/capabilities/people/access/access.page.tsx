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
  type PageContext,
  RadioGroup,
  Stack,
  Table,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'
import type { AccessRow } from './access.queries.ts'
import { kindWords, levelHints, levelWords } from './access.text.ts'

const kinds = ['person', 'organization'] as const
const levels = ['full', 'short', 'usual'] as const

interface AccessPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly rows: readonly AccessRow[]
  readonly labels: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

/** Which units see more of the contacts than the others, or less, and why. */
export function ContactAccessPage(props: AccessPageProps) {
  const { page, formKeys, rows, labels, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title="Acesso a contatos"
      lead="Quanto cada unidade vê dos dados de pessoas e entidades do cadastro (Lei nº 13.709/2018, LGPD)."
      result={props.result}
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        <Table<AccessRow>
          id="acessos"
          caption={formatCount(rows.length, 'unidade com acesso próprio', 'acessos próprios de unidades')}
          rows={rows}
          rowKey={({ unitId, kind }) => `${unitId}-${kind}`}
          empty={
            <EmptyState title="Todas as unidades têm o acesso padrão" icon="shield">
              <p>{levelHints.usual}</p>
            </EmptyState>
          }
          columns={[
            { key: 'unidade', header: 'Unidade', rowHeader: true, cell: ({ unit }) => unit },
            { key: 'natureza', header: 'Contatos', cell: ({ kind }) => kindWords[kind] },
            {
              key: 'acesso',
              header: 'Acesso',
              cell: ({ level }) => <Tag tone={level === 'full' ? 'warning' : 'info'}>{levelWords[level]}</Tag>,
            },
            { key: 'motivo', header: 'Motivo', width: 'wide', cell: ({ reason }) => reason },
            {
              key: 'quem',
              header: 'Registrado',
              cell: ({ changedAt, changedBy }) => (
                <>
                  <DateTime value={changedAt} now={page.now} />, por {changedBy}
                </>
              ),
            },
          ]}
        />
        <Card title="Mudar o acesso de uma unidade" id="mudar">
          <Form {...formKeys} action={adminHref(page, '/acesso-a-contatos')} errors={problems}>
            <TextField
              {...bound.text('unidade')}
              label="Unidade"
              hint="Sigla."
              required
              suggestions={labels}
              maxLength={80}
              width="medium"
            />
            <RadioGroup
              {...bound.text('natureza')}
              label="Contatos"
              required
              inline
              options={kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
            />
            <RadioGroup
              {...bound.text('acesso')}
              label="Acesso"
              required
              options={levels.map((level) => ({ value: level, label: levelWords[level], hint: levelHints[level] }))}
            />
            <TextField
              {...bound.text('motivo')}
              label="Motivo"
              hint="Para que a unidade precisa, ou deixa de precisar, dos dados. Fica no histórico da unidade."
              maxLength={250}
              width="full"
            />
            <FormActions>
              <Button kind="primary">Salvar</Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </AdministrationPage>
  )
}
