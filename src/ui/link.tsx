import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons/icon.tsx'

type LinkProps = {
  href: string
  children: ComponentChildren
  icon?: IconName | undefined
  class?: string | undefined
  current?: boolean | undefined
  /** Name of the keyboard shortcut that follows this link; see the table in the README. */
  shortcut?: string | undefined
}

/** A link whose address can never run a script; an address that could is sent to `#`. */
export function Link({ href, children, icon, class: className, current, shortcut }: LinkProps) {
  return (
    <a
      href={safeHref(href)}
      class={classNames(icon && 'icon-link', className)}
      aria-current={current ? 'page' : undefined}
      data-atalho={shortcut}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  )
}

/** The address itself if it is relative, http(s), mailto or tel; `#` otherwise. */
export function safeHref(href: string): string {
  // Browsers skip control characters and spaces when they look for the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme) ? href : '#'
}
