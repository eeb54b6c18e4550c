import type { FormKeys } from '../../../platform/form-keys.ts'
import { ConfirmPage, DateTime, type FormError } from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { CaseFrame, type CasePageProps, caseCrumbs, WhyNot } from '../gate/case-frame.page.tsx'
import { ReasonField } from '../gate/reason-field.page.tsx'
import type { Blocking } from './block-case-file.ts'

interface BlockingPageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly blocking: Blocking | undefined
  readonly reason: string
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

/** Blocks what is not blocked, and unblocks what is. */
export function BlockingPage(props: BlockingPageProps) {
  const { page, caseHref, caseFile, formKeys, blocking, problems, refusals } = props
  if (refusals.length > 0) {
    return (
      <CaseFrame {...props} title="Bloquear processo">
        <WhyNot refusals={refusals} caseHref={caseHref} />
      </CaseFrame>
    )
  }
  const shown = {
    page,
    idempotencyKey: formKeys.idempotencyKey,
    cancelHref: caseHref,
    errors: problems,
    breadcrumb: caseCrumbs(props, blocking ? 'Desbloqueio' : 'Bloqueio'),
  }
  return blocking ? (
    <ConfirmPage
      {...shown}
      title={`Desbloquear o processo ${caseFile.number}?`}
      consequences={[
        <>
          Bloqueado por {blocking.startedBy}, {blocking.unitAcronym}, <DateTime value={blocking.startedAt} />. Motivo:{' '}
          {blocking.reason}
        </>,
        'O processo volta a aceitar documentos, assinaturas e envios.',
      ]}
      action={`${caseHref}/bloqueio/remocao`}
      confirmLabel="Desbloquear processo"
      confirmIcon="lockOpen"
    />
  ) : (
    <ConfirmPage
      {...shown}
      title={`Bloquear o processo ${caseFile.number}?`}
      consequences={[
        'Em nenhuma unidade se poderá incluir, assinar ou enviar até o desbloqueio.',
        'A consulta continua.',
      ]}
      action={`${caseHref}/bloqueio`}
      confirmLabel="Bloquear processo"
      confirmIcon="lock"
    >
      <ReasonField value={props.reason} problems={problems} />
    </ConfirmPage>
  )
}
