import type { ComponentChildren } from 'preact'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import { Button, DateField, SearchForm, Select } from '../../../ui/index.ts'

interface Choice {
  readonly id: string
  readonly name: string
}
interface UnitChoice {
  readonly id: string
  readonly acronym: string
  readonly agencyAcronym: string
}

interface PeriodFormProps {
  readonly action: string
  readonly typed: { readonly de: string; readonly ate: string }
  readonly problems: readonly FieldProblem[]
  readonly units?: readonly UnitChoice[]
  readonly unitId?: string
  readonly types?: readonly Choice[]
  readonly typeId?: string
  readonly typeLabel?: string
  readonly children?: ComponentChildren
}

/** What a report is asked for: the period, and the unit and type where there is something to choose. */
export function PeriodForm(props: PeriodFormProps) {
  const error = (field: string) => props.problems.find((problem) => problem.field === field)?.message
  return (
    <SearchForm action={props.action} label="Período do relatório" id="periodo">
      <DateField name="de" label="De" value={props.typed.de} error={error('de')} />
      <DateField name="ate" label="Até" value={props.typed.ate} error={error('ate')} />
      {props.units && props.units.length > 0 ? (
        <Select
          name="unidade"
          label="Unidade"
          value={props.unitId}
          options={props.units.map(({ id, acronym, agencyAcronym }) => ({
            value: id,
            label: acronym,
            group: agencyAcronym,
          }))}
        />
      ) : null}
      {props.types ? (
        <Select
          name="tipo"
          label="Tipo de processo"
          value={props.typeId}
          emptyLabel={props.typeLabel ?? 'Todos'}
          options={props.types.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {props.children}
      <Button kind="primary" icon="chart">
        Mostrar
      </Button>
    </SearchForm>
  )
}
