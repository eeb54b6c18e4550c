// biome-ignore-all lint/a11y/useSemanticElements: these are no fields of one form.
import { classNames } from './class-names.ts'
import { NothingOnEnter } from './forms/form.tsx'
import { Icon, type IconName } from './icons/icon.tsx'
import { safeHref } from './link.tsx'

type ActionLook = {
  readonly label: string
  readonly icon: IconName
  readonly kind?: 'primary' | 'danger' | undefined
  readonly shortcut?: string | undefined
}
/** Opens a page, which asks what it needs. */
type LinkAction = ActionLook & { readonly href: string }
/** Done at once by a small form of its own. */
type PostAction = ActionLook & {
  readonly post: string
  readonly csrf: string
  readonly fields?: Readonly<Record<string, string>> | undefined
}
/** Sends a form that stands elsewhere on the page, e.g. the chosen rows of a table, to an address. */
type SubmitAction = ActionLook & {
  readonly form: string
  readonly formAction?: string | undefined
  /** The form's method for this act; GET opens a page about the chosen rows. */
  readonly formMethod?: 'get' | 'post' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
}

/** One thing that may be done. */
export type Action = LinkAction | PostAction | SubmitAction

/** Kindred acts of “Mais ações”, under a heading where there is more than one such group. */
export type ActionSection = { readonly heading: string; readonly actions: readonly Action[] }

type ActionBarProps = {
  /** What the acts are about: `Ações do processo`. */
  label: string
  /** The acts used most, in groups of kindred ones. */
  groups: readonly (readonly Action[])[]
  /** The acts used less, behind “Mais ações”: the section used most first, and so within each. */
  more?: readonly ActionSection[] | undefined
  /** Name of the shortcut that takes the focus to it. */
  shortcut?: string | undefined
}

/** What may be done here, as buttons with words. Acts that may not be done are left out by the page. */
export function ActionBar({ label, groups, more = [], shortcut }: ActionBarProps) {
  const sections = more.filter(({ actions }) => actions.length > 0)
  if (sections.length === 0 && groups.every((group) => group.length === 0)) return null
  const forms = formsOf([...groups.flat(), ...sections.flatMap(({ actions }) => actions)])
  return (
    <div class="action-bar" role="group" aria-label={label} tabindex={shortcut ? -1 : undefined} data-atalho={shortcut}>
      {forms.map((form) => (
        <NothingOnEnter key={form} form={form} />
      ))}
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <ul class="action-bar__group" key={group[0]?.label}>
            <ActionItems actions={group} />
          </ul>
        ))}
      {sections.length > 0 ? (
        <details class="action-bar__more" data-fecha-sozinho>
          <summary class="action">
            <Icon name="more" />
            Mais ações
          </summary>
          <div class={classNames('action-bar__menu', sections.length > 1 && 'action-bar__menu--sections')}>
            {sections.map(({ heading, actions }) => (
              <Section key={heading} heading={sections.length > 1 ? heading : undefined} actions={actions} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}

/** The forms elsewhere on the page that the acts send: none of them is sent by Enter on one of its boxes. */
function formsOf(actions: readonly Action[]): string[] {
  return [...new Set(actions.flatMap((action) => ('form' in action ? [action.form] : [])))]
}

function Section({ heading, actions }: { heading: string | undefined; actions: readonly Action[] }) {
  return (
    <div class="action-bar__section">
      {heading ? <p class="action-bar__heading">{heading}</p> : null}
      <ul aria-label={heading}>
        <ActionItems actions={actions} />
      </ul>
    </div>
  )
}

function ActionItems({ actions }: { actions: readonly Action[] }) {
  return (
    <>
      {actions.map((action) => (
        <li key={action.label}>
          <ActionControl action={action} />
        </li>
      ))}
    </>
  )
}

function ActionControl({ action }: { action: Action }) {
  const look = { class: classNames('action', action.kind && `action--${action.kind}`), 'data-atalho': action.shortcut }
  const words = (
    <>
      <Icon name={action.icon} />
      {action.label}
    </>
  )
  if ('href' in action) {
    return (
      <a {...look} href={safeHref(action.href)}>
        {words}
      </a>
    )
  }
  if ('post' in action) {
    return (
      <form method="post" action={action.post}>
        <input type="hidden" name="_csrf" value={action.csrf} />
        {Object.entries(action.fields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button {...look} type="submit">
          {words}
        </button>
      </form>
    )
  }
  const { form, formAction, formMethod, name, value } = action
  return (
    <button {...look} form={form} formaction={formAction} formmethod={formMethod} name={name} value={value}>
      {words}
    </button>
  )
}
