import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  Shell,
} from '../../ui/index.ts'
import { CommentField } from './remarks.page.tsx'

interface CommentPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly what: 'processo' | 'documento'
  /** Undefined: a new one. */
  readonly deleteAction: string | undefined
  readonly action: string
  readonly backHref: string
  readonly text: string
  readonly problems: readonly FormError[]
  readonly refusals: readonly string[]
}

/** One comment by itself: to be written again where something was wrong with it, changed, or taken back. */
export function CommentPage(props: CommentPageProps) {
  const { page, formKeys, breadcrumb, what, deleteAction, action, backHref, text, problems, refusals } = props
  return (
    <Shell page={page} title="Comentário" width="text" breadcrumb={breadcrumb} hasErrors={problems.length > 0}>
      {refusals.length > 0 ? (
        <Message kind="warning" title="Não é possível agora">
          {refusals.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Message>
      ) : (
        <Form {...formKeys} action={action} errors={problems} id="comentario">
          <CommentField value={text} what={what} error={errorOf(problems, 'comentario')} />
          <FormActions>
            <Button kind="primary" icon="check">
              {deleteAction ? 'Salvar comentário' : 'Comentar'}
            </Button>
            {deleteAction ? (
              <Button kind="danger" icon="remove" formAction={deleteAction}>
                Excluir comentário
              </Button>
            ) : null}
            <LinkButton kind="quiet" href={backHref}>
              Voltar sem salvar
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Shell>
  )
}
