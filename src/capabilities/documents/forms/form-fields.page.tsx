import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { Checkbox, DateField, Message, RadioGroup, Select, TextArea, TextField } from '../../../ui/index.ts'
import type { FormField } from '../../classification/index.ts'
import { bindFields } from '../../organization/index.ts'
import { inputName } from './read-answers.ts'

interface FormFieldsProps {
  readonly form: readonly FormField[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** The fields of a form in their order, each with what was typed and what is wrong with it. */
export function FormFieldsPart({ form, fields, problems }: FormFieldsProps) {
  const bound = bindFields(fields, problems)
  return (
    <>
      {form.map((field) => (
        <OneField key={field.key} field={field} bound={bound} />
      ))}
    </>
  )
}

function OneField({ field, bound }: { field: FormField; bound: ReturnType<typeof bindFields> }) {
  const { kind, label, hint, required = false, choices = [] } = field
  const named = { ...bound.text(inputName(field.key)), label, hint, required }
  switch (kind) {
    case 'information':
      return (
        <Message kind="info" title={label}>
          {(field.text ?? '').split(/\n+/).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Message>
      )
    case 'long-text':
      return <TextArea {...named} rows={6} maxLength={field.mostCharacters} />
    case 'short-text':
      return <TextField {...named} maxLength={field.mostCharacters} />
    case 'masked-text':
      return <TextField {...named} hint={hint ?? `Formato ${field.mask}`} width="medium" />
    case 'integer':
      return <TextField {...named} inputMode="numeric" width="short" />
    case 'decimal':
      return <TextField {...named} inputMode="decimal" width="short" />
    case 'money':
      return <TextField {...named} hint={hint ?? 'Em reais, como 1.234,56'} inputMode="decimal" width="short" />
    case 'date':
      return <DateField {...named} min={field.least} max={field.most} />
    case 'list':
      return (
        <Select
          {...named}
          emptyLabel="Escolha…"
          width="medium"
          options={choices.map((value) => ({ value, label: value }))}
        />
      )
    case 'options':
      return <RadioGroup {...named} options={choices.map((value) => ({ value, label: value }))} />
    case 'flag':
      return <Checkbox {...bound.flag(inputName(field.key))} label={label} hint={hint} />
  }
}
