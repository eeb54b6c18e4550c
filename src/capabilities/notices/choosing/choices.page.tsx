import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  errorOf,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  Stack,
} from '../../../ui/index.ts'
import { channelLabels, kindHints, kindLabels } from '../notice.text.ts'
import { channels, noticeKinds } from '../notice.ts'
import { type ChoicesTyped, channelValues, kindFields } from './choices.form.ts'

interface ChoicesPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly email: string
  readonly typed: ChoicesTyped
  readonly problems: readonly FieldProblem[]
  readonly saved: boolean
}

/** How one wants to be told of each kind of thing. */
export function ChoicesPage({ page, formKeys, href, email, typed, problems, saved }: ChoicesPageProps) {
  const title = 'Escolher os avisos'
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      flash={saved ? { kind: 'success', text: 'Escolhas salvas. Valem para os próximos avisos.' } : undefined}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Avisos', href: href('/avisos') },
        { label: title },
      ]}
    >
      <Stack gap="large">
        {email ? (
          <p>
            As escolhas valem em todas as suas unidades. Os e-mails vão para {email}. Sobre processo sigiloso, o e-mail
            diz só que há um aviso.
          </p>
        ) : (
          <Message kind="warning" title="Você não tem e-mail cadastrado">
            <p>Os avisos ficam só no sistema. Peça a quem administra o seu órgão que cadastre o seu e-mail.</p>
          </Message>
        )}
        <Form {...formKeys} action={href('/avisos/escolhas')} errors={problems}>
          {noticeKinds.map((kind) => (
            <Select
              key={kind}
              name={kindFields[kind]}
              label={kindLabels[kind]}
              hint={kindHints[kind]}
              value={typed.channels[kind]}
              error={errorOf(problems, kindFields[kind])}
              options={channels.map((one) => ({ value: channelValues[one], label: channelLabels[one] }))}
            />
          ))}
          <Select
            name="hora"
            label="Hora do resumo diário"
            hint="Um e-mail por dia, a partir desta hora de Brasília, só quando houver avisos não lidos."
            value={typed.hour}
            error={errorOf(problems, 'hora')}
            options={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour} h` }))}
          />
          <FormActions>
            <Button kind="primary" icon="check">
              Salvar as escolhas
            </Button>
            <LinkButton kind="quiet" href={href('/avisos')}>
              Voltar
            </LinkButton>
          </FormActions>
        </Form>
        <BrowserNotices />
      </Stack>
    </Shell>
  )
}

/** Of the browser, not of the account: who uses two computers chooses on each. Without script there is nothing to choose. */
function BrowserNotices() {
  return (
    <div hidden data-com-script>
      <Card title="Processo novo na unidade" icon="bell">
        <p>
          Este navegador pode mostrar um aviso quando um processo chegar à unidade em que você está, mesmo com o Carimbo
          em outra aba. O aviso diz quantos chegaram, nunca quais.
        </p>
        <FormActions>
          <button type="button" class="button button--secondary" data-avisos-do-navegador>
            <span data-rotulo>Ligar os avisos deste navegador</span>
          </button>
        </FormActions>
        <p role="status" data-resposta-dos-avisos />
      </Card>
    </div>
  )
}
