import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  DateField,
  Day,
  Form,
  FormActions,
  formatCount,
  Grid,
  Link,
  LinkButton,
  type PageContext,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import {
  AdministrationPage,
  adminHref,
  bindFields,
  type ListOf,
  type ListRequest,
  RegisterPage,
  StateTag,
} from '../../organization/index.ts'
import type { PlanInListRow } from './plans.queries.ts'

export const path = '/planos-de-trabalho'
export const title = 'Planos de trabalho'

interface PlansPageProps {
  readonly page: PageContext
  readonly asked: ListRequest
  readonly list: ListOf<PlanInListRow>
  readonly result: ActResult | undefined
}

export function PlansPage({ page, asked, list, result }: PlansPageProps) {
  return (
    <RegisterPage
      page={page}
      title={title}
      lead="As etapas e os itens do trabalho em cada assunto. O plano mostra o que falta; nunca impede nenhum ato."
      result={result}
      path={path}
      newEntry={{ label: 'Novo plano', path: `${path}/novo` }}
      searchLabel="Nome do plano"
      asked={asked}
      list={list}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      noun={['plano', 'planos']}
      columns={[
        {
          key: 'nome',
          header: 'Plano',
          rowHeader: true,
          width: 'wide',
          cell: ({ id, name }) => <Link href={adminHref(page, `${path}/${id}`)}>{name}</Link>,
        },
        { key: 'itens', header: 'Itens em uso', numeric: true, cell: ({ items }) => formatCount(items) },
        { key: 'processos', header: 'Processos', numeric: true, cell: ({ caseFiles }) => formatCount(caseFiles) },
        {
          key: 'validade',
          header: 'Validade',
          cell: ({ validFrom, validUntil }) =>
            validFrom || validUntil ? (
              <>
                {validFrom ? (
                  <>
                    de <Day value={validFrom} />{' '}
                  </>
                ) : null}
                {validUntil ? (
                  <>
                    até <Day value={validUntil} />
                  </>
                ) : null}
              </>
            ) : (
              'Sem limite'
            ),
        },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}

export interface PlanFormProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

export function NewPlanPage(props: PlanFormProps) {
  const { page, formKeys, problems } = props
  return (
    <AdministrationPage
      page={page}
      title="Novo plano de trabalho"
      trail={[{ label: title, path }]}
      width="text"
      hasErrors={problems.length > 0}
      lead="Primeiro o plano; depois, na página dele, as etapas e os itens."
    >
      <Form {...formKeys} action={adminHref(page, path)} errors={problems}>
        <PlanFields {...props} />
        <FormActions>
          <Button kind="primary" icon="plus">
            Cadastrar plano
          </Button>
          <LinkButton kind="quiet" href={adminHref(page, path)}>
            Voltar sem cadastrar
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

export function PlanFields({ fields, problems }: Pick<PlanFormProps, 'fields' | 'problems'>) {
  const bound = bindFields(fields, problems)
  return (
    <>
      <TextField
        {...bound.text('nome')}
        label="Nome do plano"
        hint="Exemplo: Restituição de imposto"
        required
        maxLength={150}
      />
      <TextArea {...bound.text('descricao')} label="Descrição" rows={3} maxLength={1000} />
      <Grid min="small">
        <DateField {...bound.text('desde')} label="Válido desde" hint="Em branco: sem limite." />
        <DateField {...bound.text('ate')} label="Válido até" hint="Depois deste dia não se põe em outros processos." />
      </Grid>
    </>
  )
}
