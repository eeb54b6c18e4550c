import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'
import { controlAttributes, Field, type FieldProps, fieldId } from './field.tsx'

/** How wide a control is, as a promise of how much is expected. */
export type FieldWidth = 'short' | 'medium' | 'long' | 'full'

type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined
  autocomplete?: string | undefined
  maxLength?: number | undefined
  width?: FieldWidth | undefined
  placeholder?: string | undefined
  readOnly?: boolean | undefined
  /** Words offered while typing; the field still takes any other. */
  suggestions?: readonly string[] | undefined
  /** Name of the island that enhances it, as `data-ilha`. */
  island?: string | undefined
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const attributes = controlAttributes(props)
  const listId = props.suggestions ? `${attributes.id}-opcoes` : undefined
  return (
    <Field {...props}>
      <input
        {...attributes}
        class={inputClass(props.width)}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        inputmode={props.inputMode}
        autocomplete={props.autocomplete}
        maxlength={props.maxLength}
        placeholder={props.placeholder}
        readonly={props.readOnly}
        list={listId}
        data-ilha={props.island}
      />
      {props.suggestions ? (
        <datalist id={listId}>
          {props.suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ) : null}
    </Field>
  )
}

type TextAreaProps = FieldProps & {
  value?: string | undefined
  rows?: number | undefined
  maxLength?: number | undefined
  width?: FieldWidth | undefined
  island?: string | undefined
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        {...controlAttributes(props)}
        class={inputClass(props.width)}
        rows={props.rows ?? 4}
        maxlength={props.maxLength}
        data-ilha={props.island}
      >
        {/* The parser drops a first line break, so one is given to be dropped. */}
        {`\n${props.value ?? ''}`}
      </textarea>
    </Field>
  )
}

type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm` with `time`. */
  value?: string | undefined
  min?: string | undefined
  max?: string | undefined
  time?: boolean | undefined
}

/** A day, or a day and an hour, by the browser's own calendar. */
export function DateField(props: DateFieldProps) {
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        class={inputClass(props.time ? 'medium' : 'short')}
        type={props.time ? 'datetime-local' : 'date'}
        value={props.value ?? ''}
        min={props.min}
        // Without a last day browsers take years of six digits, which no calendar here has.
        max={props.max ?? (props.time ? '2199-12-31T23:59' : '2199-12-31')}
      />
    </Field>
  )
}

type PasswordFieldProps = FieldProps & { autocomplete?: 'current-password' | 'new-password' | undefined }

/** A password: never given back by the server; the shell's island adds the button that shows it. */
export function PasswordField(props: PasswordFieldProps) {
  const attributes = controlAttributes(props)
  return (
    <Field {...props}>
      <span class="field__with-button">
        <input
          {...attributes}
          class={inputClass('full')}
          type="password"
          autocomplete={props.autocomplete ?? 'current-password'}
          autocapitalize="none"
          spellcheck={false}
        />
        <button
          class="button button--quiet"
          type="button"
          data-mostra-senha={attributes.id}
          aria-pressed="false"
          hidden
        >
          <Icon name="eye" />
          Mostrar<span class="visually-hidden"> a senha</span>
        </button>
      </span>
    </Field>
  )
}

type SearchFieldProps = FieldProps & {
  value?: string | undefined
  placeholder?: string | undefined
  /** Id of the table or list that is filtered while typing; the field then shows only where scripts run. */
  filterOf?: string | undefined
  width?: FieldWidth | undefined
}

/** A box to search with; the button that searches stands beside it. */
export function SearchField(props: SearchFieldProps) {
  const field = (
    <Field {...props}>
      <span class="search-box">
        <Icon name="search" />
        <input
          {...controlAttributes({ ...props, id: props.id ?? fieldId(props.name) })}
          class={inputClass(props.width ?? 'full')}
          type="search"
          value={props.value ?? ''}
          placeholder={props.placeholder}
          autocomplete="off"
          data-filtro-de={props.filterOf}
        />
      </span>
    </Field>
  )
  return props.filterOf ? (
    <div data-com-script hidden>
      {field}
    </div>
  ) : (
    field
  )
}

function inputClass(width: FieldWidth = 'full') {
  return classNames('input', width !== 'full' && `input--${width}`)
}
