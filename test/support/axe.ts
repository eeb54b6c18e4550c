import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'

type Axe = typeof import('axe-core')

/**
 * What a colour's name means is worked out once a page, and not for each place that has the colour: nothing but the name
 * goes into it, and it was a tenth of all that axe does.
 */
const rememberColours = `;(() => {
  const known = new Map()
  const color = window.axe.commons.color.Color.prototype
  const parse = color.parseString
  color.parseString = function (name) {
    const parts = known.get(name)
    if (parts) [this.r, this.g, this.b, this.alpha] = parts
    else {
      parse.call(this, name)
      known.set(name, [this.r, this.g, this.b, this.alpha])
    }
    return this
  }
})()`
const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8') + rememberColours
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Has every page of a browser profile bring axe along, where each is looked at: it is sent there once, and not for each page. */
export function bringAxe(context: BrowserContext): Promise<unknown> {
  return context.addInitScript({ content: engine })
}

/** Header, menu and footer as they were looked at already, each at one width; for one browser profile. */
export type FramesSeen = Set<string>

/** What surrounds every page. Its icons are drawn by whoever uses them. */
const frameParts = ['body > header', 'body > nav', 'body > footer', 'body > svg'] as const

/** Rules about a page as a whole: they are asked of all of it, whatever of its frame is known. */
const wholePage = [
  'aria-hidden-body',
  'bypass',
  'document-title',
  'heading-order',
  'html-has-lang',
  'html-lang-valid',
  'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'meta-refresh',
  'meta-viewport',
  'page-has-heading-one',
  'region',
  'skip-link',
]

/**
 * Everything that axe finds against WCAG 2.2 AA and good practice, one readable line a place. The frame is more than half
 * of most pages: whoever passes `seen` has a header, menu or footer looked at once at each width, and again when a letter
 * of it differs.
 */
export async function axe(page: Page, seen?: FramesSeen): Promise<string[]> {
  // Reading half a megabyte of script takes longer than all its checks: once for every page that was opened.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(engine)
  const known = seen ? await partsKnown(page, seen) : []
  return page.evaluate(
    async ({ values, known, wholePage }) => {
      const { run } = (window as unknown as { axe: Axe }).axe
      const options = { resultTypes: ['violations' as const], preload: false }
      const without = known.length > 0 ? { include: [['html']], exclude: known.map((part) => [part]) } : document
      const found = (await run(without, { ...options, runOnly: { type: 'tag', values } })).violations
      const ofWhole =
        known.length > 0
          ? (await run(document, { ...options, runOnly: { type: 'rule', values: wholePage } })).violations
          : []
      const lines = [...found, ...ofWhole].flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any }) => `${id}: ${help} at ${target.join(' ')} ${any[0]?.message ?? ''}`.trim()),
      )
      return [...new Set(lines)]
    },
    { values: tags, known, wholePage },
  )
}

/** Which parts of the frame stand here as they stood where they were looked at; the others are remembered from now on. */
async function partsKnown(page: Page, seen: FramesSeen): Promise<string[]> {
  const parts = await page.evaluate((selectors) => {
    const secret = /(name="_(?:csrf|chave)" value=)"[^"]*"/g
    const around = `${window.innerWidth} ${document.documentElement.dataset.cores ?? ''} ${document.body.className}`
    return selectors.flatMap((selector) => {
      const found = [...document.querySelectorAll(selector)]
      const html = found.map(({ outerHTML }) => outerHTML.replaceAll(secret, '$1')).join('\n')
      return found.length > 0 ? [{ selector, key: `${around}\n${html}` }] : []
    })
  }, frameParts)
  const known = parts.filter(({ key }) => seen.has(key)).map(({ selector }) => selector)
  for (const { key } of parts) seen.add(key)
  return known
}
