import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons/icon.tsx'
import { safeHref } from './link.tsx'

/** How much weight a button carries: one `primary` a page, `danger` for what destroys, `quiet` inside tables. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'

type Look = {
  children: ComponentChildren
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  small?: boolean | undefined
  id?: string | undefined
  /** Name of the keyboard shortcut that presses it; see the table in the README. */
  shortcut?: string | undefined
}

type ButtonProps = Look & {
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  /** Id of the form it sends, when it stands outside of it. */
  form?: string | undefined
  /** Address it sends the form to, instead of the form's own. */
  formAction?: string | undefined
  /** Sends it though fields that this button has no use for are empty. */
  skipsChecks?: boolean | undefined
  disabled?: boolean | undefined
  describedBy?: string | undefined
}

/** Sends a form. `type="button"` only for what an island makes work. */
export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? 'submit'}
      class={buttonClass(props)}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      formnovalidate={props.skipsChecks}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      data-atalho={props.shortcut}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </button>
  )
}

type LinkButtonProps = Look & { href: string; download?: boolean | undefined; newTab?: boolean | undefined }

/** Looks like a button, goes somewhere: it changes nothing in the world. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a
      href={safeHref(props.href)}
      class={buttonClass(props)}
      id={props.id}
      download={props.download}
      target={props.newTab ? '_blank' : undefined}
      rel={props.newTab ? 'noopener' : undefined}
      data-atalho={props.shortcut}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
      {props.newTab ? <span class="visually-hidden"> (abre em outra aba)</span> : null}
    </a>
  )
}

function buttonClass({ kind = 'secondary', small }: Look) {
  return classNames('button', `button--${kind}`, small && 'button--small')
}
