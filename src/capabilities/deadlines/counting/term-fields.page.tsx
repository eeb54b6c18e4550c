import type { FieldProblem } from '../../../platform/form-fields.ts'
import { DateField, errorOf, Fieldset, Select, TextField } from '../../../ui/index.ts'
import { countingHint, countingNames } from './counting.text.ts'
import { countingValues, type TermTyped } from './term.form.ts'

/** The ways of counting, to choose one. */
export const countingOptions = countingValues.map(({ value, counting }) => ({ value, label: countingNames[counting] }))

interface TermFieldsProps {
  readonly legend: string
  readonly typed: TermTyped
  readonly problems: readonly (FieldProblem | { field?: string | undefined; message: string })[]
  readonly hint?: string
}

/** A day, or so many days counted from one. */
export function TermFields({ legend, typed, problems, hint }: TermFieldsProps) {
  return (
    <Fieldset legend={legend} hint={hint ?? 'Informe um dia certo ou um número de dias.'}>
      <DateField name="dia" label="Dia certo" value={typed.day} error={errorOf(problems, 'dia')} />
      <TextField
        name="dias"
        label="Ou número de dias"
        inputMode="numeric"
        width="short"
        maxLength={4}
        value={typed.days}
        error={errorOf(problems, 'dias')}
      />
      <Select
        name="contagem"
        label="Contados em"
        hint={countingHint}
        width="long"
        value={typed.counting}
        options={countingOptions}
        error={errorOf(problems, 'contagem')}
      />
      <DateField
        name="desde"
        label="A partir de"
        hint="O dia do começo, que não conta. Vazio, é hoje."
        value={typed.from}
        error={errorOf(problems, 'desde')}
      />
    </Fieldset>
  )
}
