import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, Form, FormActions, type FormError, LevelTag, LinkButton, Message } from '../../../ui/index.ts'
import type { AccessLevel } from '../access.rules.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import type { LegalBasisChoice } from '../fields/find-choices.ts'
import { CaseFrame, type CasePageProps, WhyNot } from '../gate/case-frame.page.tsx'
import type { LevelTyped } from './level.form.ts'
import { LevelFields } from './level-fields.page.tsx'

interface LevelPageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly typed: LevelTyped
  readonly allowedLevels: readonly AccessLevel[]
  readonly legalBases: readonly LegalBasisChoice[]
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

export function LevelPage(props: LevelPageProps) {
  const { caseFile, caseHref, problems, refusals } = props
  const raised = caseFile.effectiveLevel !== caseFile.level
  return (
    <CaseFrame {...props} title="Nível de acesso" hasErrors={problems.length > 0}>
      <WhyNot refusals={refusals} caseHref={caseHref} />
      {raised ? (
        <Message kind="info">
          <p>
            O processo foi posto como <LevelTag level={caseFile.level} />, mas um documento ou processo anexado o torna{' '}
            <LevelTag level={caseFile.effectiveLevel} />.
          </p>
        </Message>
      ) : null}
      {refusals.length > 0 ? null : (
        <Form {...props.formKeys} action={`${caseHref}/nivel`} errors={problems}>
          <LevelFields {...props} />
          <p class="secondary">
            Ao tornar o processo sigiloso, só você terá credencial; conceda outras a quem deve atuar nele.
          </p>
          <FormActions>
            <Button kind="primary">Salvar nível de acesso</Button>
            <LinkButton kind="quiet" href={caseHref}>
              Voltar ao processo
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </CaseFrame>
  )
}
