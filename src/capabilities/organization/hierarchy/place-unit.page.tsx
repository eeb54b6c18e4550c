import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  DateField,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  TextField,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref } from '../administration/administration.page.tsx'
import { bindFields } from '../administration/bound-fields.ts'
import type { Unit } from '../units/unit.ts'

interface PlaceUnitProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly unit: Unit
  readonly labels: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** A new place in the hierarchy for a unit, from a day on. */
export function PlaceUnitPage({ page, formKeys, unit, labels, fields, problems }: PlaceUnitProps) {
  const bound = bindFields(fields, problems)
  const path = `/unidades/${unit.id}`
  return (
    <AdministrationPage
      page={page}
      title="Posição na hierarquia"
      trail={[
        { label: 'Unidades', path: '/unidades' },
        { label: `Unidade ${unit.acronym}`, path },
      ]}
      width="text"
      hasErrors={problems.length > 0}
      headingActions={
        unit.placements.length > 0 ? (
          <LinkButton href={adminHref(page, `${path}/hierarquia/retirada`)} icon="remove">
            Retirar da hierarquia
          </LinkButton>
        ) : undefined
      }
    >
      <Form {...formKeys} action={adminHref(page, `${path}/hierarquia`)} errors={problems}>
        <Message kind="info">
          <p>
            Permissões que se estendem às subunidades acompanham a mudança no mesmo instante: quem as tem na unidade
            superior passa a trabalhar em {unit.acronym} e no que está abaixo dela; quem as tinha na anterior deixa de
            trabalhar.
          </p>
        </Message>
        <TextField
          {...bound.text('superior')}
          label="Unidade superior"
          hint="Sigla da unidade; vazio põe a unidade no topo."
          suggestions={labels}
          maxLength={80}
          width="medium"
        />
        <DateField {...bound.text('desde')} label="Desde" required />
        <DateField {...bound.text('ate')} label="Até" hint="Vazio: sem data de fim." />
        <FormActions>
          <Button kind="primary">Mudar a posição</Button>
          <LinkButton kind="quiet" href={adminHref(page, path)}>
            Voltar à unidade
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}
