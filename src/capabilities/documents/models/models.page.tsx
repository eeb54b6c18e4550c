import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  Select,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import { ScopeFields, type ScopeOffer } from '../../knowledge/index.ts'
import { bindFields } from '../../organization/index.ts'

interface ModelPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly action: string
  readonly backHref: string
}

/** A document kept at hand as model, in a group of the unit. */
export function KeepModelPage(
  props: ModelPageProps & { groups: readonly { id: string; name: string }[]; isKept: boolean },
) {
  const bound = bindFields(props.fields, props.problems)
  return (
    <Shell
      page={props.page}
      title="Guardar como modelo da unidade"
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={props.problems.length > 0}
      lead={<p>{props.label} fica entre os textos com que a unidade começa documentos. Usa-o quem o pode ler.</p>}
    >
      <Form {...props.formKeys} action={props.action} errors={props.problems}>
        <TextField {...bound.text('nome')} label="Nome na lista" required maxLength={100} />
        {props.groups.length > 0 ? (
          <Select
            {...bound.text('grupo')}
            label="Grupo"
            width="medium"
            emptyLabel="Escolha, ou crie um novo"
            options={props.groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <TextField {...bound.text('novo_grupo')} label="Novo grupo" width="medium" maxLength={60} />
        <FormActions>
          <Button kind="primary" icon="star">
            Guardar
          </Button>
          {props.isKept ? (
            <Button name="ato" value="tirar" icon="remove">
              Deixar de guardar
            </Button>
          ) : null}
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao documento
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

/** A public document distributed to units as model of its type. */
export function DistributeModelPage(
  props: ModelPageProps & { models: readonly { id: string; name: string; version: number }[]; offer: ScopeOffer },
) {
  const bound = bindFields(props.fields, props.problems)
  return (
    <Shell
      page={props.page}
      title="Distribuir como modelo"
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={props.problems.length > 0}
      lead={<p>As unidades começam documentos do mesmo tipo com o texto de {props.label}, como ele está agora.</p>}
    >
      <Form {...props.formKeys} action={props.action} errors={props.problems}>
        {props.models.length > 0 ? (
          <Select
            {...bound.text('modelo')}
            label="Modelo"
            emptyLabel="Modelo novo"
            hint="Escolha um que já foi distribuído para lhe dar uma nova versão."
            options={props.models.map(({ id, name, version }) => ({
              value: id,
              label: `${name} (versão ${version})`,
            }))}
          />
        ) : null}
        <TextField {...bound.text('nome')} label="Nome" required maxLength={100} />
        <TextField
          {...bound.text('novidade')}
          label="O que há de novo"
          hint="Poucas palavras para as unidades; só em uma nova versão."
          maxLength={300}
        />
        <ScopeFields offer={props.offer} fields={props.fields} problems={props.problems} />
        <FormActions>
          <Button kind="primary" icon="send">
            Distribuir
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao documento
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
