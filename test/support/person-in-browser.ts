import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Locator, Response, Page as Tab } from 'playwright-core'
import { openBrowser } from './open-browser.ts'
import { type FileToSend, type Page, Person, pageOf } from './person.ts'
import { password } from './world.ts'

/** One browser for all files of a worker; it ends with the process. */
let opened: Promise<Browser> | undefined

/**
 * The same person before a real browser: opens pages there, fills in what really stands on the form and presses its
 * button. A field that a person could not reach – not there, hidden, shut – fails the story.
 */
export class PersonInBrowser extends Person {
  readonly #address: () => Promise<string>
  #tab: Tab | undefined
  #context: BrowserContext | undefined

  constructor(app: FastifyInstance, address: () => Promise<string>) {
    super(app)
    this.#address = address
  }

  /** Signing in has stories of its own: here the session is brought along. */
  override async signIn(login: string, secret: string = password): Promise<Page> {
    const form = await super.open('/entrar')
    return super.send(form, 'form[action="/entrar"]', { usuario: login, senha: secret })
  }

  override async open(url: string): Promise<Page> {
    const tab = await this.#ready()
    try {
      return await this.#read(tab, await tab.goto(url, { waitUntil: 'load' }))
    } catch (error) {
      // A file to keep is no page.
      if (/Download is starting|net::ERR_ABORTED/.test(String(error))) return super.open(url)
      throw error
    }
  }

  override async send(
    page: Page,
    formSelector: string,
    fields: Record<string, string | readonly string[]> = {},
    files: readonly FileToSend[] = [],
  ): Promise<Page> {
    const form = page.document.querySelector(formSelector)
    if (!form) throw new Error(`no form ${formSelector} on ${page.url}:\n${page.text.slice(0, 600)}`)
    const place = [...page.document.querySelectorAll('form')].indexOf(form as HTMLFormElement)
    const tab = await this.#ready()
    const isHere = pathOf(tab.url()) === page.url && (await tab.content()) === page.html
    // A form kept from before is opened again, as from a second tab.
    if (!isHere && page.status === 200) await tab.goto(page.url)
    const here = tab.locator('form').nth(place)
    for (const [name, value] of Object.entries(fields)) await fill(tab, here, name, [value].flat().map(String))
    for (const { field, name, type, content } of files) {
      const buffer = Buffer.from(content as string)
      await here.locator(`input[type=file][name="${field}"]`).setInputFiles({ name, mimeType: type, buffer })
    }
    const [answer] = await Promise.all([
      tab.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 303),
      press(here, fields),
    ])
    await tab.waitForLoadState('load')
    return this.#read(tab, answer)
  }

  async #ready(): Promise<Tab> {
    if (!this.#tab || !this.#context) {
      opened ??= openBrowser()
      this.#context = await (await opened).newContext({
        baseURL: await this.#address(),
        viewport: { width: 1366, height: 768 },
        locale: 'pt-BR',
        timezoneId: 'America/Sao_Paulo',
      })
      this.#context.setDefaultTimeout(10_000)
      this.#tab = await this.#context.newPage()
    }
    const url = await this.#address()
    await this.#context.addCookies(this.cookies().map((cookie) => ({ ...cookie, url })))
    return this.#tab
  }

  /** What stands before this person now: the page as its scripts have left it, or what is no page as it came. */
  async #read(tab: Tab, answer: Response | null): Promise<Page> {
    for (const { name, value } of await tab.context().cookies()) this.keepCookie(name, value)
    const headers = (await answer?.allHeaders()) ?? {}
    const isPage = (headers['content-type'] ?? '').startsWith('text/html')
    const body = isPage ? await tab.content() : ((await answer?.text()) ?? '')
    const status = answer?.status() ?? 0
    return pageOf(pathOf(tab.url()), { statusCode: status, headers, body, rawPayload: Buffer.from(body) })
  }

  /** The browser's own session is given up with the house. */
  async leave(): Promise<void> {
    await this.#context?.close()
  }
}

/** Puts these values where the form asks for them, as hands do. */
async function fill(tab: Tab, form: Locator, name: string, values: readonly string[]): Promise<void> {
  if (values.length === 0) return
  const named = form.locator(`[name="${name}"]`)
  const count = await named.count()
  if (count === 0) throw new Error(`nothing called ${name} on the form of ${tab.url()}`)
  const kind = await named.first().evaluate((one) => {
    const control = one as HTMLInputElement
    return control.tagName === 'INPUT' || control.tagName === 'BUTTON' ? control.type : control.tagName.toLowerCase()
  })
  if (kind === 'submit') return
  if (kind === 'checkbox' || kind === 'radio') {
    for (const value of values.filter((one) => one !== '')) await named.and(tab.locator(`[value="${value}"]`)).check()
    return
  }
  if (kind === 'select') {
    await named.first().selectOption([...values])
    return
  }
  if (kind === 'hidden') {
    const given = await named.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    if (!values.every((value) => given.includes(value))) throw new Error(`nobody can change ${name} on ${tab.url()}`)
    return
  }
  await openWhatFolds(named.first())
  await named.first().fill(values.join('\n'))
}

/** Opens the folded part of a page in which a control lies. */
async function openWhatFolds(control: Locator): Promise<void> {
  const folded = control.locator('xpath=ancestor::details[not(@open)]')
  for (let n = await folded.count(); n > 0; n--) await folded.first().locator('> summary').click()
}

/** The button of that name and value; without one, that which only sends the form, or else the first. Nobody sees one that is hidden. */
async function press(form: Locator, fields: Record<string, string | readonly string[]>): Promise<void> {
  const buttons = form.locator('button:not([type=button]):not([hidden]), input[type=submit]')
  const asked = Object.entries(fields).map(([name, value]) => [name, String(value)])
  const place = await buttons.evaluateAll((all, pairs) => {
    const has = (one: Element, name: string, value: string) =>
      one.getAttribute('name') === name && one.getAttribute('value') === value
    const meant = all.findIndex((one) => pairs.some(([name = '', value = '']) => has(one, name, value)))
    return meant >= 0
      ? meant
      : Math.max(
          0,
          all.findIndex((one) => !one.hasAttribute('name')),
        )
  }, asked)
  await buttons.nth(place).click()
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}
