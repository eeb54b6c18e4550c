import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  DateField,
  Form,
  FormActions,
  Grid,
  LinkButton,
  type PageContext,
  RadioGroup,
  Select,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import type { Calendar } from '../authorities/calendar.ts'
import { agendaCrumbs } from '../crumbs.ts'
import { ParticipantFields } from '../participants/participant-fields.page.tsx'
import { channelWords } from './request.text.ts'
import { channels } from './request.ts'

interface NewRequestPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly calendars: readonly Calendar[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** Somebody asks to be heard: by telephone, at the counter or by e-mail, on the same screen. */
export function NewRequestPage({ page, formKeys, href, calendars, fields, problems }: NewRequestPageProps) {
  const bound = bindFields(fields, problems)
  return (
    <Shell
      page={page}
      title="Registrar pedido de audiência"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={agendaCrumbs(
        href,
        { label: 'Pedidos', href: href('/agenda/pedidos') },
        { label: 'Registrar pedido' },
      )}
      lead="Pedidos para assuntos que cabem à autoridade. Depois de registrar, aceite, encaminhe ou recuse."
    >
      <Form {...formKeys} action={href('/agenda/pedidos')} errors={problems}>
        <Select
          {...bound.text('autoridade')}
          label="Com quem"
          emptyLabel="Escolha…"
          required
          options={calendars.map(({ officeId, title }) => ({ value: officeId, label: title }))}
        />
        <RadioGroup
          {...bound.text('canal')}
          label="Como o pedido chegou"
          required
          inline
          options={channels.map((channel) => ({ value: channel, label: channelWords[channel] }))}
        />
        <TextField {...bound.text('solicitante')} label="Quem pede" required maxLength={200} />
        <TextField {...bound.text('instituicao')} label="Instituição ou quem representa" maxLength={200} />
        <Grid min="small">
          <TextField
            {...bound.text('telefone')}
            label="Telefone"
            type="tel"
            maxLength={40}
            hint="Não aparece na agenda pública."
          />
          <TextField
            {...bound.text('email')}
            label="E-mail"
            type="email"
            maxLength={254}
            hint="Não aparece na agenda pública."
          />
        </Grid>
        <TextField {...bound.text('assunto')} label="Assunto" required maxLength={500} />
        <Grid min="small">
          <DateField {...bound.text('desejado_de')} label="Deseja a partir de" />
          <DateField {...bound.text('desejado_ate')} label="Deseja até" />
          <TextField {...bound.text('preferencia')} label="Preferência de horário" maxLength={200} />
        </Grid>
        <Checkbox {...bound.flag('urgente')} label="É urgente" />
        <ParticipantFields fields={fields} problems={problems} />
        <TextField
          {...bound.text('processo')}
          label="Número do processo"
          hint="Se o assunto já está em um processo."
          maxLength={60}
          width="medium"
        />
        <FormActions>
          <Button kind="primary" icon="check">
            Registrar pedido
          </Button>
          <LinkButton kind="quiet" href={href('/agenda/pedidos')}>
            Voltar sem registrar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
