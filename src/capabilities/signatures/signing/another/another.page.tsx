import type { FormKeys } from '../../../../platform/form-keys.ts'
import {
  Button,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  PasswordField,
  Select,
  Shell,
  TextField,
} from '../../../../ui/index.ts'
import type { DocumentToSign } from '../offer-signing.ts'
import { shownValue } from '../sign-documents.form.ts'
import { NoCapacities, NotNow, signingCrumbs, TextToSign, Warnings, WhatIsSigned } from '../signing-parts.page.tsx'

export interface AnotherTyped {
  readonly login: string
  readonly capacity: string
}

/** Another person signs one document here, with a login and password of their own. */
export function SignAsAnotherPage(props: {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly one: DocumentToSign
  readonly html: string | undefined
  readonly capacities: readonly string[]
  readonly typed: AnotherTyped
  readonly problems: readonly FormError[]
}) {
  const { page, one, href, capacities, typed, problems } = props
  const back = href(`/documentos/${one.document.number}/assinatura`)
  const unit = page.actor?.unit.acronym ?? ''
  return (
    <Shell
      page={page}
      title="Assinar como outra pessoa"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={signingCrumbs(one, href, 'Outra pessoa')}
    >
      <WhatIsSigned one={one} page={page} />
      {!one.shown || !one.mayOthers ? (
        <NotNow one={one} back={href(`/documentos/${one.document.number}`)} />
      ) : capacities.length === 0 ? (
        <NoCapacities unit={unit} />
      ) : (
        <>
          <p>
            A pessoa que vai assinar usa o usuário e a senha dela. A assinatura sai no nome dela, e esta sessão continua
            sendo de {page.actor?.name ?? ''}. O histórico registra que ela assinou aqui.
          </p>
          <Form {...props.formKeys} action={`${back}/outra-pessoa`} errors={problems}>
            <input type="hidden" name="documento" value={shownValue(one.shown)} />
            <Warnings one={one} />
            <TextField
              name="usuario"
              label="Usuário de quem vai assinar"
              value={typed.login}
              autocomplete="off"
              required
              error={errorOf(problems, 'usuario')}
            />
            <Select
              name="cargo"
              width="long"
              label="Cargo ou função de quem vai assinar"
              hint={`Da unidade ${unit}.`}
              required
              value={typed.capacity || capacities[0]}
              options={capacities.map((title) => ({ value: title, label: title }))}
              error={errorOf(problems, 'cargo')}
            />
            <PasswordField name="senha" label="Senha de quem vai assinar" required error={errorOf(problems, 'senha')} />
            <TextField
              name="codigo"
              label="Código da verificação em duas etapas"
              hint="Só para quem a usa: seis algarismos do aplicativo, ou um código de recuperação."
              autocomplete="one-time-code"
              maxLength={30}
              width="medium"
              error={errorOf(problems, 'codigo')}
            />
            <FormActions>
              <Button kind="primary" icon="sign">
                Assinar
              </Button>
              <LinkButton kind="quiet" href={back}>
                Voltar sem assinar
              </LinkButton>
            </FormActions>
          </Form>
        </>
      )}
      <TextToSign html={props.html} />
    </Shell>
  )
}
