import type { ActResult } from '../../../platform/act-results/index.ts'
import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields, StateTag } from '../../organization/index.ts'
import type { WholePlan } from './find-plan.ts'
import { type DocumentTypes, ItemFields } from './item.page.tsx'
import { type PlanFormProps, path, title } from './plans.page.tsx'
import type { StepRow } from './plans.queries.ts'

interface StepPageProps extends PlanFormProps, WholePlan {
  readonly step: StepRow
  readonly documentTypes: DocumentTypes
  readonly result: ActResult | undefined
  /** Whether fields and problems are those of the new item. */
  readonly aboutItem: boolean
}

/** One step of a plan: its items, one more, and the step itself. */
export function StepPage(props: StepPageProps) {
  const { page, formKeys, plan, step, fields, problems, aboutItem } = props
  const own = { etapa: step.name, ordem: String(step.position), em_uso: step.active ? 'sim' : '' }
  const ofStep = aboutItem ? [] : problems
  const bound = bindFields(aboutItem ? own : fields, ofStep)
  const here = `${path}/${plan.id}`
  return (
    <AdministrationPage
      page={page}
      title={step.name}
      trail={[
        { label: title, path },
        { label: plan.name, path: here },
      ]}
      result={props.result}
      hasErrors={problems.length > 0}
    >
      <Items {...props} />
      <Card title="Novo item" icon="plus" id="novo-item">
        <Form
          {...formKeys}
          action={adminHref(page, `${here}/etapas/${step.id}/itens`)}
          errors={aboutItem ? problems : []}
        >
          <ItemFields
            documentTypes={props.documentTypes}
            fields={aboutItem ? fields : {}}
            problems={aboutItem ? problems : []}
          />
          <FormActions>
            <Button kind="primary" icon="plus">
              Incluir item
            </Button>
          </FormActions>
        </Form>
      </Card>
      <Card title="A etapa" icon="edit" id="etapa">
        <Form {...formKeys} action={adminHref(page, `${here}/etapas/${step.id}`)} errors={ofStep}>
          <TextField {...bound.text('etapa')} label="Nome da etapa" required maxLength={150} />
          <TextField {...bound.text('ordem')} label="Ordem" inputMode="numeric" width="short" required />
          <Checkbox
            {...bound.flag('em_uso')}
            label="Em uso"
            hint="Fora de uso, some dos processos em que nada se fez."
          />
          <FormActions>
            <Button icon="check">Salvar etapa</Button>
            <LinkButton kind="quiet" href={adminHref(page, here)}>
              Voltar ao plano
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </AdministrationPage>
  )
}

function Items({ page, plan, step, items }: StepPageProps) {
  return (
    <Table
      id="itens"
      caption="Itens da etapa, na ordem do trabalho"
      captionHidden
      rows={items.filter(({ stepId }) => stepId === step.id)}
      rowKey={({ id }) => id}
      rowTone={({ active }) => (active ? undefined : 'muted')}
      empty={<EmptyState title="A etapa ainda não tem itens" icon="list" />}
      columns={[
        { key: 'ordem', header: 'Ordem', numeric: true, width: 'narrow', cell: ({ position }) => position },
        {
          key: 'nome',
          header: 'Item',
          rowHeader: true,
          width: 'wide',
          cell: ({ id, name }) => <Link href={adminHref(page, `${path}/${plan.id}/itens/${id}`)}>{name}</Link>,
        },
        { key: 'tipos', header: 'Documentos', cell: ({ typeNames }) => typeNames.join(', ') || '–' },
        {
          key: 'prazo',
          header: 'Prazo',
          cell: ({ days }) => (days === null ? 'Sem prazo' : formatCount(days, 'dia', 'dias')),
        },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}
