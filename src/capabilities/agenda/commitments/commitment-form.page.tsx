import type { ComponentChildren } from 'preact'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  type Crumb,
  DateField,
  Fieldset,
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
import { kindWords } from './commitment.text.ts'
import { commitmentKinds } from './commitment.ts'

interface CommitmentFormPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly title: string
  readonly crumbs: readonly Crumb[]
  readonly action: string
  readonly backTo: string
  readonly button: string
  /** Only where the authority may be chosen. */
  readonly calendars: readonly Calendar[] | undefined
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  /** What stands above the form: free times, who answers on the day. */
  readonly children?: ComponentChildren
}

/** Everything that is written down of a commitment. */
export function CommitmentFormPage(props: CommitmentFormPageProps) {
  const { page, formKeys, href, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <Shell
      page={page}
      title={props.title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={agendaCrumbs(href, ...props.crumbs)}
    >
      {props.children}
      <Form {...formKeys} action={props.action} errors={problems}>
        {'pedido' in fields ? <input type="hidden" name="pedido" value={String(fields.pedido ?? '')} /> : null}
        {props.calendars ? (
          <Select
            {...bound.text('autoridade')}
            label="Agenda de"
            required
            emptyLabel="Escolha…"
            options={props.calendars.map(({ officeId, title }) => ({ value: officeId, label: title }))}
          />
        ) : null}
        <When {...props} />
        <RadioGroup
          {...bound.text('especie')}
          label="Tipo do compromisso"
          required
          options={commitmentKinds.map((kind) => ({ value: kind, label: kindWords[kind], hint: kindHints[kind] }))}
        />
        <TextField {...bound.text('assunto')} label="Assunto" required maxLength={500} />
        <ParticipantFields fields={fields} problems={problems} />
        <Fieldset legend="Interesses representados" hint="Obrigatório na audiência; é publicado (Decreto 10.889/2021).">
          <TextField {...bound.text('representante')} label="Quem representa" maxLength={200} />
          <TextField {...bound.text('representado')} label="Quem é representado" maxLength={200} />
          <TextField {...bound.text('interesses')} label="Descrição dos interesses" maxLength={500} />
        </Fieldset>
        <Fieldset
          legend="Sigilo"
          hint="Do compromisso reservado o público vê só a hora e a hipótese legal, até a data de divulgação."
        >
          <Checkbox {...bound.flag('reservado')} label="Compromisso reservado" />
          <Grid min="small">
            <TextField
              {...bound.text('hipotese')}
              label="Hipótese legal"
              hint="Como: Lei nº 12.527/2011, art. 23, VII."
              maxLength={200}
            />
            <DateField {...bound.text('divulgar_em')} label="Divulgar em" />
          </Grid>
        </Fieldset>
        <TextField
          {...bound.text('processo')}
          label="Número do processo"
          hint="Não aparece na agenda pública. Se o processo é restrito, o público vê só a hora do compromisso."
          maxLength={60}
          width="medium"
        />
        <Checkbox
          {...bound.flag('assunto_publico')}
          label="O processo é restrito, mas o que está escrito aqui pode ser público"
          hint="Confira o assunto, o local e os participantes antes de marcar: nada do que o processo protege pode aparecer."
        />
        <FormActions>
          <Button kind="primary" icon="check">
            {props.button}
          </Button>
          <LinkButton kind="quiet" href={props.backTo}>
            Voltar sem salvar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

const kindHints = {
  hearing: 'Com quem representa interesse privado.',
  meeting: 'Com pessoas de fora, sem interesse privado.',
  event: 'Solenidade, visita, palestra.',
  'public-hearing': 'Aberta a todos.',
  internal: 'Só com pessoas da casa.',
} as const

function When({ fields, problems }: CommitmentFormPageProps) {
  const bound = bindFields(fields, problems)
  return (
    <>
      <Grid min="small">
        <DateField {...bound.text('dia')} label="Dia" required />
        <TextField
          {...bound.text('inicio')}
          label="Começa às"
          hint="Como 09:30."
          required
          width="short"
          maxLength={8}
        />
        <TextField {...bound.text('fim')} label="Termina às" hint="Como 10:00." required width="short" maxLength={8} />
      </Grid>
      <Checkbox {...bound.flag('fora_do_horario')} label="Fora do horário de atendimento" />
      <TextField {...bound.text('local')} label="Local" required maxLength={200} />
      <Checkbox
        {...bound.flag('sala')}
        label="Reservar como sala do órgão"
        hint="Ninguém mais marca nada nesta sala no mesmo horário. Escreva o nome da sala sempre do mesmo jeito."
      />
    </>
  )
}
