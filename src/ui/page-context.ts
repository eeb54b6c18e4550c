import type { IconName } from './icons/icon.tsx'

/** A unit as addresses and headers show it. */
export type PageUnit = {
  /** What stands in addresses: `/em/{slug}/…`. */
  readonly slug: string
  readonly acronym: string
  readonly name: string
}

/** Who is looking at the page, from which unit, and what this person may do there. */
export type PageActor = {
  readonly name: string
  readonly unit: PageUnit
  /** Every unit in which the person may work, the current one included. */
  readonly units: readonly (PageUnit & { readonly agency: string })[]
  readonly can: (permission: string) => boolean
}

/** One entry of the main navigation. Without `current`, the longest `href` that begins the page's path is marked. */
export type NavItem = {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly current?: boolean | undefined
  /** Other words under which the palette finds it. */
  readonly words?: string | undefined
  /** Heading under which it stands with its kin where the menu is long. */
  readonly group?: string | undefined
  /** Stands in the dark line on top, with its count, instead of in the menu. */
  readonly inHeader?: boolean | undefined
  /** What waits there, shown beside the label; nothing for zero. `later`: counted while the page is made (`withCounts`). */
  readonly count?: number | 'later' | undefined
}

/** What every page needs to know of the request; built once by the http layer and handed to the shell. */
export type PageContext = {
  /** Logical name of a built file (`main.css`, `shell.js`) to the address under which it is served. */
  readonly asset: (name: string) => string
  readonly csrf: string
  /** Path of the request without the query, by which the navigation marks the current entry. */
  readonly path: string
  readonly installationName: string
  /** Whether this is the demonstration; the shell then says so on every page. */
  readonly demo: boolean
  /** What the banner of the demonstration says besides, such as the password with which everybody signs there. */
  readonly demoNote?: string | undefined
  readonly version: string
  readonly actor?: PageActor | undefined
  /** Somebody is signed in in this browser, also on pages outside of any unit. */
  readonly signedIn?: boolean | undefined
  /** Chosen by the person; light where nothing is said. */
  readonly colours?: 'light' | 'dark' | 'system' | undefined
  readonly now: Date
  /** The main navigation for this actor; a shell may be given another by its props. */
  readonly navigation?: readonly NavItem[] | undefined
}
