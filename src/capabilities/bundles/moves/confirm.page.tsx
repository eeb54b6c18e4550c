import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, errorOf, type FormError, type PageContext, TextArea } from '../../../ui/index.ts'
import type { Bundle } from '../bundle.ts'

export interface MovePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly bundle: Bundle
  readonly problems: readonly FormError[]
}

const breadcrumb = ({ href, bundle }: MovePageProps, last: string) => [
  { label: 'Mesa', href: href('/mesa') },
  { label: 'Blocos', href: href('/blocos') },
  { label: `Bloco ${bundle.number}`, href: href(`/blocos/${bundle.number}`) },
  { label: last },
]

/** Giving a bundle back, with a word for who made it. */
export function ReturnPage(props: MovePageProps & { readonly note: string }) {
  const { bundle, href, problems } = props
  return (
    <ConfirmPage
      page={props.page}
      title={`Devolver o bloco ${bundle.number} a ${bundle.unitAcronym}?`}
      breadcrumb={breadcrumb(props, 'Devolver')}
      consequences={[
        'O bloco sai da lista desta unidade, e o acesso que ele dava acaba agora.',
        bundle.kind === 'signature'
          ? 'As assinaturas feitas aqui continuam valendo.'
          : 'Processos restritos que não passaram por esta unidade deixam de ser lidos aqui.',
      ]}
      action={href(`/blocos/${bundle.number}/devolucao`)}
      idempotencyKey={props.formKeys.idempotencyKey}
      confirmLabel="Devolver"
      confirmIcon="return"
      cancelHref={href(`/blocos/${bundle.number}`)}
      errors={problems}
    >
      <TextArea
        name="texto"
        label="Recado para a unidade que gerou o bloco (opcional)"
        value={props.note}
        rows={3}
        maxLength={500}
        error={errorOf(problems, 'texto')}
      />
    </ConfirmPage>
  )
}

export function DeletePage(props: MovePageProps) {
  const { bundle, href } = props
  return (
    <ConfirmPage
      page={props.page}
      title={`Excluir o bloco ${bundle.number}?`}
      breadcrumb={breadcrumb(props, 'Excluir')}
      consequences={['O bloco deixa de existir, e o seu número não é usado de novo.']}
      irreversible
      action={href(`/blocos/${bundle.number}/exclusao`)}
      idempotencyKey={props.formKeys.idempotencyKey}
      confirmLabel="Excluir o bloco"
      confirmIcon="remove"
      cancelHref={href(`/blocos/${bundle.number}`)}
      errors={props.problems}
    />
  )
}
