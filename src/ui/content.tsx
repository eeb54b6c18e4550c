import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons/icon.tsx'

type CardProps = {
  title?: ComponentChildren
  /** Level of the title's heading, 2 unless it stands within another section. */
  level?: 2 | 3 | 4 | undefined
  icon?: IconName | undefined
  /** Links or buttons at the right of the title. */
  actions?: ComponentChildren
  id?: string | undefined
  /** Without inner margin, for a table that fills it. */
  flush?: boolean | undefined
  children: ComponentChildren
}

/** A section on its own surface. */
export function Card({ title, level = 2, icon, actions, id, flush, children }: CardProps) {
  const Heading = `h${level}` as const
  const titleId = id === undefined ? undefined : `${id}-titulo`
  return (
    <section class={classNames('card', flush && 'card--flush')} id={id} aria-labelledby={title ? titleId : undefined}>
      {title ? (
        <div class="card__head">
          <Heading class="card__title" id={titleId}>
            {icon ? <Icon name={icon} /> : null}
            {title}
          </Heading>
          {actions ? <div class="card__actions">{actions}</div> : null}
        </div>
      ) : null}
      <div class="card__body">{children}</div>
    </section>
  )
}

/** One thing known: its name and its value. */
export type Description = { readonly term: string; readonly description: ComponentChildren }

type DescriptionListProps = { items: readonly Description[]; layout?: 'rows' | 'columns' | undefined }

/** What is known of something; `rows` puts the value beside its name, `columns` below it and several in a line. */
export function DescriptionList({ items, layout = 'rows' }: DescriptionListProps) {
  return (
    <dl class={classNames('descriptions', `descriptions--${layout}`)}>
      {items.map(({ term, description }) => (
        <div class="descriptions__item" key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  )
}

type DetailsProps = {
  summary: ComponentChildren
  open?: boolean | undefined
  id?: string | undefined
  children: ComponentChildren
}

/** What few need to see at once, behind a line that opens it. */
export function Details({ summary, open, id, children }: DetailsProps) {
  return (
    <details class="details" open={open} id={id}>
      <summary class="details__summary">
        <Icon name="chevronRight" />
        <span>{summary}</span>
      </summary>
      <div class="details__body">{children}</div>
    </details>
  )
}

type EmptyStateProps = {
  title: string
  icon?: IconName | undefined
  children?: ComponentChildren
  action?: ComponentChildren
}

/** There is nothing here: why, and what may be done about it. */
export function EmptyState({ title, icon = 'caseOpen', children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p class="empty__title">{title}</p>
      {children ? <div class="empty__text">{children}</div> : null}
      {action ? <div class="empty__action">{action}</div> : null}
    </div>
  )
}

type ProgressBarProps = {
  label: string
  value: number
  max?: number | undefined
  text?: string | undefined
  id?: string | undefined
}

/** How far a job has come; `text` says it in words, e.g. `120 de 300 documentos`. */
export function ProgressBar({ label, value, max = 100, text, id }: ProgressBarProps) {
  const words = text ?? `${Math.round((100 * value) / max)}%`
  return (
    <div class="progress" id={id}>
      <div class="progress__line">
        <span>{label}</span>
        <span class="progress__text">{words}</span>
      </div>
      <progress class="progress__bar" value={value} max={max} aria-label={`${label}: ${words}`} />
    </div>
  )
}

/** One step of something done in several pages. */
export type Step = {
  readonly label: string
  readonly state: 'done' | 'current' | 'todo'
  readonly href?: string | undefined
}

/** Where one stands in something done in several pages. */
export function Steps({ label, items }: { label: string; items: readonly Step[] }) {
  return (
    <nav aria-label={label}>
      <ol class="steps">
        {items.map(({ label: name, state, href }) => (
          <li
            class={classNames('steps__item', `steps__item--${state}`)}
            aria-current={state === 'current' ? 'step' : undefined}
            key={name}
          >
            {state === 'done' ? <Icon name="check" label="Concluída: " /> : null}
            {href === undefined ? <span>{name}</span> : <a href={href}>{name}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
