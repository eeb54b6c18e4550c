import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, type FormError } from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { CaseFrame, type CasePageProps, caseCrumbs, WhyNot } from '../gate/case-frame.page.tsx'

interface DeletePageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

export function DeletePage(props: DeletePageProps) {
  const { page, caseHref, caseFile, formKeys, problems, refusals } = props
  if (refusals.length > 0) {
    return (
      <CaseFrame {...props} title="Excluir processo">
        <WhyNot refusals={refusals} caseHref={caseHref} />
      </CaseFrame>
    )
  }
  return (
    <ConfirmPage
      page={page}
      title={`Excluir o processo ${caseFile.number}?`}
      breadcrumb={caseCrumbs(props, 'Exclusão')}
      consequences={[
        'Ninguém mais encontra o processo, nem pelo número.',
        'O número não volta a ser usado.',
        'O registro de quem excluiu e quando fica guardado para auditoria.',
      ]}
      irreversible
      action={`${caseHref}/exclusao`}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel="Excluir processo"
      confirmIcon="remove"
      cancelHref={caseHref}
      errors={problems}
    />
  )
}
