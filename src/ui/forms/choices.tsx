import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.ts'
import { controlAttributes, FieldNotes, type FieldProps, fieldId, RequiredMark } from './field.tsx'

/** One thing that may be chosen. */
export type Choice = {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly disabled?: boolean | undefined
  /** Where the focus goes when the page opens: one at most on a page. */
  readonly focused?: boolean | undefined
}

type ChoicesProps = FieldProps & { options: readonly Choice[]; inline?: boolean | undefined }

/** One out of few, all in sight. The first one carries the id that the error summary links to. */
export function RadioGroup(props: ChoicesProps & { value?: string | undefined }) {
  return (
    <ChoiceSet {...props}>
      {props.options.map((option, index) => (
        <ChoiceLine
          key={option.value}
          type="radio"
          id={choiceId(props, index)}
          name={props.name}
          option={option}
          focused={props.focused && option.value === (props.value ?? props.options[0]?.value)}
          checked={option.value === props.value}
          required={props.required}
        />
      ))}
    </ChoiceSet>
  )
}

/** Any number out of few, all in sight. */
export function CheckboxList(props: ChoicesProps & { values?: readonly string[] | undefined }) {
  return (
    <ChoiceSet {...props}>
      {props.options.map((option, index) => (
        <ChoiceLine
          key={option.value}
          type="checkbox"
          id={choiceId(props, index)}
          name={props.name}
          option={option}
          focused={props.focused && index === 0}
          checked={props.values?.includes(option.value) ?? false}
        />
      ))}
    </ChoiceSet>
  )
}

type CheckboxProps = FieldProps & { checked?: boolean | undefined; value?: string | undefined; disabled?: boolean }

/** A single yes or no; sends `sim`, or `value`, when checked and nothing otherwise. */
export function Checkbox(props: CheckboxProps) {
  const attributes = controlAttributes(props)
  return (
    <div class={classNames('field', 'field--checkbox', props.error && 'field--error')}>
      <FieldNotes id={attributes.id} error={props.error} />
      <div class="choice">
        <input
          {...attributes}
          class="choice__input"
          type="checkbox"
          value={props.value ?? 'sim'}
          checked={props.checked}
          disabled={props.disabled}
        />
        <label class="choice__label" for={attributes.id}>
          {props.label}
          {props.required ? <RequiredMark /> : null}
        </label>
        {props.hint ? (
          <p class="choice__hint" id={`${attributes.id}-dica`}>
            {props.hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}

function ChoiceSet(props: ChoicesProps & { children: ComponentChildren }) {
  const id = props.id ?? fieldId(props.name)
  const described = controlAttributes(props)['aria-describedby']
  return (
    <fieldset class={classNames('field', props.error && 'field--error')} aria-describedby={described}>
      <legend class={props.labelHidden ? 'visually-hidden' : 'field__label'}>
        {props.label}
        {props.required ? <RequiredMark /> : null}
      </legend>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
      <div class={classNames('choices', props.inline && 'choices--inline')}>{props.children}</div>
    </fieldset>
  )
}

type ChoiceLineProps = {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  option: Choice
  checked: boolean
  focused?: boolean | undefined
  required?: boolean | undefined
}

function ChoiceLine({ type, id, name, option, checked, focused, required }: ChoiceLineProps) {
  const hintId = option.hint ? `${id}-dica-da-opcao` : undefined
  return (
    <div class="choice">
      <input
        class="choice__input"
        autofocus={option.focused || focused || undefined}
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        required={required}
        aria-describedby={hintId}
      />
      <label class="choice__label" for={id}>
        {option.label}
      </label>
      {option.hint ? (
        <p class="choice__hint" id={hintId}>
          {option.hint}
        </p>
      ) : null}
    </div>
  )
}

function choiceId(props: ChoicesProps, index: number) {
  const id = props.id ?? fieldId(props.name)
  return index === 0 ? id : `${id}-${index + 1}`
}
