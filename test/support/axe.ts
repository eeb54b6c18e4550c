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

/** Everything that axe finds against WCAG 2.2 AA and good practice, one readable line a place. */
export async function axe(page: Page): Promise<string[]> {
  // Reading half a megabyte of script takes longer than all its checks: once for every page that was opened.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(engine)
  return page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
      preload: false,
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help} at ${target.join(' ')} ${any[0]?.message ?? ''}`.trim()),
    )
  }, tags)
}
