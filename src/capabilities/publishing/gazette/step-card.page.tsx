import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  DateField,
  Fieldset,
  Form,
  FormActions,
  type FormError,
  RadioGroup,
  TextField,
} from '../../../ui/index.ts'
import { bindTyped } from '../bind-typed.ts'
import { stepValues } from '../publishing/publication.form.ts'
import type { Vehicle } from '../vehicles/vehicle.ts'
import type { ExternalStep } from './steps.rules.ts'

interface StepCardProps {
  readonly formKeys: FormKeys
  readonly action: string
  readonly steps: readonly ExternalStep[]
  readonly vehicle: Vehicle
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

const stepOptions: { readonly [step in ExternalStep]: { readonly label: string; readonly hint: string } } = {
  approved: { label: 'Aprovado', hint: 'Texto e assinaturas foram conferidos: pode ser enviado ao diário.' },
  sent: { label: 'Enviado', hint: 'O texto foi mandado ao diário. Depois da hora limite, vai na edição seguinte.' },
  received: { label: 'Recebido pelo diário', hint: 'O diário acusou o recebimento.' },
  scheduled: { label: 'Agendado', hint: 'O diário marcou o dia da edição.' },
  published: { label: 'Publicado', hint: 'Saiu. Informe o dia e, se souber, edição, página e endereço.' },
  rejected: { label: 'Devolvido', hint: 'O diário não aceitou. Diga por quê: o documento pode ser publicado de novo.' },
}

/** What happened to a matter, step by step; what a step asks for stands only where that step may be taken. */
export function StepCard({ formKeys, action, steps, vehicle, fields, problems }: StepCardProps) {
  const bound = bindTyped(fields, problems)
  const asks = (...some: ExternalStep[]): boolean => some.some((step) => steps.includes(step))
  return (
    <Card title="Próximo passo" icon="history">
      <Form {...formKeys} action={action} errors={problems} id="passo">
        <RadioGroup
          {...bound.text('passo')}
          label="Situação"
          required
          options={steps.map((step) => ({ value: stepValues[step], ...stepOptions[step] }))}
        />
        {asks('sent', 'scheduled', 'published') ? (
          <DateField
            {...bound.text('data')}
            label="Dia da edição"
            {...(asks('sent') ? { hint: 'Em branco, a primeira edição que ainda aceita matérias.' } : {})}
          />
        ) : null}
        {asks('sent', 'received') ? (
          <TextField {...bound.text('recibo')} label="Recibo ou protocolo do diário" width="medium" maxLength={100} />
        ) : null}
        {asks('sent') && vehicle.email ? (
          <Checkbox {...bound.flag('por_email')} label={`Mandar agora por e-mail a ${vehicle.email}`} />
        ) : null}
        {asks('published') ? (
          <Fieldset legend="Onde saiu">
            <TextField {...bound.text('edicao')} label="Número da edição" width="short" maxLength={30} />
            <TextField {...bound.text('secao')} label="Seção" width="short" maxLength={30} />
            <TextField {...bound.text('pagina')} label="Página" width="short" maxLength={30} />
            <TextField {...bound.text('link')} label="Endereço na internet" maxLength={500} />
            <Checkbox {...bound.flag('edicao_extra')} label="Saiu em edição extraordinária" />
          </Fieldset>
        ) : null}
        {asks('rejected') ? <TextField {...bound.text('motivo')} label="Motivo da devolução" maxLength={500} /> : null}
        <FormActions>
          <Button kind="primary" icon="check">
            Registrar
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}
