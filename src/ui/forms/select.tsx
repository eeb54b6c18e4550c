import { classNames } from '../class-names.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'
import type { FieldWidth } from './text-fields.tsx'

/** One entry of a list; entries with the same `group` that follow one another stand under its name. */
export type SelectOption = {
  readonly value: string
  readonly label: string
  readonly group?: string | undefined
  readonly disabled?: boolean | undefined
}

type SelectProps = FieldProps & {
  options: readonly SelectOption[]
  value?: string | undefined
  /** Label of the entry that chooses nothing, e.g. `Escolha…`. */
  emptyLabel?: string | undefined
  width?: FieldWidth | undefined
  island?: string | undefined
}

/** One out of many, by the browser's own list. */
export function Select(props: SelectProps) {
  return (
    <Field {...props}>
      <select
        {...controlAttributes(props)}
        class={classNames('input', 'input--select', props.width && props.width !== 'full' && `input--${props.width}`)}
        data-ilha={props.island}
      >
        {props.emptyLabel === undefined ? null : <option value="">{props.emptyLabel}</option>}
        {inGroups(props.options).map(({ group, options }) =>
          group === undefined ? (
            options.map((option) => <Option key={option.value} option={option} value={props.value} />)
          ) : (
            <optgroup key={group} label={group}>
              {options.map((option) => (
                <Option key={option.value} option={option} value={props.value} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </Field>
  )
}

function Option({ option, value }: { option: SelectOption; value: string | undefined }) {
  return (
    <option value={option.value} selected={option.value === value} disabled={option.disabled}>
      {option.label}
    </option>
  )
}

function inGroups(options: readonly SelectOption[]) {
  const groups: { group: string | undefined; options: SelectOption[] }[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last && last.group === option.group) last.options.push(option)
    else groups.push({ group: option.group, options: [option] })
  }
  return groups
}
