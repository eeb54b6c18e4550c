import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CopyButton,
  errorOf,
  Form,
  FormActions,
  formatCount,
  formatDate,
  LinkButton,
  Message,
  type PageContext,
  PasswordField,
  TextField,
} from '../../../ui/index.ts'
import { MyAccountShell } from '../my-account/my-account.page.tsx'

interface Frame {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string | undefined
  readonly problems: readonly FieldProblem[]
}

const title = 'Verificação em duas etapas'

/** Off: what it is, and the way to turn it on. On: since when, and the ways to change that. */
export function SecondFactorPage(
  props: Frame & { readonly since: Date | undefined; readonly recoveryCodesLeft: number },
) {
  const { page, deskHref, problems, since } = props
  return (
    <MyAccountShell page={page} deskHref={deskHref} title={title} hasErrors={problems.length > 0}>
      {since ? <TurnedOn {...props} since={since} /> : <TurnedOff {...props} />}
    </MyAccountShell>
  )
}

function TurnedOff({ formKeys, problems }: Frame) {
  return (
    <>
      <p>
        Depois da senha, o sistema pede um código que só o seu celular mostra. Assim, quem descobre a sua senha não
        entra no seu lugar. Você precisa de um aplicativo autenticador, como FreeOTP, Aegis, Google Authenticator ou
        Microsoft Authenticator.
      </p>
      <Form {...formKeys} action="/minha-conta/duas-etapas" errors={problems}>
        <PasswordField name="senha" label="Sua senha" required error={errorOf(problems, 'senha')} />
        <FormActions>
          <Button kind="primary" icon="shield">
            Começar
          </Button>
          <LinkButton kind="quiet" href="/minha-conta">
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </>
  )
}

function TurnedOn({
  formKeys,
  problems,
  since,
  recoveryCodesLeft,
}: Frame & { since: Date; recoveryCodesLeft: number }) {
  return (
    <>
      <p>
        Está ligada desde {formatDate(since)}.{' '}
        {formatCount(
          recoveryCodesLeft,
          'código de recuperação ainda não foi usado',
          'códigos de recuperação ainda não foram usados',
          'Todos os códigos de recuperação foram usados',
        )}
        .
      </p>
      <Form {...formKeys} action="/minha-conta/duas-etapas/mudanca" errors={problems}>
        <PasswordField name="senha" label="Sua senha" required error={errorOf(problems, 'senha')} />
        <FormActions>
          <Button name="acao" value="codigos" icon="refresh">
            Gerar novos códigos de recuperação
          </Button>
          <Button name="acao" value="desligar" kind="danger">
            Desligar
          </Button>
          <LinkButton kind="quiet" href="/minha-conta">
            Voltar
          </LinkButton>
        </FormActions>
        <p>Gerados novos códigos, os antigos deixam de valer. Desligada, basta a senha para entrar.</p>
      </Form>
    </>
  )
}

/** The secret, as a picture and as text, and the first code that proves it. */
export function ConfirmSecondFactorPage(props: Frame & { readonly secret: string; readonly qr: string }) {
  const { page, formKeys, deskHref, problems, secret, qr } = props
  const groups = secret.replace(/(.{4})(?=.)/g, '$1 ')
  return (
    <MyAccountShell
      page={page}
      deskHref={deskHref}
      title="Ligar a verificação em duas etapas"
      hasErrors={problems.length > 0}
    >
      <p>1. Abra o aplicativo autenticador e leia esta imagem.</p>
      <p>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
          width="240"
          height="240"
          alt="Código QR para o autenticador"
        />
      </p>
      <p>
        Não dá para ler? Digite no aplicativo esta chave: <code>{groups}</code>{' '}
        <CopyButton text={secret} what="a chave" />
      </p>
      <p>2. Digite o código que ele mostra agora.</p>
      <Form {...formKeys} action="/minha-conta/duas-etapas/confirmacao" errors={problems}>
        <TextField
          name="codigo"
          label="Código de seis algarismos"
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={10}
          width="short"
          required
          error={errorOf(problems, 'codigo')}
        />
        <FormActions>
          <Button kind="primary">Ligar</Button>
          <LinkButton kind="quiet" href="/minha-conta/duas-etapas">
            Voltar
          </LinkButton>
        </FormActions>
      </Form>
    </MyAccountShell>
  )
}

/** The recovery codes, shown this once. */
export function RecoveryCodesPage(props: Pick<Frame, 'page' | 'deskHref'> & { readonly codes: readonly string[] }) {
  const { page, deskHref, codes } = props
  return (
    <MyAccountShell page={page} deskHref={deskHref} title="Códigos de recuperação">
      <Message kind="warning" title="Guarde estes códigos agora">
        <p>
          Eles não aparecem de novo. Cada um abre a sua conta uma vez, com a senha, se o celular se perder. Imprima ou
          copie e guarde em lugar seguro.
        </p>
      </Message>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <FormActions>
        <CopyButton text={codes.join('\n')} what="os códigos" />
        <LinkButton kind="primary" href="/minha-conta">
          Guardei os códigos
        </LinkButton>
      </FormActions>
    </MyAccountShell>
  )
}
