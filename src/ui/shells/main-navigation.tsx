import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.ts'
import { formatCount } from '../format.ts'
import { Icon } from '../icons/icon.tsx'
import { rawMarkup } from '../jsx/jsx-runtime.ts'
import { safeHref } from '../link.tsx'
import type { NavItem } from '../page-context.ts'
import { renderPart } from '../render.ts'

/** How many entries a screen of 1366 pixels holds in one line; the others wait behind “Mais”. */
const entriesInLine = 8

type MainNavigationProps = { items: readonly NavItem[]; path: string }

/** The main navigation: a line on a wide screen, a sheet over the page on a narrow one (a popover: no script). */
export function MainNavigation({ items: all, path }: MainNavigationProps) {
  const items = all.filter(({ inHeader }) => !inHeader)
  if (items.length === 0) return null
  const current = currentItem(items, path)
  const inLine = items.length <= entriesInLine + 1 ? items : items.slice(0, entriesInLine)
  const behind = items.slice(inLine.length)
  return (
    <nav class="navigation" id="navegacao" aria-label="Principal" tabindex={-1}>
      <button class="navigation__open" type="button" popovertarget="menu-principal" data-atalho="menu">
        <Icon name="menu" />
        Menu
      </button>
      <div class="navigation__sheet" id="menu-principal" popover="auto">
        <button class="navigation__close" type="button" popovertarget="menu-principal" popovertargetaction="hide">
          <Icon name="close" />
          Fechar o menu
        </button>
        <ul class="navigation__list">
          {inLine.map((item) => (
            <Entry key={item.href} item={item} current={item === current} />
          ))}
          {behind.length > 0 ? <Behind items={behind} current={current} /> : null}
        </ul>
      </div>
    </nav>
  )
}

function Behind({ items, current }: { items: readonly NavItem[]; current: NavItem | undefined }) {
  const groups = [...new Set(items.map(({ group }) => group))]
  const holdsCurrent = current !== undefined && items.includes(current)
  return (
    <li class="navigation__more">
      <details class="dropdown" data-fecha-sozinho>
        <summary class={classNames('navigation__link', holdsCurrent && 'navigation__link--current')}>
          <Icon name="more" />
          Mais
          {holdsCurrent ? <span class="visually-hidden"> (página atual aqui dentro)</span> : null}
        </summary>
        <div class={classNames('navigation__menu', groups.length > 1 && 'navigation__menu--groups')}>
          {groups.map((group) => (
            <Group key={group} heading={groups.length > 1 ? group : undefined}>
              {items
                .filter((item) => item.group === group)
                .map((item) => (
                  <Entry key={item.href} item={item} current={item === current} />
                ))}
            </Group>
          ))}
        </div>
      </details>
    </li>
  )
}

/** Kindred entries under their heading. */
function Group({ heading, children }: { heading: string | undefined; children: ComponentChildren }) {
  return (
    <div class="navigation__group">
      {heading ? <p class="navigation__heading">{heading}</p> : null}
      <ul aria-label={heading}>{children}</ul>
    </div>
  )
}

/** Entries to which a key of SEI's map leads. */
const shortcuts: Readonly<Record<string, string>> = { mesa: 'mesa', painel: 'painel' }

function Entry({ item, current }: { item: NavItem; current: boolean }) {
  return (
    <li>
      <a
        class={current ? 'navigation__link--current' : undefined}
        href={safeHref(item.href)}
        aria-current={current ? 'page' : undefined}
        data-atalho={shortcuts[item.href.split('/').at(-1) ?? '']}
        data-palavras={item.words}
      >
        <Icon name={item.icon} />
        {item.label}
        {item.count === 'later' ? rawMarkup(placeOf(item.href)) : <Count count={item.count} />}
      </a>
    </li>
  )
}

function Count({ count }: { count: number | undefined }) {
  return count ? <span class="count"> {formatCount(count)}</span> : null
}

/** Where the count of an entry will stand, and where that of the bell. What people write holds no comment: its angle brackets are escaped. */
const placeOf = (href: string) => `<!--conta ${href}-->`
const bellPlaceOf = (href: string) => `<!--sino ${href}-->`

/** A page whose menu was made before its counts were known, with them. */
export function withCounts(html: string, counts: ReadonlyMap<string, number>): string {
  let full = html
  for (const [href, count] of counts) {
    full = full
      .replace(placeOf(href), () => renderPart(<Count count={count} />))
      .replace(bellPlaceOf(href), () => renderPart(<BellWords count={count} />))
  }
  return full
}

/** How many notices wait unread: for the eyes, and in words for who does not see the sign. */
export function BellCount({ bell }: { bell: NavItem }) {
  return bell.count === 'later' ? rawMarkup(bellPlaceOf(bell.href)) : <BellWords count={bell.count ?? 0} />
}

function BellWords({ count }: { count: number }) {
  const shown = count > mostShown ? `mais de ${mostShown}` : String(count)
  return (
    <>
      <span class="bell__count" data-quantos={count} aria-hidden={count === 0 ? 'true' : undefined}>
        {count === 0 ? '' : count > mostShown ? `${mostShown}+` : count}
      </span>
      <span class="visually-hidden" data-quantos-em-palavras>
        {count === 0 ? 'nenhum não lido' : count === 1 ? '1 não lido' : `${shown} não lidos`}
      </span>
    </>
  )
}
const mostShown = 99

/** The entry marked as current by its giver, else the longest address that begins the path. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  const begins = (href: string) => path === href || path.startsWith(href.endsWith('/') ? href : `${href}/`)
  return (
    items.find((item) => item.current) ??
    items
      .filter((item) => item.current === undefined && begins(item.href))
      .sort((a, b) => b.href.length - a.href.length)[0]
  )
}
