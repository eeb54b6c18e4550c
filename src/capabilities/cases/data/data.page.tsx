import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, errorOf, Form, FormActions, type FormError, LinkButton, Select } from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import type { CaseFieldsTyped } from '../fields/case-fields.form.ts'
import { CaseFields } from '../fields/case-fields.page.tsx'
import type { CaseTypeChoice, FieldChoices } from '../fields/find-choices.ts'
import { CaseFrame, type CasePageProps, WhyNot } from '../gate/case-frame.page.tsx'

interface DataPageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly typed: CaseFieldsTyped
  readonly types: readonly Pick<CaseTypeChoice, 'id' | 'name'>[]
  readonly choices: FieldChoices
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
}

export function DataPage(props: DataPageProps) {
  const { caseHref, typed, types, choices, problems, refusals } = props
  return (
    <CaseFrame {...props} title="Dados do processo" hasErrors={problems.length > 0}>
      <WhyNot refusals={refusals} caseHref={caseHref} />
      {refusals.length > 0 ? null : (
        <Form {...props.formKeys} action={`${caseHref}/dados`} errors={problems}>
          <Select
            name="tipo"
            label="Tipo do processo"
            required
            value={typed.typeId}
            options={types.map(({ id, name }) => ({ value: id, label: name }))}
            error={errorOf(problems, 'tipo')}
          />
          <FormActions>
            <Button name="acao" value="sugerir" icon="refresh" small>
              Ver as classes sugeridas para o tipo
            </Button>
          </FormActions>
          <CaseFields typed={typed} choices={choices} problems={problems} />
          <FormActions>
            <Button kind="primary" name="acao" value="salvar">
              Salvar dados
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
