import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateField,
  Form,
  FormActions,
  Grid,
  LinkButton,
  type PageContext,
  Select,
  Shell,
  TextField,
} from '../../ui/index.ts'
import { readTermTyped, TermFields } from '../deadlines/index.ts'
import { bindFields } from '../organization/index.ts'
import { classWords } from './demand.text.ts'
import { bodyClasses } from './demand.ts'

interface DemandFormPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly title: string
  readonly crumbs: readonly Crumb[]
  readonly action: string
  readonly backTo: string
  readonly button: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Only of a new one: later the deadline changes with an extension alone. */
  readonly asksDeadline: boolean
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** What is written down of a demand. */
export function DemandFormPage(props: DemandFormPageProps) {
  const { page, formKeys, href, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <Shell
      page={page}
      title={props.title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Demandas externas', href: href('/demandas') },
        ...props.crumbs,
      ]}
    >
      <Form {...formKeys} action={props.action} errors={problems}>
        <Select
          {...bound.text('classe')}
          label="Classe"
          required
          emptyLabel="Escolha…"
          options={bodyClasses.map((one) => ({ value: one, label: classWords[one] }))}
        />
        <TextField
          {...bound.text('orgao')}
          label="Órgão que pede"
          hint="Como: 3ª Vara da Fazenda Pública de Natal."
          required
          maxLength={200}
        />
        <Grid min="small">
          <TextField {...bound.text('numero')} label="Número no órgão" hint="Como: Ofício 12/2026." maxLength={100} />
          <DateField {...bound.text('recebida_em')} label="Recebida em" required />
        </Grid>
        <TextField {...bound.text('assunto')} label="Assunto" required maxLength={500} />
        {props.asksDeadline ? (
          <TermFields
            legend="Prazo para responder"
            typed={readTermTyped(fields)}
            problems={problems}
            hint="O dia escrito no pedido, ou o número de dias que ele dá."
          />
        ) : null}
        <TextField
          {...bound.text('base_legal')}
          label="Base legal do prazo"
          hint="Como: Lei nº 12.016/2009, art. 7º, I."
          required
          maxLength={300}
        />
        <Select
          {...bound.text('responsavel')}
          label="Com quem fica"
          emptyLabel="Ninguém ainda"
          options={props.people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          {...bound.text('processo')}
          label="Número do processo"
          hint="Se já há um. A demanda aparece na página dele, e só a lê quem pode ler o processo."
          maxLength={60}
          width="medium"
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
