import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  Form,
  FormActions,
  Grid,
  LinkButton,
  type PageContext,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import type { OfficeOfUnit } from './calendar.ts'

interface HoursPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly office: OfficeOfUnit
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** Opens the agenda of an office, or changes when it receives. */
export function HoursPage({ page, formKeys, href, office, fields, problems }: HoursPageProps) {
  const bound = bindFields(fields, problems)
  return (
    <Shell
      page={page}
      title={`Agenda: ${office.title}`}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Agenda', href: href('/agenda') },
        { label: 'Autoridades', href: href('/agenda/autoridades') },
        { label: office.title },
      ]}
      lead={
        office.calendar
          ? 'O horário vale para os próximos compromissos.'
          : 'A agenda deste cargo ainda não está aberta.'
      }
    >
      <Form {...formKeys} action={href(`/agenda/autoridades/${office.officeId}`)} errors={problems}>
        <Grid min="small">
          <TextField
            {...bound.text('abre')}
            label="Atende das"
            hint="Como 08:00."
            width="short"
            maxLength={8}
            required
          />
          <TextField {...bound.text('fecha')} label="Até as" hint="Como 14:00." width="short" maxLength={8} required />
          <TextField
            {...bound.text('minutos')}
            label="Minutos de cada horário"
            hint="De 10 a 240."
            inputMode="numeric"
            width="short"
            maxLength={3}
            required
          />
        </Grid>
        <Checkbox
          {...bound.flag('publica')}
          label="Publicar na internet"
          hint="Os compromissos aparecem na agenda pública no dia em que acontecem, ou antes, se alguém os publicar."
        />
        <FormActions>
          <Button kind="primary" icon="check">
            {office.calendar ? 'Salvar' : 'Abrir a agenda'}
          </Button>
          <LinkButton kind="quiet" href={href('/agenda/autoridades')}>
            Voltar sem salvar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
