import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, type Crumb, errorOf, type PageContext, TextArea, TextField } from '../../../ui/index.ts'

interface MovePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly typed: { readonly target: string; readonly reason: string }
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
  readonly action: string
  readonly backHref: string
}

/** Asks where an external document belongs, and why it is taken there. */
export function MovePage({ page, formKeys, breadcrumb, label, typed, ...props }: MovePageProps) {
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  return (
    <ConfirmPage
      page={page}
      title={`Mover ${label} para outro processo?`}
      breadcrumb={breadcrumb}
      consequences={[
        'O documento sai deste processo e vai para o fim da árvore do outro, com o mesmo número.',
        'Passa a lê-lo quem lê o outro processo.',
        'O histórico dos dois processos guarda a mudança e o motivo.',
      ]}
      action={props.action}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel="Mover o documento"
      confirmIcon="link"
      cancelHref={props.backHref}
      errors={props.problems}
    >
      <TextField
        name="destino"
        label="Número do outro processo"
        hint="Com ou sem pontuação. Ele precisa estar aberto nesta unidade."
        required
        maxLength={60}
        width="medium"
        value={typed.target}
        error={errorOf(problems, 'destino')}
      />
      <TextArea
        name="motivo"
        label="Motivo da mudança"
        hint="Entre 5 e 500 caracteres. Fica à vista de quem lê os dois processos."
        required
        rows={3}
        maxLength={500}
        value={typed.reason}
        error={errorOf(problems, 'motivo')}
      />
    </ConfirmPage>
  )
}
