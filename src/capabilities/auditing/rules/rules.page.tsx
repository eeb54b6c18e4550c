import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { fieldList, fieldText } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  CheckboxList,
  DateTime,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Shell,
  StatusTag,
  Table,
  TextField,
} from '../../../ui/index.ts'
import type { Category } from '../resources.rules.ts'
import { categoryWords, resourceName } from '../resources.text.ts'
import { resourcesOf } from './rule.form.ts'
import type { RuleRow } from './rules.queries.ts'

interface Frame {
  readonly page: PageContext
  readonly href: (path: string) => string
}

/** The rules of what is recorded (AUD-011). */
export function RulesPage({ page, href, rules, mayKeep }: Frame & { rules: readonly RuleRow[]; mayKeep: boolean }) {
  return (
    <Shell
      page={page}
      title="Regras da auditoria"
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Auditoria', href: href('/auditoria') },
        { label: 'Regras' },
      ]}
      lead={
        <p>
          O que fica registrado. As consultas à própria auditoria e a leitura do que é restrito ou sigiloso são sempre
          registradas.
        </p>
      }
    >
      <Table
        id="regras"
        caption="Regras"
        rows={rules}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nenhuma regra" />}
        columns={[
          {
            key: 'regra',
            header: 'Regra',
            rowHeader: true,
            cell: ({ id, description }) =>
              mayKeep ? <Link href={href(`/auditoria/regras/${id}`)}>{description}</Link> : description,
          },
          { key: 'categoria', header: 'Categoria', cell: ({ category }) => categoryWords[category] },
          {
            key: 'situacao',
            header: 'Situação',
            width: 'narrow',
            cell: ({ isOn }) =>
              isOn ? (
                <StatusTag tone="success" icon="check">
                  Ligada
                </StatusTag>
              ) : (
                <StatusTag tone="neutral" icon="pause">
                  Desligada
                </StatusTag>
              ),
          },
          { key: 'recursos', header: 'Recursos', cell: ({ resources }) => resources.map(resourceName).join('; ') },
          {
            key: 'mudanca',
            header: 'Última mudança',
            cell: ({ changedAt, changedBy }) =>
              changedAt ? (
                <>
                  <DateTime value={changedAt} />, {changedBy}
                </>
              ) : (
                'Como foi instalada'
              ),
          },
        ]}
      />
      {mayKeep ? (
        <ul class="places">
          {Object.entries(categoryWords).map(([category, word]) => (
            <li key={category}>
              <Link href={href(`/auditoria/regras/nova?categoria=${category}`)}>Nova regra: {word}</Link>
            </li>
          ))}
        </ul>
      ) : (
        <p>{formatCount(rules.length, 'regra', 'regras')}. Quem opera toda a instalação pode mudá-las.</p>
      )}
    </Shell>
  )
}

/** One rule, to be made or changed. */
export function RulePage(
  props: Frame & {
    formKeys: FormKeys
    /** Undefined: a new one. */
    id: string | undefined
    category: Category
    fields: FormFields
    problems: readonly FieldProblem[]
  },
) {
  const { href, id, category, fields, problems } = props
  const error = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <Shell
      page={props.page}
      title={id ? 'Regra da auditoria' : 'Nova regra da auditoria'}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Auditoria', href: href('/auditoria') },
        { label: 'Regras', href: href('/auditoria/regras') },
        { label: id ? 'Regra' : 'Nova regra' },
      ]}
      width="text"
      hasErrors={problems.length > 0}
      lead={<p>Categoria: {categoryWords[category]}.</p>}
    >
      <Form {...props.formKeys} action={href(`/auditoria/regras${id ? `/${id}` : ''}`)} errors={problems}>
        <input type="hidden" name="categoria" value={category} />
        <TextField
          name="descricao"
          label="Descrição"
          value={fieldText(fields, 'descricao')}
          maxLength={200}
          required
          error={error('descricao')}
        />
        <Checkbox name="ligada" label="Regra ligada" checked={fieldText(fields, 'ligada') !== ''} />
        <CheckboxList
          name="recursos"
          label="Recursos que ela manda registrar"
          values={fieldList(fields, 'recursos')}
          options={resourcesOf(category).map(({ key, name }) => ({ value: key, label: name }))}
          error={error('recursos')}
          required
        />
        <FormActions>
          <Button kind="primary">Salvar</Button>
          <LinkButton href={href('/auditoria/regras')}>Voltar</LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
