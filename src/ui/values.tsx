import type { ComponentChildren } from 'preact'
import { type DateLike, formatDate, formatDateTime, formatLongDate, formatRecent, isoDay } from './format.ts'
import { Icon } from './icons/icon.tsx'
import { safeHref } from './link.tsx'

type DateTimeProps = {
  value: Date
  /** Given, the moment is said as beside the present: `hoje às 10:42`; the full one stays as tooltip. */
  now?: Date | undefined
}

/** A moment in the time of Brasília. Beside `now` its hour is said where it matters, and shown to who points at it where not. */
export function DateTime({ value, now }: DateTimeProps) {
  const full = formatDateTime(value)
  const said = now ? formatRecent(value, now) : full
  return (
    <time
      datetime={`${value.toISOString().slice(0, 16)}Z`}
      title={full.startsWith(said) && said !== full ? full : undefined}
    >
      {said}
    </time>
  )
}

/** A calendar day, `21/11/2025`, or with `long` `21 de novembro de 2025`. */
export function Day({ value, long }: { value: DateLike; long?: boolean | undefined }) {
  return <time datetime={isoDay(value)}>{long ? formatLongDate(value) : formatDate(value)}</time>
}

/** A stretch of a found text; what was searched for is marked. */
export type SnippetPart = { readonly text: string; readonly marked?: boolean | undefined }

/** A found text with the searched words marked. */
export function Highlighted({ parts }: { parts: readonly SnippetPart[] }) {
  return <>{parts.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
}

type CaseNumberProps = {
  number: string
  href?: string | undefined
  /** SEI's red, black and blue: not yet opened here, received, opened by this person in this session. */
  state?: 'unopened' | 'received' | 'visited' | undefined
  /** Adds the button that copies it, where scripts run. */
  copy?: boolean | undefined
  shortcut?: string | undefined
}

/** The number of a case file (NUP), always on one line where it fits, with SEI's colour and the same in words. */
export function CaseNumber({ number, href, state = 'received', copy, shortcut }: CaseNumberProps) {
  // The usual one stands fifty times on a page: the link is all there is of it.
  if (state === 'received' && href !== undefined && !copy) {
    return (
      <a class="nup" href={safeHref(href)} data-atalho={shortcut}>
        {number}
      </a>
    )
  }
  return (
    <span class={`nup nup--${state}`}>
      {state === 'unopened' ? <span class="nup__dot" aria-hidden="true" /> : null}
      {state === 'visited' ? <Icon name="eye" /> : null}
      {href === undefined ? (
        <span class="nup__text">{number}</span>
      ) : (
        <a class="nup__text" href={safeHref(href)} data-atalho={shortcut}>
          {number}
        </a>
      )}
      {state === 'unopened' ? <span class="visually-hidden"> (ainda não aberto na unidade)</span> : null}
      {state === 'visited' ? <span class="visually-hidden"> (já aberto por você nesta sessão)</span> : null}
      {copy ? <CopyButton text={number} what="o número do processo" /> : null}
    </span>
  )
}

type CopyButtonProps = {
  text: string
  /** What is copied, for the button's name: `o código verificador`. */
  what: string
  children?: ComponentChildren
}

/** Copies a text; shows itself only where scripts run. */
export function CopyButton({ text, what, children }: CopyButtonProps) {
  return (
    <button
      class="button button--quiet button--small copy"
      type="button"
      data-copiar={text}
      data-copiado="Copiado"
      hidden
    >
      <Icon name="copy" />
      {children ?? <span class="visually-hidden">Copiar {what}</span>}
    </button>
  )
}
