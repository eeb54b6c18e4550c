import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  errorOf,
  Form,
  FormActions,
  Message,
  type PageContext,
  RadioGroup,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import type { ReminderSettings } from './keep-setting.ts'
import { type ReminderTyped, typedReminder } from './reminder-setting.form.ts'

export interface RemindersPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly unit: string
  readonly settings: ReminderSettings
  readonly may: { readonly unit: boolean; readonly agency: boolean }
  /** A form that came back with what is wrong. */
  readonly refused:
    | { readonly of: 'unit' | 'agency'; readonly typed: ReminderTyped; readonly problems: readonly FieldProblem[] }
    | undefined
  readonly result: ActResult | undefined
}

/** When the unit is reminded by e-mail of what falls due. */
export function RemindersPage(props: RemindersPageProps) {
  const { page, href, unit, settings, may } = props
  const title = 'Lembretes de prazos'
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={props.refused !== undefined}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Prazos', href: href('/prazos') },
        { label: title },
      ]}
    >
      <ActResultMessage result={props.result} />
      <p>
        Um e-mail avisa a unidade, uma vez por prazo, de prazos seus e de processos que ela deve devolver. Sobre
        processos sigilosos, o aviso vai só a quem tem credencial e não diz de qual processo se trata.
      </p>
      {settings.emails.length === 0 ? (
        <Message kind="warning" title="A unidade não tem e-mail">
          <p>
            Peça a quem administra o órgão que cadastre o e-mail da unidade {unit}; sem ele, nenhum lembrete é enviado.
          </p>
        </Message>
      ) : (
        <p>
          Os lembretes de {unit} vão para: {settings.emails.join(', ')}.
        </p>
      )}
      <p>{effective(settings)}</p>
      {may.unit ? <SettingForm {...props} of="unit" title={`Lembretes da unidade ${unit}`} /> : null}
      {may.agency ? <SettingForm {...props} of="agency" title="Lembretes das unidades do órgão" /> : null}
    </Shell>
  )
}

function SettingForm({
  href,
  formKeys,
  of,
  title,
  settings,
  refused,
}: RemindersPageProps & { of: 'unit' | 'agency'; title: string }) {
  const again = refused?.of === of ? refused : undefined
  const typed = again?.typed ?? typedReminder(settings[of])
  const problems = again?.problems ?? []
  const suffix = of === 'unit' ? '' : '-do-orgao'
  const id = (field: string) => `campo-${field}${again ? '' : suffix}`
  return (
    <Card title={title} icon="mail">
      <Form
        {...formKeys}
        idempotencyKey={`${formKeys.idempotencyKey}${suffix}`}
        action={href(`/prazos/lembretes${of === 'unit' ? '' : '/orgao'}`)}
        errors={problems}
      >
        <RadioGroup
          name="lembrar"
          id={id('lembrar')}
          label="Lembrar por e-mail"
          value={typed.way}
          error={errorOf(problems, 'lembrar')}
          options={[
            ...(of === 'unit' ? [{ value: 'orgao', label: `Como o órgão: ${tell(settings.agency)}` }] : []),
            { value: 'nao', label: 'Não lembrar' },
            { value: 'dias', label: 'Dias antes do vencimento' },
          ]}
        />
        <TextField
          name="dias"
          id={id('dias')}
          label="Quantos dias antes"
          hint="0 é no próprio dia."
          inputMode="numeric"
          width="short"
          maxLength={2}
          value={typed.days}
          error={errorOf(problems, 'dias')}
        />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function effective({ unit, agency }: ReminderSettings): string {
  const choice = unit === 'as-agency' ? agency : unit
  return choice === 'never' ? 'Hoje, nenhum lembrete é enviado.' : `Hoje, os lembretes vão ${tell(choice)}.`
}

function tell(choice: number | 'never'): string {
  if (choice === 'never') return 'não lembrar'
  if (choice === 0) return 'no dia do vencimento'
  return choice === 1 ? '1 dia antes' : `${choice} dias antes`
}
