import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, type Crumb, errorOf, type PageContext, TextArea, TextField } from '../../../ui/index.ts'

interface RemovalPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly action: string
  readonly backHref: string
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
}

/** Asks before a document leaves the tree. */
export function DeletionPage(props: RemovalPageProps & { readonly isSigned: boolean }) {
  return (
    <ConfirmPage
      page={props.page}
      title={`Excluir ${props.label}?`}
      breadcrumb={props.breadcrumb}
      consequences={[
        'O documento sai da árvore do processo e fica na lixeira desta unidade, de onde pode ser recuperado por algum tempo.',
        'O número não será usado de novo; o histórico guarda o nome do documento.',
        ...(props.isSigned ? ['Enquanto estiver excluído, as assinaturas do documento não têm efeito.'] : []),
      ]}
      action={props.action}
      idempotencyKey={props.formKeys.idempotencyKey}
      confirmLabel="Excluir o documento"
      confirmIcon="remove"
      cancelHref={props.backHref}
      errors={props.problems}
    />
  )
}

/** Asks before a document loses its effect, and why. */
export function CancellationPage(
  props: RemovalPageProps & {
    readonly typed: { readonly reason: string; readonly term: string }
    readonly termRequired: boolean
  },
) {
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  return (
    <ConfirmPage
      page={props.page}
      title={`Cancelar ${props.label}?`}
      breadcrumb={props.breadcrumb}
      irreversible
      consequences={[
        'O documento continua na árvore, riscado, com o motivo à vista de quem lê o processo.',
        'O conteúdo deixa de ser mostrado; fica guardado, lacrado, só para auditoria.',
        'A página de autenticidade passará a dizer que o documento foi cancelado.',
      ]}
      action={props.action}
      idempotencyKey={props.formKeys.idempotencyKey}
      confirmLabel="Cancelar o documento"
      confirmIcon="cancel"
      cancelHref={props.backHref}
      errors={props.problems}
    >
      <TextArea
        name="motivo"
        label="Motivo do cancelamento"
        hint="Entre 5 e 500 caracteres. Não escreva dados pessoais: o motivo fica à vista."
        required
        rows={3}
        maxLength={500}
        value={props.typed.reason}
        error={errorOf(problems, 'motivo')}
      />
      <TextField
        name="termo"
        label="Termo de Cancelamento (nº SEI)"
        hint={
          props.termRequired
            ? 'Número, como 0001234, do documento assinado neste processo que justifica o cancelamento.'
            : 'Se houver: número, como 0001234, do documento assinado neste processo que justifica o cancelamento.'
        }
        required={props.termRequired}
        maxLength={30}
        width="short"
        value={props.typed.term}
        error={errorOf(problems, 'termo')}
      />
    </ConfirmPage>
  )
}
