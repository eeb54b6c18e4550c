import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, type Crumb, errorOf, type PageContext, TextField } from '../../../ui/index.ts'

interface DuplicateDocumentPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly isFile: boolean
  readonly typed: string
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
  readonly action: string
  readonly backHref: string
}

/** Asks which case file gets one more document like this one. */
export function DuplicateDocumentPage({ page, formKeys, breadcrumb, label, ...props }: DuplicateDocumentPageProps) {
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  return (
    <ConfirmPage
      page={page}
      title={`Duplicar ${label}`}
      breadcrumb={breadcrumb}
      consequences={[
        props.isFile
          ? 'Um documento novo, com número próprio, recebe o mesmo arquivo, sem a autenticação.'
          : 'Uma minuta nova desta unidade, com número próprio e data de hoje, começa com o mesmo texto, sem as assinaturas.',
        'O original fica como está.',
        'Em outro processo, a cópia não fica menos protegida do que o original está neste.',
      ]}
      action={props.action}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel="Duplicar documento"
      confirmIcon="copy"
      cancelHref={props.backHref}
      errors={props.problems}
    >
      <TextField
        name="destino"
        label="Número do processo que recebe a cópia"
        hint="Com ou sem pontuação; aberto nesta unidade. Em branco: este mesmo processo."
        maxLength={60}
        width="medium"
        value={props.typed}
        error={errorOf(problems, 'destino')}
      />
    </ConfirmPage>
  )
}
