import type { ComponentChildren } from 'preact'
import { formatCount } from './format.ts'
import { Icon } from './icons/icon.tsx'
import { safeHref } from './link.tsx'

/** A step of the way to a page; the last one, without `href`, is the page itself. */
export type Crumb = { readonly label: string; readonly href?: string | undefined }

/** Where this page stands. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-label="Caminho">
      <ol>
        {items.map(({ label, href }) => (
          <li key={label}>
            {href === undefined ? <span aria-current="page">{label}</span> : <a href={safeHref(href)}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** One of several views of the same thing. */
export type Tab = {
  readonly href: string
  readonly label: ComponentChildren
  readonly current?: boolean | undefined
  readonly count?: number | undefined
}

type TabsProps = { label: string; items: readonly Tab[]; children?: ComponentChildren }

/** Views of the same thing, each a page of its own; `children` stand at the end of the line, e.g. a filter. */
export function Tabs({ label, items, children }: TabsProps) {
  return (
    <div class="tabs">
      <nav aria-label={label}>
        <ul class="tabs__list">
          {items.map(({ href, label: name, current, count }) => (
            <li key={href}>
              <a href={safeHref(href)} aria-current={current ? 'page' : undefined}>
                {name}
                {count === undefined ? null : <Count value={count} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children ? <div class="tabs__aside">{children}</div> : null}
    </div>
  )
}

/** A number of things beside the word that names them. */
export function Count({ value }: { value: number }) {
  return (
    <>
      {' '}
      <span class="count">{formatCount(value)}</span>
    </>
  )
}

type PaginationProps = {
  /** What the pages are of, for screen readers: `Processos recebidos`. */
  label: string
  /** From 1. */
  page: number
  pageCount: number
  href: (page: number) => string
  /** How many there are in all, in words: `312 processos`. */
  total?: string | undefined
}

/** The pages of a long list; nothing for a single page without a total. */
export function Pagination({ label, page, pageCount, href, total }: PaginationProps) {
  if (pageCount <= 1) return total === undefined ? null : <p class="pagination__total">{total}</p>
  return (
    <nav class="pagination" aria-label={`Páginas: ${label}`}>
      {total === undefined ? null : <p class="pagination__total">{total}</p>}
      <ul>
        {page > 1 ? (
          <li>
            <a class="pagination__step" rel="prev" href={safeHref(href(page - 1))}>
              <Icon name="chevronLeft" />
              Anterior
            </a>
          </li>
        ) : null}
        {shownPages(page, pageCount).map((shown, index) =>
          shown === undefined ? (
            <li key={`gap-${index < 3 ? 'before' : 'after'}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={shown}>
              <a href={safeHref(href(shown))} aria-current={shown === page ? 'page' : undefined}>
                <span class="visually-hidden">Página </span>
                {formatCount(shown)}
              </a>
            </li>
          ),
        )}
        {page < pageCount ? (
          <li>
            <a class="pagination__step" rel="next" href={safeHref(href(page + 1))}>
              Próxima
              <Icon name="chevronRight" />
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

/** First, last and the neighbours of the current page; `undefined` stands for pages left out. */
export function shownPages(page: number, pageCount: number): (number | undefined)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pageCount])].filter((n) => n >= 1 && n <= pageCount)
  return wanted.flatMap((n, index) => {
    const before = wanted[index - 1]
    if (before === undefined || n === before + 1) return [n]
    return n === before + 2 ? [n - 1, n] : [undefined, n]
  })
}
