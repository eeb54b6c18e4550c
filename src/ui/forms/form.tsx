// biome-ignore-all lint/a11y/useSemanticElements: browsers of older machines do not know the search element.
import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import { fieldId } from './field.tsx'

/** Something wrong with a form; with `field` it links to the field of that name. */
export type FormError = { readonly field?: string | undefined; readonly message: string }

/** Everything that is wrong, at the top of the page, each linked to its field. It takes the focus when the page opens. */
export function ErrorSummary({ errors, title }: { errors: readonly FormError[]; title?: string | undefined }) {
  if (errors.length === 0) return null
  return (
    // After a refusal, the reasons are what the person must hear first: hence the focus.
    <div class="error-summary" role="alert" tabindex={-1} autofocus id="resumo-de-erros">
      <h2 class="error-summary__title">
        <Icon name="error" />
        {title ?? (errors.length === 1 ? 'Há um problema' : `Há ${errors.length} problemas`)}
      </h2>
      <ul class="error-summary__list">
        {errors.map(({ field, message }) => (
          <li key={`${field}${message}`}>
            {field === undefined ? message : <a href={`#${fieldId(field)}`}>{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The error of one field, for its `error` property. */
export function errorOf(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message
}

type FormProps = {
  action: string
  csrf: string
  /** Makes sending twice the same as sending once. */
  idempotencyKey?: string | undefined
  /** For forms with files. */
  multipart?: boolean | undefined
  id?: string | undefined
  /** All that is wrong; shown as the summary above the fields. */
  errors?: readonly FormError[] | undefined
  island?: string | undefined
  children?: ComponentChildren
}

/** A form that changes something: always POST, with its guard against forgery. The server checks, the browser does not. */
export function Form(props: FormProps) {
  return (
    <form
      class="form"
      method="post"
      action={props.action}
      id={props.id}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      novalidate
      data-ilha={props.island}
    >
      <input type="hidden" name="_csrf" value={props.csrf} />
      {props.idempotencyKey === undefined ? null : <input type="hidden" name="_chave" value={props.idempotencyKey} />}
      {props.errors ? <ErrorSummary errors={props.errors} /> : null}
      {props.children}
    </form>
  )
}

/**
 * Stands before all buttons of a form full of boxes: Enter on a box presses the first button of its form, and this one
 * closes a dialog where there is none: it does nothing. (A disabled one would be passed over for the next.) Only a button
 * that is really pressed acts on what was chosen.
 */
export function NothingOnEnter({ form }: { form?: string | undefined }) {
  return <button type="submit" form={form} formmethod="dialog" hidden />
}

type SearchFormProps = { action: string; label: string; id?: string | undefined; children: ComponentChildren }

/** A form that only asks: GET, so that its answer can be kept as a link. `label` names it for screen readers. */
export function SearchForm({ action, label, id, children }: SearchFormProps) {
  return (
    <form class="search-form" method="get" action={action} id={id} role="search" aria-label={label}>
      {children}
    </form>
  )
}

type FieldsetProps = { legend: ComponentChildren; hint?: ComponentChildren; children: ComponentChildren }

/** Fields that belong together, under one name. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset class="fieldset">
      <legend class="fieldset__legend">{legend}</legend>
      {hint ? <p class="field__hint">{hint}</p> : null}
      {children}
    </fieldset>
  )
}

/** The line of buttons at the end of a form: the act first, the way back last. */
export function FormActions({ children }: { children: ComponentChildren }) {
  return <div class="form-actions">{children}</div>
}
