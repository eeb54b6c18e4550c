import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Fieldset,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  PasswordField,
  RadioGroup,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { bindFields } from '../organization/index.ts'
import { levelNames } from './request-form.ts'
import { requestsTitle } from './requests.page.tsx'

interface NewRequestProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly capacities: readonly string[]
  /** What is missing before anybody may ask; undefined where nothing is. */
  readonly missing: string | undefined
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** The form of identification: typed fields, signed with the password. */
export function NewRequestPage({ page, formKeys, href, capacities, missing, fields, problems }: NewRequestProps) {
  const bound = bindFields(fields, problems)
  return (
    <Shell
      page={page}
      title="Pedir tipo de processo"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: requestsTitle, href: href('/pedidos-de-tipos') },
        { label: 'Novo pedido' },
      ]}
      lead="O formulário é incluído e assinado em um processo novo, que segue para a unidade que analisa."
    >
      {missing ? (
        <Message kind="warning">
          <p>{missing}</p>
        </Message>
      ) : null}
      <Form {...formKeys} action={href('/pedidos-de-tipos')} errors={problems}>
        <TextField {...bound.text('nome')} label="Nome do tipo de processo" required maxLength={150} />
        <TextArea {...bound.text('finalidade')} label="Finalidade" required rows={3} maxLength={1000} />
        <TextArea
          {...bound.text('justificativa')}
          label="Justificativa"
          hint="Por que nenhum dos tipos que existem serve."
          required
          rows={3}
          maxLength={2000}
        />
        <TextArea {...bound.text('fundamento')} label="Fundamento legal" rows={2} maxLength={1000} />
        <TextArea
          {...bound.text('documentos')}
          label="Documentos que o compõem"
          hint="Um por linha."
          required
          rows={3}
          maxLength={2000}
        />
        <TextField {...bound.text('volume')} label="Processos por ano" inputMode="numeric" required width="short" />
        <RadioGroup
          {...bound.text('nivel')}
          label="Nível de acesso"
          required
          options={Object.entries(levelNames).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          {...bound.text('classes')}
          label="Classes"
          hint="Códigos do plano de classificação, um por linha."
          required
          rows={2}
        />
        <TextArea
          {...bound.text('unidades')}
          label="Unidades que o abrem"
          hint="Siglas, uma por linha; vazio são todas as do órgão."
          rows={2}
        />
        <Fieldset legend="Assinatura">
          <Select
            {...bound.text('cargo')}
            label="Cargo ou função"
            required
            emptyLabel="Escolha…"
            options={capacities.map((title) => ({ value: title, label: title }))}
          />
          <PasswordField {...bound.secret('senha')} label="Senha" required autocomplete="current-password" />
        </Fieldset>
        <FormActions>
          <Button kind="primary" icon="sign">
            Assinar e enviar
          </Button>
          <LinkButton kind="quiet" href={href('/pedidos-de-tipos')}>
            Voltar aos pedidos
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
