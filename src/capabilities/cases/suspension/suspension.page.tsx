import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  CaseNumber,
  DateTime,
  DescriptionList,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  TextField,
} from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { CaseFrame, type CasePageProps, WhyNot } from '../gate/case-frame.page.tsx'
import { ReasonField } from '../gate/reason-field.page.tsx'
import type { Suspension } from './read-suspension.ts'

interface SuspendPageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly typed: { readonly reason: string; readonly linked: string }
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

export function SuspendPage(props: SuspendPageProps) {
  const { caseHref, typed, problems, refusals } = props
  return (
    <CaseFrame {...props} title="Sobrestar processo" hasErrors={problems.length > 0}>
      <WhyNot refusals={refusals} caseHref={caseHref} />
      {refusals.length > 0 ? null : (
        <Form {...props.formKeys} action={`${caseHref}/sobrestamento`} errors={problems}>
          <p>
            O processo sai da mesa da unidade. Enquanto estiver sobrestado, nada se inclui, assina ou envia; a consulta
            continua.
          </p>
          <ReasonField value={typed.reason} problems={problems} />
          <TextField
            name="vinculado"
            label="Processo pelo qual se espera"
            hint="Opcional. Número do outro processo, com ou sem pontuação."
            value={typed.linked}
            maxLength={60}
            width="medium"
            error={errorOf(problems, 'vinculado')}
          />
          <FormActions>
            <Button kind="primary" icon="pause">
              Sobrestar processo
            </Button>
            <LinkButton kind="quiet" href={caseHref}>
              Voltar ao processo
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </CaseFrame>
  )
}

interface ResumePageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly suspension: Suspension
  readonly linkedHref: string | undefined
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

export function ResumePage(props: ResumePageProps) {
  const { page, caseHref, suspension, linkedHref, problems, refusals } = props
  const { linkedTo } = suspension
  return (
    <CaseFrame {...props} title="Sobrestamento" hasErrors={problems.length > 0}>
      <Card>
        <DescriptionList
          items={[
            { term: 'Sobrestado em', description: <DateTime value={suspension.startedAt} now={page.now} /> },
            { term: 'Por', description: `${suspension.startedBy}, ${suspension.unitAcronym}` },
            { term: 'Motivo', description: suspension.reason },
            ...(linkedTo
              ? [
                  {
                    term: 'À espera do processo',
                    description: <CaseNumber number={linkedTo.number} href={linkedHref} />,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <WhyNot refusals={refusals} caseHref={caseHref} />
      {refusals.length > 0 ? null : (
        <Form {...props.formKeys} action={`${caseHref}/sobrestamento/remocao`} errors={problems}>
          <p>Com a remoção, o processo volta à mesa desta unidade.</p>
          <FormActions>
            <Button kind="primary" icon="play">
              Remover sobrestamento
            </Button>
            <LinkButton kind="quiet" href={caseHref}>
              Voltar ao processo
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </CaseFrame>
  )
}
