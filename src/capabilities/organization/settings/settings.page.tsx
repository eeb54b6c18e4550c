import type { ActResult } from '../../../platform/act-results/index.ts'
import { type FieldProblem, type FormFields, fieldList } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  ConfirmPage,
  Form,
  FormActions,
  formatDateTime,
  type PageContext,
  RadioGroup,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, administrationCrumbs } from '../administration/administration.page.tsx'
import { bindFields } from '../administration/bound-fields.ts'
import { type SettingRule, settingRules } from './settings.rules.ts'

interface SettingsProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly changes: readonly { readonly name: string; readonly changedAt: Date; readonly changedBy: string | null }[]
  readonly result: ActResult | undefined
}

export function SettingsPage({ page, formKeys, fields, problems, changes, result }: SettingsProps) {
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title="Parâmetros da instalação"
      lead="Valem para todos os órgãos, a partir do momento em que são salvos."
      width="text"
      result={result}
      hasErrors={problems.length > 0}
    >
      <Form {...formKeys} action={adminHref(page, '/parametros')} errors={problems}>
        {settingRules.map((rule) => (
          <Setting key={rule.name} rule={rule} bound={bound} change={changes.find(({ name }) => name === rule.name)} />
        ))}
        <FormActions>
          <Button kind="primary">Salvar</Button>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

interface SettingProps {
  readonly rule: SettingRule
  readonly bound: ReturnType<typeof bindFields>
  readonly change: SettingsProps['changes'][number] | undefined
}

function Setting({ rule, bound, change }: SettingProps) {
  const told = change
    ? ` Alterado em ${formatDateTime(change.changedAt)}${change.changedBy ? ` por ${change.changedBy}` : ''}.`
    : ''
  const hint = rule.effect + told
  switch (rule.kind) {
    case 'flag':
      return <Checkbox {...bound.flag(rule.name)} label={rule.label} hint={hint} />
    case 'choice':
      return (
        <RadioGroup
          {...bound.text(rule.name)}
          label={rule.label}
          hint={hint}
          options={rule.options.map(({ value, label }) => ({ value: String(value), label }))}
        />
      )
    case 'mask':
      return <TextField {...bound.text(rule.name)} label={rule.label} hint={hint} maxLength={100} width="long" />
    case 'limits':
      return <TextArea {...bound.text(rule.name)} label={rule.label} hint={hint} rows={5} />
  }
}

/** Asks before who may read what is changed; carries what was typed. */
export function ConfirmSettingsPage(props: {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly typed: FormFields
  readonly weighing: readonly SettingRule[]
}) {
  const { page, typed, weighing } = props
  return (
    <ConfirmPage
      page={page}
      title="Salvar os parâmetros?"
      breadcrumb={administrationCrumbs(page, [{ label: 'Parâmetros da instalação', path: '/parametros' }], 'Confirmar')}
      consequences={weighing.map(({ label, weighs }) => (
        <>
          <strong>{label}:</strong> {weighs}
        </>
      ))}
      action={adminHref(page, '/parametros')}
      idempotencyKey={props.formKeys.idempotencyKey}
      confirmLabel="Salvar"
      cancelHref={adminHref(page, '/parametros')}
    >
      {settingRules.flatMap(({ name }) =>
        fieldList(typed, name).map((value) => <input key={name} type="hidden" name={name} value={value} />),
      )}
      <input type="hidden" name="confirmado" value="sim" />
    </ConfirmPage>
  )
}
