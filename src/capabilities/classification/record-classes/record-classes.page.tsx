import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  Fieldset,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import {
  AdministrationPage,
  adminHref,
  bindFields,
  RegisterPage,
  type RegisterPageProps,
  StateTag,
} from '../../organization/index.ts'
import { ActivationLink } from '../registers/register.page.tsx'
import { registers } from '../registers/registers.ts'
import type { RecordClassRow } from './record-classes.queries.ts'

const { path, title } = registers.recordClasses

type ListProps = Pick<RegisterPageProps<RecordClassRow>, 'page' | 'result' | 'asked' | 'list'>

export function RecordClassesPage(props: ListProps) {
  return (
    <RegisterPage<RecordClassRow>
      {...props}
      title={title}
      lead={
        <>
          As classes do plano em vigor.{' '}
          <Link href={adminHref(props.page, '/planos')}>Ver os planos de classificação</Link>
        </>
      }
      path={path}
      newEntry={{ label: 'Nova classe', path: `${path}/nova` }}
      searchLabel="Código ou descrição"
      noun={['classe', 'classes']}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          key: 'codigo',
          header: 'Código',
          rowHeader: true,
          cell: ({ id, code }) => <Link href={adminHref(props.page, `${path}/${id}`)}>{code}</Link>,
        },
        { key: 'descricao', header: 'Descrição', width: 'wide', cell: ({ description }) => description },
        { key: 'guarda', header: 'Guarda', cell: retentionOf },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}

const dispositions = { elimination: 'eliminação', permanent: 'guarda permanente' } as const

function retentionOf({ structural, currentYears, intermediateYears, disposition }: RecordClassRow): string {
  if (structural) return 'Só organiza o plano'
  if (currentYears === null && intermediateYears === null && !disposition) return 'Não definida'
  const years = (currentYears ?? 0) + (intermediateYears ?? 0)
  return `${formatCount(years, 'ano', 'anos')}${disposition ? `, ${dispositions[disposition]}` : ''}`
}

interface EntryProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  /** Undefined: a new one. */
  readonly recordClass: RecordClassRow | undefined
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

export function RecordClassPage({ page, formKeys, recordClass, fields, problems, result }: EntryProps) {
  const bound = bindFields(fields, problems)
  const entry = recordClass && { ...recordClass, label: `${recordClass.code} ${recordClass.description}` }
  return (
    <AdministrationPage
      page={page}
      title={entry ? `Classe ${entry.code}` : 'Nova classe'}
      trail={[{ label: title, path }]}
      width="text"
      result={result}
      hasErrors={problems.length > 0}
      headingActions={entry ? <ActivationLink page={page} register="recordClasses" entry={entry} /> : undefined}
    >
      <Form {...formKeys} action={adminHref(page, entry ? `${path}/${entry.id}` : path)} errors={problems}>
        <TextField {...bound.text('codigo')} label="Código" required maxLength={40} width="short" />
        <TextField {...bound.text('descricao')} label="Descrição" required maxLength={300} />
        <Checkbox
          {...bound.flag('estrutural')}
          label="Só organiza o plano"
          hint="Nenhum processo é classificado nela; as classes abaixo, sim."
        />
        <Retention bound={bound} />
        <TextArea {...bound.text('observacao')} label="Observação" rows={3} maxLength={2000} />
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <LinkButton kind="quiet" href={adminHref(page, path)}>
            Voltar às classes
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

function Retention({ bound }: { bound: ReturnType<typeof bindFields> }) {
  return (
    <Fieldset
      legend="Guarda"
      hint="Os prazos contam da conclusão do processo em todas as unidades, ou de um fato, se houver."
    >
      <TextField
        {...bound.text('fase_corrente')}
        label="Anos na fase corrente"
        inputMode="numeric"
        maxLength={3}
        width="short"
      />
      <TextField
        {...bound.text('fase_intermediaria')}
        label="Anos na fase intermediária"
        inputMode="numeric"
        maxLength={3}
        width="short"
      />
      <TextField
        {...bound.text('fato_inicial')}
        label="Fato que inicia a contagem"
        hint="Só se o prazo não contar da conclusão. Por exemplo: aprovação das contas."
        maxLength={120}
      />
      <RadioGroup
        {...bound.text('destinacao')}
        label="Destinação final"
        options={[
          { value: '', label: 'Ainda não definida' },
          { value: 'elimination', label: 'Eliminação' },
          { value: 'permanent', label: 'Guarda permanente' },
        ]}
      />
    </Fieldset>
  )
}
