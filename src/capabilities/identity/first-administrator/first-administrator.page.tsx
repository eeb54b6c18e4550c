import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  Fieldset,
  Form,
  FormActions,
  type PageContext,
  PlainShell,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { NewPasswordFields } from '../new-password-fields.page.tsx'

interface FirstAdministratorProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly token: string
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** The first page of a new installation. */
export function FirstAdministratorPage({ page, formKeys, token, fields, problems }: FirstAdministratorProps) {
  const bound = bindFields(fields, problems)
  return (
    <PlainShell page={page} title="Primeiro acesso" hasErrors={problems.length > 0}>
      <p>Cadastre o órgão, a primeira unidade e a sua conta. Tudo pode ser mudado e completado depois.</p>
      <Form {...formKeys} action={`/primeiro-acesso/${token}`} errors={problems}>
        <AgencyFields bound={bound} />
        <UnitFields bound={bound} />
        <Fieldset legend="Você, que vai administrar o sistema">
          <TextField {...bound.text('nome')} label="Nome" required autocomplete="name" maxLength={150} />
          <TextField
            {...bound.text('usuario')}
            label="Usuário"
            hint="Com ele você entra. Exemplo: ana.souza"
            required
            autocomplete="username"
            maxLength={100}
            width="medium"
          />
          <TextField {...bound.text('cpf')} label="CPF" inputMode="numeric" maxLength={20} width="medium" />
          <TextField
            {...bound.text('email')}
            label="E-mail"
            required
            type="email"
            autocomplete="email"
            maxLength={254}
          />
          <NewPasswordFields problems={problems} />
        </Fieldset>
        <Checkbox
          {...bound.flag('conjunto_inicial')}
          label="Começar com um conjunto de tipos comuns a órgãos públicos"
          hint="Tipos de processo e de documento com modelos, hipóteses legais, espécies de conferência e uma classe provisória."
        />
        <FormActions>
          <Button kind="primary">Criar e começar</Button>
        </FormActions>
      </Form>
    </PlainShell>
  )
}

type Bound = ReturnType<typeof bindFields>

function AgencyFields({ bound }: { bound: Bound }) {
  return (
    <Fieldset legend="Órgão">
      <TextField {...bound.text('orgao_sigla')} label="Sigla do órgão" required maxLength={30} width="short" />
      <TextField {...bound.text('orgao_nome')} label="Nome do órgão" required maxLength={250} />
      <TextField
        {...bound.text('orgao_codigo')}
        label="Código do órgão no número dos processos"
        hint="Só algarismos. Se a máscara não usa o código do órgão, informe 0."
        required
        inputMode="numeric"
        maxLength={6}
        width="short"
      />
      <TextField
        {...bound.text('mascara')}
        label="Máscara do número dos processos"
        hint="A do governo federal já está aqui. Na página do órgão há um exemplo do número que ela forma."
        required
        maxLength={100}
      />
    </Fieldset>
  )
}

function UnitFields({ bound }: { bound: Bound }) {
  return (
    <Fieldset legend="Primeira unidade">
      <TextField {...bound.text('unidade_sigla')} label="Sigla da unidade" required maxLength={40} width="short" />
      <TextField {...bound.text('unidade_nome')} label="Nome da unidade" required maxLength={250} />
      <TextField
        {...bound.text('unidade_codigo')}
        label="Código da unidade no número dos processos"
        hint="Só algarismos. Exemplo: 00110"
        required
        inputMode="numeric"
        maxLength={8}
        width="short"
      />
      <TextField {...bound.text('endereco')} label="Endereço" required maxLength={250} />
      <TextField {...bound.text('municipio')} label="Município" required maxLength={120} />
      <TextField {...bound.text('uf')} label="UF" required maxLength={2} width="short" />
      <TextField {...bound.text('unidade_email')} label="E-mail da unidade" type="email" maxLength={254} />
    </Fieldset>
  )
}
