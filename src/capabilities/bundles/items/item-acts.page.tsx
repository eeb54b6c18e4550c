import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  ConfirmPage,
  DateTime,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Shell,
  TextArea,
} from '../../../ui/index.ts'
import { documentLabel } from '../../documents/index.ts'
import type { Bundle } from '../bundle.ts'
import type { BundleItem } from './items-of.ts'

interface ItemPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly bundle: Bundle
  readonly problems: readonly FormError[]
}

const breadcrumb = ({ href, bundle }: ItemPageProps, last: string) => [
  { label: 'Mesa', href: href('/mesa') },
  { label: 'Blocos', href: href('/blocos') },
  { label: `Bloco ${bundle.number}`, href: href(`/blocos/${bundle.number}`) },
  { label: last },
]

/** What an item is called where only its name is needed. */
export function itemLabel({ document, caseFile }: BundleItem): string {
  return document ? documentLabel(document) : (caseFile?.number ?? 'Item que não está mais disponível nesta unidade')
}

export function RemovalPage(props: ItemPageProps & { readonly items: readonly BundleItem[] }) {
  const { bundle, href, items } = props
  return (
    <ConfirmPage
      page={props.page}
      title={`Retirar do bloco ${bundle.number}?`}
      breadcrumb={breadcrumb(props, 'Retirar')}
      consequences={
        items.length === 0 ? ['Nada foi marcado.'] : items.map((item) => `${itemLabel(item)} sai do bloco.`)
      }
      action={href(`/blocos/${bundle.number}/retirada`)}
      idempotencyKey={props.formKeys.idempotencyKey}
      confirmLabel="Retirar"
      confirmIcon="remove"
      cancelHref={href(`/blocos/${bundle.number}`)}
      errors={props.problems}
    >
      {items.map(({ id }) => (
        <input type="hidden" name="item" value={id} key={id} />
      ))}
    </ConfirmPage>
  )
}

export function AnnotationPage(
  props: ItemPageProps & { readonly item: BundleItem; readonly label: string; readonly text: string },
) {
  const { bundle, item, href, problems } = props
  const others = item.annotations.filter(({ unitAcronym }) => unitAcronym !== props.page.actor?.unit.acronym)
  return (
    <Shell
      page={props.page}
      title={`Anotar ${props.label}`}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={breadcrumb(props, 'Anotar')}
    >
      {others.map(({ unitAcronym, text, by, at }) => (
        <p key={unitAcronym}>
          <strong>{unitAcronym}</strong>: {text}{' '}
          <span class="secondary">
            {by}, <DateTime value={new Date(at)} now={props.page.now} />
          </span>
        </p>
      ))}
      <Form {...props.formKeys} action={href(`/blocos/${bundle.number}/itens/${item.id}/anotacao`)} errors={problems}>
        <TextArea
          name="texto"
          label="Anotação desta unidade"
          hint="Quem tem o bloco lê. Vazia, a anotação é retirada."
          value={props.text}
          rows={4}
          maxLength={500}
          error={errorOf(problems, 'texto')}
        />
        <FormActions>
          <Button kind="primary" icon="note">
            Salvar a anotação
          </Button>
          <LinkButton kind="quiet" href={href(`/blocos/${bundle.number}`)}>
            Voltar sem anotar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
