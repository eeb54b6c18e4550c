import type { ActResult } from '../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  RadioGroup,
  Select,
  Table,
  TextField,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../organization/index.ts'
import { migrationTitle } from './migration.page.tsx'
import type { Migration } from './migration.ts'

interface RulesProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly migration: Migration
  readonly caseTypes: readonly { readonly id: string; readonly name: string }[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

/** Which case files of a split go where: by type, by person, or one by one. */
export function RulesPage({ page, formKeys, migration, caseTypes, fields, problems, result }: RulesProps) {
  const bound = bindFields(fields, problems)
  const path = `/migracoes/${migration.id}`
  const here = adminHref(page, `${path}/regras`)
  const acronymOf = (id: string) => migration.to.find((unit) => unit.id === id)?.acronym ?? ''
  return (
    <AdministrationPage
      page={page}
      title="Regras da cisão"
      result={result}
      trail={[
        { label: 'Migrações de unidades', path: '/migracoes' },
        { label: migrationTitle(migration), path },
      ]}
      hasErrors={problems.length > 0}
      lead={`O processo nomeado vale mais do que a pessoa, e a pessoa mais do que o tipo. O que nenhuma regra nomear vai para ${migration.to[0]?.acronym ?? ''}.`}
    >
      <Table
        id="regras"
        caption="Regras"
        rows={migration.rules}
        rowKey={({ id }) => id}
        columns={[
          { key: 'que', header: 'O quê', rowHeader: true, width: 'wide', cell: ({ label }) => label },
          { key: 'para', header: 'Para', cell: ({ toUnitId }) => acronymOf(toUnitId) },
          {
            key: 'retirar',
            header: 'Retirar',
            headerHidden: true,
            width: 'narrow',
            cell: ({ id, label }) => (
              <form method="post" action={`${here}/${id}/remocao`}>
                <input type="hidden" name="_csrf" value={formKeys.csrf} />
                <Button kind="quiet" icon="remove">
                  Retirar<span class="visually-hidden"> a regra {label}</span>
                </Button>
              </form>
            ),
          },
        ]}
        empty={<p>Ainda não há regras.</p>}
      />
      <Form {...formKeys} action={here} errors={problems}>
        <RadioGroup
          {...bound.text('criterio')}
          label="Nova regra"
          required
          options={[
            { value: 'tipo', label: 'Processos de um tipo' },
            { value: 'pessoa', label: 'Processos atribuídos a uma pessoa' },
            { value: 'processo', label: 'Um processo' },
          ]}
        />
        <Select
          {...bound.text('tipo')}
          label="Tipo de processo"
          width="long"
          emptyLabel="Escolha, se a regra for por tipo"
          options={caseTypes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField {...bound.text('pessoa')} label="Login da pessoa" hint="Se a regra for por pessoa." width="medium" />
        <TextField {...bound.text('processo')} label="Número do processo" hint="Se for um processo." width="medium" />
        <Select
          {...bound.text('destino')}
          label="Vão para"
          emptyLabel="Escolha a unidade"
          required
          width="medium"
          options={migration.to.map(({ id, acronym }) => ({ value: id, label: acronym }))}
        />
        <FormActions>
          <Button kind="primary">Acrescentar a regra</Button>
          <LinkButton kind="quiet" href={adminHref(page, path)}>
            Voltar à migração
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}
