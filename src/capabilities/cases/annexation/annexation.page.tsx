import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  ConfirmPage,
  ErrorSummary,
  errorOf,
  type FormError,
  LinkButton,
  SearchForm,
  TextField,
} from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { CaseFrame, type CasePageProps, caseCrumbs, WhyNot } from '../gate/case-frame.page.tsx'
import { ReasonField } from '../gate/reason-field.page.tsx'

interface ChoosePrincipalProps extends CasePageProps {
  readonly typed: string
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

/** First step: to which principal. Nothing is done yet. */
export function ChoosePrincipalPage(props: ChoosePrincipalProps) {
  const { caseHref, typed, problems, refusals } = props
  return (
    <CaseFrame {...props} title="Anexar a outro processo" hasErrors={problems.length > 0}>
      <ErrorSummary errors={problems} />
      <WhyNot refusals={refusals} caseHref={caseHref} />
      {refusals.length > 0 ? null : (
        <>
          <SearchForm action={`${caseHref}/anexacao`} label="Processo principal">
            <TextField
              name="principal"
              label="Número do processo principal"
              hint="Com ou sem pontuação. O principal deve estar aberto nesta unidade."
              value={typed}
              focused={problems.length === 0}
              maxLength={60}
              error={errorOf(problems, 'principal')}
            />
            <Button kind="primary">Continuar</Button>
          </SearchForm>
          <p>
            <LinkButton kind="quiet" href={caseHref}>
              Voltar ao processo
            </LinkButton>
          </p>
        </>
      )}
    </CaseFrame>
  )
}

interface ConfirmAnnexationProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly principal: CaseFile
  readonly drafts: number
}

/** Second step: what will happen. */
export function ConfirmAnnexationPage(props: ConfirmAnnexationProps) {
  const { page, caseHref, caseFile, principal, drafts, formKeys } = props
  const title = `Anexar o processo ${caseFile.number} ao ${principal.number}?`
  return (
    <ConfirmPage
      page={page}
      title={title}
      breadcrumb={caseCrumbs(props, 'Anexação')}
      consequences={[
        'O processo sai da mesa e passa a ser um item da árvore do principal.',
        'Nele nada mais se inclui, altera ou assina.',
        ...(drafts > 0
          ? [
              `Há ${drafts === 1 ? 'uma minuta que não poderá' : `${drafts} minutas que não poderão`} mais ser assinada${drafts === 1 ? '' : 's'}.`,
            ]
          : []),
        ...(caseFile.effectiveLevel === 'restricted' && principal.effectiveLevel === 'public'
          ? ['O principal, hoje público, passa a ser restrito como este processo.']
          : []),
        'Só o administrador pode desfazer a anexação.',
      ]}
      action={`${caseHref}/anexacao`}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel="Anexar processo"
      confirmIcon="attach"
      cancelHref={caseHref}
    >
      <input type="hidden" name="principal" value={principal.digits} />
    </ConfirmPage>
  )
}

interface UndoAnnexationProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly reason: string
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

export function UndoAnnexationPage(props: UndoAnnexationProps) {
  const { page, caseHref, caseFile, formKeys, problems, refusals } = props
  const title = 'Desfazer a anexação'
  if (refusals.length > 0) {
    return (
      <CaseFrame {...props} title={title}>
        <WhyNot refusals={refusals} caseHref={caseHref} />
      </CaseFrame>
    )
  }
  return (
    <ConfirmPage
      page={page}
      title={`Desfazer a anexação do processo ${caseFile.number}?`}
      breadcrumb={caseCrumbs(props, title)}
      consequences={[
        `O processo deixa a árvore do principal${caseFile.annexedToNumber ? ` ${caseFile.annexedToNumber}` : ''}.`,
        'Ele volta à mesa da unidade que o anexou.',
        'O motivo fica no histórico dos dois processos.',
      ]}
      action={`${caseHref}/anexacao/desfazimento`}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel="Desfazer anexação"
      confirmIcon="undo"
      cancelHref={caseHref}
      errors={problems}
    >
      <ReasonField value={props.reason} problems={problems} />
    </ConfirmPage>
  )
}
