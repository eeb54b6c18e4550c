import type { ComponentChildren } from 'preact'
import { type IconName, IconSprite } from '../icons/icon.tsx'
import type { PageContext } from '../page-context.ts'
import { renderPart } from '../render.ts'

type HtmlFrameProps = {
  page: PageContext
  /** Of the browser's window; the product's name is added. */
  title: string
  /** Logical names of the islands of this page; the shell's own is always there. */
  islands?: readonly string[] | undefined
  /** Icons that an island draws later. */
  icons?: readonly IconName[] | undefined
  /** Keeps search engines away; everything but the citizen's face. */
  hidden?: boolean | undefined
  /** The page asks for itself again after so long, without a script: for waiting, where nothing is typed. */
  refreshSeconds?: number | undefined
  class: string
  children: ComponentChildren
}

/** The whole HTML document around a page. */
export function HtmlFrame(props: HtmlFrameProps) {
  const { page, title, islands = [], icons, hidden, refreshSeconds, class: className, children } = props
  const scheme = page.colours === 'light' ? undefined : page.colours
  return (
    <html lang="pt-BR" data-cores={scheme && dataOf[scheme]}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – Carimbo`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={schemes[scheme ?? 'light']} />
        {refreshSeconds ? <meta http-equiv="refresh" content={String(refreshSeconds)} /> : null}
        {hidden ? <meta name="robots" content="noindex, nofollow" /> : null}
        <link rel="stylesheet" href={page.asset('main.css')} />
        <link rel="icon" type="image/svg+xml" href="/favicon.ico" />
        {['shell.js', ...islands].map((name) => (
          <script key={name} type="module" src={page.asset(name)} />
        ))}
      </head>
      <body class={className}>
        {children}
        <IconSprite html={renderPart(children)} always={icons} />
      </body>
    </html>
  )
}

const dataOf = { dark: 'escuras', system: 'do-sistema' } as const
const schemes = { light: 'light', dark: 'dark', system: 'light dark' } as const
