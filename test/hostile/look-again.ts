import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/open-browser.ts'
import type { Attack } from './attack.ts'
import { markup } from './values.ts'

/** Opens every page of the house once more, with all that was left in it. */
export async function lookAgain(attack: Attack, everything: boolean): Promise<void> {
  await attack.house.workOff()
  const seen = new Set<string>()
  const targets = attack.targets.filter(({ route }) => route.startsWith('GET') && !route.endsWith('/sair'))
  for (const { by, url } of everything ? [...attack.pages, ...targets] : attack.pages) {
    if (seen.has(`${by} ${url}`)) continue
    seen.add(`${by} ${url}`)
    await attack.ask('what was kept', by, 'looked at again', { method: 'GET', url })
  }
}

/** A sample of the same in a real browser: nothing runs, the policy has nothing to refuse, and nobody is called. */
export async function lookInBrowser(attack: Attack, sample: number): Promise<number> {
  const { house, random, faults, people } = attack
  const address = await house.listen()
  const browser: Browser = await openBrowser()
  let looked = 0
  try {
    for (const by of ['marina', 'central', 'visitor'] as const) {
      const context = await browser.newContext({ baseURL: address })
      context.setDefaultTimeout(15_000)
      await context.addCookies(people[by].cookies().map((cookie) => ({ ...cookie, url: address })))
      const page = await context.newPage()
      let here = ''
      const fault = (words: string) => faults.add(`browser: ${words.slice(0, 200)} — ${here}`)
      page.on('dialog', (dialog) => {
        fault(`it asks: ${dialog.message()}`)
        dialog.dismiss().catch(() => undefined)
      })
      page.on('console', (message) => {
        if (/Content Security Policy|Refused to/.test(message.text())) fault(message.text())
      })
      page.on('pageerror', (error) => fault(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(address) && !request.url().startsWith('data:')) fault(`calls ${request.url()}`)
      })
      const own = attack.pages.filter((one) => one.by === by)
      const links = attack.targets.filter(
        (one) => one.by === by && one.route.startsWith('GET') && /pesquisa|processos|consulta/.test(one.route),
      )
      for (let time = 0; time < sample; time++) {
        const base = random.pick(random.chance(0.7) ? own : links).url
        here = random.chance(0.5) ? base : `${base.split('?')[0]}?q=${encodeURIComponent(random.pick(markup))}`
        looked += 1
        const response = await page.goto(here, { waitUntil: 'load' }).catch(() => null)
        if (response && response.status() >= 500) fault(`status ${response.status()}`)
        const ran = await page.evaluate(() => document.documentElement.dataset.zq ?? '').catch(() => '')
        if (ran) fault('a script of the request ran')
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return looked
}
