import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.ts'
import { Icon } from '../icons/icon.tsx'

/** What every field takes. The value typed is always given back, also beside an error. */
export type FieldProps = {
  name: string
  label: ComponentChildren
  /** Keeps the label for screen readers only; the place must make it evident for all others. */
  labelHidden?: boolean | undefined
  hint?: ComponentChildren
  /** What is wrong, in words; the summary at the top links here. */
  error?: string | undefined
  required?: boolean | undefined
  /** Only for a name used twice on one page. */
  id?: string | undefined
  /** Where the focus goes when the page opens: one at most on a page, and only where the page is that form. */
  focused?: boolean | undefined
}

/** The id of the field of that name, to which the error summary links. */
export function fieldId(name: string): string {
  return `campo-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
}

/** Attributes that tie a control to its hint and its error. */
export function controlAttributes(props: FieldProps) {
  const id = props.id ?? fieldId(props.name)
  const described = [props.hint ? `${id}-dica` : '', props.error ? `${id}-erro` : ''].filter(Boolean).join(' ')
  return {
    id,
    name: props.name,
    required: props.required,
    autofocus: props.focused || undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
}

/** Label, hint, error and the control between them. */
export function Field(props: FieldProps & { children: ComponentChildren }) {
  const id = props.id ?? fieldId(props.name)
  return (
    <div class={classNames('field', props.error && 'field--error')}>
      <label class={props.labelHidden ? 'visually-hidden' : 'field__label'} for={id}>
        {props.label}
        {props.required && !props.labelHidden ? <RequiredMark /> : null}
      </label>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  )
}

/** Says in words that a field may not be left empty. */
export function RequiredMark() {
  return <span class="field__required"> (obrigatório)</span>
}

/** The hint and the error above a control, with the ids that `controlAttributes` names. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ComponentChildren; error?: string | undefined }) {
  return (
    <>
      {hint ? (
        <p class="field__hint" id={`${id}-dica`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field__error" id={`${id}-erro`}>
          <Icon name="error" label="Erro: " />
          {error}
        </p>
      ) : null}
    </>
  )
}
