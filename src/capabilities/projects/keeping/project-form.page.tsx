import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateField,
  Form,
  FormActions,
  Grid,
  LinkButton,
  type PageContext,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { projectCrumbs } from '../crumbs.ts'
import { projectStateWords } from './project.text.ts'
import { projectStates } from './project.ts'

interface ProjectFormPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly title: string
  readonly crumbs: readonly Crumb[]
  readonly action: string
  readonly backTo: string
  readonly button: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** Everything that is written down of a project. */
export function ProjectFormPage(props: ProjectFormPageProps) {
  const { page, formKeys, href, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <Shell
      page={page}
      title={props.title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={projectCrumbs(href, ...props.crumbs)}
    >
      <Form {...formKeys} action={props.action} errors={problems}>
        <TextField {...bound.text('nome')} label="Nome do projeto" required maxLength={200} />
        <TextArea
          {...bound.text('objetivo')}
          label="Objetivo"
          hint="O que muda quando o projeto terminar."
          required
          rows={4}
          maxLength={2000}
        />
        <Select
          {...bound.text('responsavel')}
          label="Responsável"
          required
          emptyLabel="Escolha…"
          width="long"
          options={props.people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Grid min="small">
          <DateField {...bound.text('inicio')} label="Início" required />
          <DateField {...bound.text('fim')} label="Fim previsto" required />
        </Grid>
        <Select
          {...bound.text('situacao')}
          label="Situação"
          required
          width="medium"
          options={projectStates.map((state) => ({ value: state, label: projectStateWords[state].word }))}
        />
        <TextArea
          {...bound.text('unidades')}
          label="Outras unidades que participam"
          hint="Uma sigla por linha, como COFIC. Elas veem o projeto e mantêm as atividades."
          rows={3}
        />
        <FormActions>
          <Button kind="primary" icon="check">
            {props.button}
          </Button>
          <LinkButton kind="quiet" href={props.backTo}>
            Voltar sem salvar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
