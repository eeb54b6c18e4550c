import { Button, Checkbox, CheckboxList, Details, Form, FormActions, LinkButton, TextField } from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'
import type { WholePlan } from './find-plan.ts'
import { type PlanFormProps, path, title } from './plans.page.tsx'
import type { ItemRow, StepRow } from './plans.queries.ts'

export type DocumentTypes = readonly { readonly id: string; readonly name: string }[]

interface ItemPageProps extends PlanFormProps, WholePlan {
  readonly step: StepRow
  readonly item: ItemRow
  readonly documentTypes: DocumentTypes
}

/** One item of a step. */
export function ItemPage(props: ItemPageProps) {
  const { page, formKeys, plan, step, item, fields, problems } = props
  const bound = bindFields(fields, problems)
  const back = `${path}/${plan.id}/etapas/${step.id}`
  return (
    <AdministrationPage
      page={page}
      title={item.name}
      trail={[
        { label: title, path },
        { label: plan.name, path: `${path}/${plan.id}` },
        { label: step.name, path: back },
      ]}
      width="text"
      hasErrors={problems.length > 0}
    >
      <Form {...formKeys} action={adminHref(page, `${path}/${plan.id}/itens/${item.id}`)} errors={problems}>
        <ItemFields documentTypes={props.documentTypes} fields={fields} problems={problems} />
        <TextField {...bound.text('ordem')} label="Ordem" inputMode="numeric" width="short" required />
        <Checkbox {...bound.flag('em_uso')} label="Em uso" hint="Fora de uso, fica onde alguém já fez algo nele." />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar
          </Button>
          <LinkButton kind="quiet" href={adminHref(page, back)}>
            Voltar à etapa
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

interface ItemFieldsProps extends Pick<PlanFormProps, 'fields' | 'problems'> {
  readonly documentTypes: DocumentTypes
}

export function ItemFields({ documentTypes, fields, problems }: ItemFieldsProps) {
  const bound = bindFields(fields, problems)
  const { values } = bound.list('tipo')
  return (
    <>
      <TextField
        {...bound.text('nome')}
        label="Nome do item"
        hint="Exemplo: Parecer da assessoria"
        required
        maxLength={200}
      />
      <TextField
        {...bound.text('dias')}
        label="Prazo em dias corridos"
        hint="A contar do dia em que o processo recebeu o plano. Em branco: sem prazo."
        inputMode="numeric"
        width="short"
      />
      <Details summary={values.length > 0 ? `Tipos de documento (${values.length})` : 'Tipos de documento'}>
        <CheckboxList
          name="tipo"
          label="Documentos que o item costuma trazer"
          hint="São oferecidos primeiro na página do item; qualquer outro também pode entrar."
          options={documentTypes.map((type) => ({ value: type.id, label: type.name }))}
          values={values}
        />
      </Details>
    </>
  )
}
