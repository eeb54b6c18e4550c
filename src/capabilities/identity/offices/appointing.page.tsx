import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  DateField,
  Fieldset,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  RadioGroup,
  Select,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'
import { trailToOffices } from './office.page.tsx'
import { type Office, reasons, styles } from './office.ts'
import { actingCapacity, reasonWords, whatDoesNotPass } from './offices.text.ts'

interface AppointingProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly office: Office
  /** Logins of people of the unit, to offer while typing. */
  readonly logins: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

const trailTo = ({ id, title }: Office) => [...trailToOffices, { label: title, path: `/cargos/${id}` }]

export function NewTenurePage({ page, formKeys, office, logins, fields, problems }: AppointingProps) {
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title="Registrar titular"
      lead={`${office.title}, ${office.unit}.`}
      trail={trailTo(office)}
      width="text"
      hasErrors={problems.length > 0}
    >
      <Form {...formKeys} action={adminHref(page, `/cargos/${office.id}/titulares`)} errors={problems}>
        <PersonField {...bound.text('titular')} label="Titular" logins={logins} />
        <ActField {...bound.text('ato')} example="Decreto de nomeação de 2 de janeiro de 2027" />
        <Fieldset legend="Dias">
          <DateField {...bound.text('desde')} label="Desde" required />
          <DateField {...bound.text('ate')} label="Até" hint="Vazio: sem data de fim." />
        </Fieldset>
        <Actions page={page} office={office} label="Registrar" />
      </Form>
    </AdministrationPage>
  )
}

export function NewSubstitutionPage(
  props: AppointingProps & { readonly profiles: readonly { readonly id: string; readonly name: string }[] },
) {
  const { page, formKeys, office, logins, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <AdministrationPage
      page={page}
      title="Designar substituto"
      lead={`${office.title}, ${office.unit}.`}
      trail={trailTo(office)}
      width="text"
      hasErrors={problems.length > 0}
    >
      <Form {...formKeys} action={adminHref(page, `/cargos/${office.id}/substituicoes`)} errors={problems}>
        <Message kind="info">
          <p>
            Nos dias abaixo, e só neles, o substituto tem nesta unidade os perfis que o titular tem nela.{' '}
            {whatDoesNotPass}
          </p>
        </Message>
        <PersonField {...bound.text('substituto')} label="Substituto" logins={logins} />
        <RadioGroup
          {...bound.text('motivo')}
          label="Motivo"
          required
          options={reasons.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
        />
        <Select
          {...bound.text('perfil')}
          label="Perfil na vacância"
          hint="Só para cargo vago: não há titular de quem o perfil venha."
          emptyLabel="Escolha…"
          width="medium"
          options={props.profiles.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ActField {...bound.text('ato')} example="Portaria nº 12/2027-GS" />
        <Fieldset legend="Dias">
          <DateField {...bound.text('desde')} label="Desde" hint="Hoje ou depois." required />
          <DateField {...bound.text('ate')} label="Até" hint="Este dia ainda conta." required />
        </Fieldset>
        <RadioGroup
          {...bound.text('forma')}
          label="Como assina"
          required
          options={styles.map((style) => ({ value: style, label: actingCapacity(office.title, style) }))}
        />
        <Actions page={page} office={office} label="Designar" />
      </Form>
    </AdministrationPage>
  )
}

interface BoundField {
  readonly name: string
  readonly value: string
  readonly error?: string | undefined
}

function PersonField({
  logins,
  ...field
}: BoundField & { readonly label: string; readonly logins: readonly string[] }) {
  return (
    <TextField
      {...field}
      hint="O usuário com que a pessoa entra. Pode ser qualquer pessoa do órgão."
      required
      suggestions={logins}
      maxLength={100}
      width="medium"
    />
  )
}

function ActField({ example, ...field }: BoundField & { readonly example: string }) {
  return <TextField {...field} label="Ato" hint={`Exemplo: ${example}.`} required maxLength={200} width="long" />
}

function Actions({ page, office, label }: { page: PageContext; office: Office; label: string }) {
  return (
    <FormActions>
      <Button kind="primary">{label}</Button>
      <LinkButton kind="quiet" href={adminHref(page, `/cargos/${office.id}`)}>
        Voltar ao cargo
      </LinkButton>
    </FormActions>
  )
}
