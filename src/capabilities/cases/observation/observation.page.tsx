import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  TextArea,
} from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { CaseFrame, type CasePageProps, WhyNot } from '../gate/case-frame.page.tsx'
import type { Observation } from './write-observation.ts'

interface ObservationPageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly text: string
  readonly others: readonly Observation[]
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

export function ObservationPage(props: ObservationPageProps) {
  const { page, caseHref, text, others, problems, refusals } = props
  return (
    <CaseFrame {...props} title="Observação desta unidade" hasErrors={problems.length > 0}>
      <WhyNot refusals={refusals} caseHref={caseHref} />
      {refusals.length > 0 ? null : (
        <Form {...props.formKeys} action={`${caseHref}/observacao`} errors={problems}>
          <TextArea
            name="observacao"
            label="Observação"
            hint="Todos os que leem o processo a veem; só a sua unidade a altera. Deixe em branco para retirá-la."
            rows={5}
            maxLength={2000}
            value={text}
            focused={problems.length === 0}
            error={errorOf(problems, 'observacao')}
          />
          <FormActions>
            <Button kind="primary">Salvar observação</Button>
            <LinkButton kind="quiet" href={caseHref}>
              Voltar ao processo
            </LinkButton>
          </FormActions>
        </Form>
      )}
      {others.map((one) => (
        <Card key={one.unitId} title={`Observação de ${one.unitAcronym}`} icon="note">
          <p>{one.text}</p>
          <p class="secondary">
            {one.changedBy}, <DateTime value={one.changedAt} now={page.now} />
          </p>
        </Card>
      ))}
    </CaseFrame>
  )
}
