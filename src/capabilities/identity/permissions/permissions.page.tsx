import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  ConfirmPage,
  DateField,
  Fieldset,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  RadioGroup,
  Select,
  TextField,
} from '../../../ui/index.ts'
import {
  AdministrationPage,
  adminHref,
  administrationCrumbs,
  bindFields,
  type Reach,
} from '../../organization/index.ts'
import { trailTo } from '../access/access.page.tsx'
import type { Grant, User } from '../users/user.ts'

interface GrantProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly user: User
  readonly profiles: readonly { readonly id: string; readonly name: string; readonly description: string }[]
  readonly labels: readonly string[]
  readonly agencies: readonly { readonly id: string; readonly acronym: string }[]
  /** Of who grants. */
  readonly reach: Reach
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

export function GrantPage(props: GrantProps) {
  const { page, formKeys, user, profiles, problems } = props
  const bound = bindFields(props.fields, problems)
  return (
    <AdministrationPage
      page={page}
      title="Conceder permissão"
      lead={`A ${user.socialName ?? user.name}, usuário ${user.login}.`}
      trail={trailTo(user)}
      width="text"
      hasErrors={problems.length > 0}
    >
      <Form {...formKeys} action={adminHref(page, `/usuarios/${user.id}/permissoes`)} errors={problems}>
        <RadioGroup
          {...bound.text('perfil')}
          label="Perfil"
          required
          options={profiles.map(({ id, name, description }) => ({ value: id, label: name, hint: description }))}
        />
        <Place {...props} bound={bound} />
        <Fieldset legend="Quando vale">
          <DateField {...bound.text('desde')} label="Desde" required />
          <DateField {...bound.text('ate')} label="Até" hint="Vazio: sem data de fim." />
        </Fieldset>
        <FormActions>
          <Button kind="primary">Conceder</Button>
          <LinkButton kind="quiet" href={adminHref(page, `/usuarios/${user.id}`)}>
            Voltar à pessoa
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

function Place({ bound, labels, agencies, reach }: GrantProps & { bound: ReturnType<typeof bindFields> }) {
  return (
    <Fieldset legend="Onde vale">
      <RadioGroup
        {...bound.text('onde')}
        label="Alcance da permissão"
        labelHidden
        options={[
          { value: 'unidade', label: 'Em uma unidade' },
          { value: 'orgao', label: 'Em todas as unidades de um órgão' },
        ]}
      />
      <TextField
        {...bound.text('unidade')}
        label="Unidade"
        hint="Sigla, se a permissão vale em uma unidade."
        suggestions={labels}
        maxLength={80}
        width="medium"
      />
      <Checkbox
        {...bound.flag('subunidades')}
        label="Também nas subunidades"
        hint="As que estiverem abaixo dela em cada momento, e não só as de hoje."
      />
      {agencies.length > 1 ? (
        <Select
          {...bound.text('orgao')}
          label="Órgão"
          hint="Se a permissão vale em todas as unidades de um órgão."
          emptyLabel="Escolha…"
          width="medium"
          options={agencies.map(({ id, acronym }) => ({ value: id, label: acronym }))}
        />
      ) : (
        <input type="hidden" name="orgao" value={agencies[0]?.id ?? ''} />
      )}
      {reach.unitIds ? null : (
        <RadioGroup
          {...bound.text('alcance')}
          label="O que administra"
          hint="Só faz diferença em perfis que administram."
          options={[
            { value: 'unidade', label: 'A unidade e as que estão abaixo dela' },
            { value: 'orgao', label: 'O órgão' },
            ...(reach.agencyId === undefined
              ? [
                  {
                    value: 'sim',
                    label: 'Toda a instalação',
                    hint: 'Mantém os cadastros de todos os órgãos a partir dessa unidade, sem por isso trabalhar nas outras.',
                  },
                ]
              : []),
          ]}
        />
      )}
    </Fieldset>
  )
}

interface RevokeProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly user: User
  readonly grant: Grant
  readonly problems: readonly FieldProblem[]
}

export function RevokePage({ page, formKeys, user, grant, problems }: RevokeProps) {
  const path = `/usuarios/${user.id}`
  return (
    <ConfirmPage
      page={page}
      title={`Revogar ${grant.profile} em ${grant.place}?`}
      breadcrumb={administrationCrumbs(page, trailTo(user), 'Revogar permissão')}
      consequences={[
        `${user.socialName ?? user.name} perde agora o que este perfil permite ali, mesmo no meio de um trabalho.`,
        'Se não restar outra permissão, deixa de entrar na unidade. O que fez continua registrado.',
      ]}
      action={adminHref(page, `${path}/permissoes/${grant.id}/revogacao`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel="Revogar"
      confirmIcon="remove"
      cancelHref={adminHref(page, path)}
      errors={problems.map(({ message }) => ({ message }))}
    />
  )
}
