import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  RadioGroup,
  Select,
  Shell,
} from '../../../ui/index.ts'
import { bindTyped } from '../bind-typed.ts'

interface RelatedProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly action: string
  readonly backHref: string
  readonly label: string
  /** To correct what was published; else to finish what another unit wrote. */
  readonly published: boolean
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

/** A new document made of this one. */
export function RelatedPage(props: RelatedProps) {
  const { page, published, problems } = props
  const bound = bindTyped(props.fields, problems)
  return (
    <Shell
      page={page}
      title={published ? 'Publicação relacionada' : 'Versão final para publicar'}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
      lead={<p>{props.label}</p>}
    >
      <Form {...props.formKeys} action={props.action} errors={problems}>
        {published ? (
          <RadioGroup
            {...bound.text('como')}
            label="O que vai ser feito"
            required
            options={[
              { value: 'retificacao', label: 'Retificação', hint: 'Corrige um erro do que foi publicado.' },
              { value: 'republicacao', label: 'Republicação', hint: 'Publica de novo o texto inteiro.' },
              { value: 'apostilamento', label: 'Apostilamento', hint: 'Acrescenta ou anota algo, sem mudar o ato.' },
            ]}
          />
        ) : (
          <>
            <input type="hidden" name="como" value="versao-final" />
            <Select
              {...bound.text('tipo')}
              label="Tipo da versão final"
              emptyLabel="Escolha"
              hint="São os tipos que o boletim ou um diário publica."
              required
              options={props.types.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </>
        )}
        <Message kind="info" title="O que vai acontecer">
          <p>
            O sistema faz neste processo um documento desta unidade, com o mesmo texto e número próprio, ligado a este.
            Corrija o texto, assine e publique.
          </p>
        </Message>
        <FormActions>
          <Button kind="primary" icon="plus">
            Fazer o documento
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao documento
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
