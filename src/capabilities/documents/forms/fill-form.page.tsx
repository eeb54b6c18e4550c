import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateField,
  errorOf,
  Fieldset,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import type { FormVersion } from '../../classification/index.ts'
import type { LevelOffer } from '../level/check-level.ts'
import type { LevelTyped } from '../level/level.form.ts'
import { LevelFields } from '../level/level-fields.page.tsx'
import { FormFieldsPart } from './form-fields.page.tsx'

interface FormPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly title: string
  readonly form: FormVersion
  readonly fields: FormFields
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
  readonly action: string
  readonly backHref: string
}

interface NewFormPageProps extends FormPageProps {
  readonly typeId: string
  readonly description: string
  readonly levels: LevelOffer
  readonly data: LevelTyped & { readonly description: string; readonly treeName: string; readonly datedOn: string }
  readonly today: string
}

/** A form to be filled in: its fields first, then what is said of every document. */
export function NewFormPage(props: NewFormPageProps) {
  const { data } = props
  const problems = props.problems.map(named)
  return (
    <Shell
      page={props.page}
      title={props.title}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
      lead={props.description ? <p>{props.description}</p> : undefined}
    >
      <Form {...props.formKeys} action={props.action} errors={props.problems}>
        <input type="hidden" name="tipo" value={props.typeId} />
        <input type="hidden" name="versao_do_formulario" value={props.form.id} />
        <FormFieldsPart form={props.form.fields} fields={props.fields} problems={problems} />
        <Fieldset legend="Dados do documento">
          <TextArea
            name="descricao"
            label="Descrição"
            hint="Ajuda a encontrar o documento; aparece na pesquisa."
            rows={2}
            maxLength={500}
            value={data.description}
            error={errorOf(problems, 'descricao')}
          />
          <TextField
            name="nome_na_arvore"
            label="Nome na árvore"
            hint="Poucas palavras, ao lado do tipo, na lista de documentos do processo (a árvore)."
            maxLength={60}
            value={data.treeName}
            error={errorOf(problems, 'nome_na_arvore')}
          />
          <DateField
            name="data"
            label="Data do documento"
            required
            max={props.today}
            value={data.datedOn}
            error={errorOf(problems, 'data')}
          />
          <LevelFields offer={props.levels} typed={data} problems={problems} />
        </Fieldset>
        <FormActions>
          <Button kind="primary" icon="check">
            Concluir o preenchimento
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Escolher outro tipo
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

interface ChangeFormPageProps extends FormPageProps {
  readonly baseVersion: number
  readonly signatures: number
}

/** A form that was filled in, to be changed with the fields it was begun with. */
export function ChangeFormPage(props: ChangeFormPageProps) {
  return (
    <Shell
      page={props.page}
      title={props.title}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={props.problems.length > 0}
    >
      {props.signatures > 0 ? (
        <Message kind="warning">
          <p>Este formulário está assinado. Ao salvar uma mudança, as assinaturas perdem o efeito.</p>
        </Message>
      ) : null}
      <Form {...props.formKeys} action={props.action} errors={props.problems}>
        <input type="hidden" name="versao_base" value={String(props.baseVersion)} />
        <FormFieldsPart form={props.form.fields} fields={props.fields} problems={props.problems.map(named)} />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar versão
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao documento
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

const named = ({ field = '', message }: { readonly field?: string; readonly message: string }): FieldProblem => ({
  field,
  message,
})
