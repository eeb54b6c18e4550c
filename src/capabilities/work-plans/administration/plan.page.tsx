import type { ActResult } from '../../../platform/act-results/index.ts'
import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  formatCount,
  Link,
  Select,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields, ChangesCard, StateTag } from '../../organization/index.ts'
import type { WholePlan } from './find-plan.ts'
import { PlanFields, type PlanFormProps, path, title } from './plans.page.tsx'
import type { TypeOfPlanRow } from './plans.queries.ts'

interface PlanPageProps extends PlanFormProps, WholePlan {
  readonly caseTypes: readonly TypeOfPlanRow[]
  readonly result: ActResult | undefined
  /** Whose fields and problems these are; the other forms of the page begin empty. */
  readonly about: 'plan' | 'steps' | 'types'
}

/** A plan: what it says of itself, its steps, and the types of case files that take it. */
export function PlanPage(props: PlanPageProps) {
  const { page, formKeys, plan, problems, about } = props
  const { name, description, validFrom, validUntil, active } = plan
  const own = { nome: name, descricao: description, desde: validFrom ?? '', ate: validUntil ?? '' }
  const shown =
    about === 'plan' ? props : { fields: { ...own, em_uso: active ? 'sim' : '' }, problems: [] as typeof problems }
  const here = `${path}/${plan.id}`
  return (
    <AdministrationPage
      page={page}
      title={plan.name}
      trail={[{ label: title, path }]}
      result={props.result}
      hasErrors={problems.length > 0}
      headingActions={<StateTag active={plan.active} />}
    >
      <Steps {...props} />
      <Types {...props} />
      <Card title="O plano" icon="edit" id="plano">
        <Form {...formKeys} action={adminHref(page, here)} errors={shown.problems}>
          <PlanFields {...shown} />
          <Checkbox
            {...bindFields(shown.fields, shown.problems).flag('em_uso')}
            label="Em uso"
            hint="Fora de uso, os processos que o têm continuam com ele, mas nenhum outro o recebe."
          />
          <FormActions>
            <Button kind="primary" icon="check">
              Salvar
            </Button>
          </FormActions>
        </Form>
      </Card>
      <ChangesCard page={page} recordPath={here} />
    </AdministrationPage>
  )
}

function Steps({ page, formKeys, plan, steps, items, fields, problems, about }: PlanPageProps) {
  const here = `${path}/${plan.id}`
  const wrong = about === 'steps' ? problems : []
  const bound = bindFields(about === 'steps' ? fields : {}, wrong)
  return (
    <Card title="Etapas" icon="layers" id="etapas-do-plano">
      <Table
        id="etapas"
        caption="Etapas do plano, na ordem do trabalho"
        captionHidden
        rows={steps}
        rowKey={({ id }) => id}
        rowTone={({ active }) => (active ? undefined : 'muted')}
        empty={<EmptyState title="O plano ainda não tem etapas" icon="layers" />}
        columns={[
          { key: 'ordem', header: 'Ordem', numeric: true, width: 'narrow', cell: ({ position }) => position },
          {
            key: 'nome',
            header: 'Etapa',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, name }) => <Link href={adminHref(page, `${here}/etapas/${id}`)}>{name}</Link>,
          },
          {
            key: 'itens',
            header: 'Itens em uso',
            numeric: true,
            cell: ({ id }) => formatCount(items.filter(({ stepId, active }) => stepId === id && active).length),
          },
          { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
        ]}
      />
      <Form {...formKeys} action={adminHref(page, `${here}/etapas`)} errors={wrong} id="nova-etapa">
        <TextField {...bound.text('etapa')} label="Nova etapa" hint="Exemplo: Instrução" required maxLength={150} />
        <FormActions>
          <Button icon="plus">Incluir etapa</Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function Types({ page, formKeys, plan, caseTypes, fields, problems, about }: PlanPageProps) {
  const action = adminHref(page, `${path}/${plan.id}/tipos`)
  const wrong = about === 'types' ? problems : []
  const mine = caseTypes.filter(({ planId }) => planId === plan.id)
  return (
    <Card title="Tipos de processo que recebem o plano" icon="caseFile" id="tipos-do-plano">
      {mine.length === 0 ? (
        <p>Nenhum tipo recebe este plano por si. Ele é posto em cada processo por quem trabalha nele.</p>
      ) : (
        <ul class="places">
          {mine.map(({ id, name }) => (
            <li key={id}>
              <Form {...formKeys} action={action}>
                <input type="hidden" name="tipo" value={id} />
                {name}{' '}
                <Button small kind="quiet" icon="remove" name="acao" value="retirar">
                  Retirar<span class="visually-hidden"> o tipo {name}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form {...formKeys} action={action} errors={wrong} id="novo-tipo">
        <Select
          name="tipo"
          label="Tipo de processo"
          hint="Todo processo deste tipo que for aberto daqui em diante já nasce com o plano."
          emptyLabel="Escolha…"
          value={about === 'types' ? bindFields(fields, wrong).text('tipo').value : ''}
          options={caseTypes
            .filter(({ planId }) => planId === null)
            .map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(wrong, 'tipo')}
        />
        <FormActions>
          <Button icon="plus">Incluir tipo</Button>
        </FormActions>
      </Form>
    </Card>
  )
}
