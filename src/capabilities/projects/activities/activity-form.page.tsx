import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  CheckboxList,
  DateField,
  Fieldset,
  Form,
  FormActions,
  Grid,
  LinkButton,
  type PageContext,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { projectCrumbs } from '../crumbs.ts'
import type { ProjectRow } from '../keeping/projects.queries.ts'

interface ActivityFormPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly project: ProjectRow
  readonly title: string
  readonly action: string
  readonly button: string
  /** Those for which it may wait. */
  readonly others: readonly { readonly id: string; readonly label: string }[]
  readonly people: readonly { readonly name: string }[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** What is done, by whom, until when; what it waits for; how far it is. */
export function ActivityFormPage(props: ActivityFormPageProps) {
  const { page, formKeys, href, project, fields, problems } = props
  const bound = bindFields(fields, problems)
  const back = href(`/projetos/${project.id}`)
  return (
    <Shell
      page={page}
      title={props.title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={projectCrumbs(href, { label: project.name, href: back }, { label: props.title })}
      lead={<p>Projeto: {project.name}</p>}
    >
      <Form {...formKeys} action={props.action} errors={problems}>
        <TextField {...bound.text('nome')} label="O que se faz" required maxLength={200} />
        <TextField
          {...bound.text('quem')}
          label="Quem faz"
          hint="Pessoa, equipe ou órgão."
          maxLength={120}
          width="long"
          suggestions={props.people.map(({ name }) => name)}
        />
        <Fieldset legend="Previsto">
          <Grid min="small">
            <DateField {...bound.text('previsto_de')} label="Início previsto" required />
            <DateField {...bound.text('previsto_ate')} label="Fim previsto" hint="No marco, pode ficar em branco." />
          </Grid>
          <Checkbox
            {...bound.flag('marco')}
            label="É um marco"
            hint="Um dia importante, sem duração: uma entrega, uma assinatura."
          />
        </Fieldset>
        <Fieldset legend="Andamento">
          <Grid min="small">
            <DateField {...bound.text('comecou_em')} label="Começou em" />
            <DateField {...bound.text('terminou_em')} label="Terminou em" hint="Com esta data, fica 100% feita." />
            <TextField
              {...bound.text('percentual')}
              label="Percentual feito"
              hint="De 0 a 100."
              width="short"
              inputMode="numeric"
              maxLength={3}
            />
          </Grid>
          <Checkbox {...bound.flag('cancelada')} label="Cancelada" hint="Fica na lista, fora das contas." />
        </Fieldset>
        {props.others.length > 0 ? (
          <CheckboxList
            {...bound.list('depende')}
            label="Depende de"
            hint="Marque as atividades que precisam terminar antes desta."
            options={props.others.map(({ id, label }) => ({ value: id, label }))}
          />
        ) : null}
        <TextField
          {...bound.text('processo')}
          label="Número do processo"
          hint="A atividade aparece na página do processo. Quem não pode ver o processo não vê o que está escrito aqui."
          maxLength={60}
          width="medium"
        />
        <FormActions>
          <Button kind="primary" icon="check">
            {props.button}
          </Button>
          <LinkButton kind="quiet" href={back}>
            Voltar sem salvar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
