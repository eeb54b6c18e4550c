import type { FastifyInstance } from 'fastify'
import { parametersOf, type RouteKey, routesOf } from '../access/routes.ts'
import type { Person } from '../support/person.ts'
import { type Tag, tagsOf } from './tags.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** An address of the program as it is really asked, with what a page offers to fill in. */
export interface Target<Who extends string = string> {
  readonly route: RouteKey
  readonly url: string
  readonly by: Who
  /** As the page filled them in; without key and token. */
  readonly fields: Fields
  /** Fields in which files are sent. */
  readonly files: readonly string[]
}

/**
 * Opens pages, and makes targets of what stands in them: every form and every link, each under the route that answers it.
 * What no page offers gets an address put together from parts of the others: a route is attacked whether or not
 * anybody thought of it.
 */
export async function findTargets<Who extends string>(
  app: FastifyInstance,
  people: Readonly<Record<Who, Person>>,
  pages: readonly { by: Who; url: string }[],
  otherwise: (route: RouteKey) => Who,
): Promise<Target<Who>[]> {
  const routes = routesOf(app).filter((route) => !route.includes('*'))
  const routeOf = matcherOf(routes)
  const found = new Map<string, Target<Who>>()
  const add = (method: string, target: Omit<Target<Who>, 'route'>) => {
    const route = routeOf(method, target.url)
    if (!route) return
    const names = [...Object.keys(target.fields), ...target.files].sort().join()
    const key = `${route} ${target.by} ${names}`
    if (!found.has(key)) found.set(key, { route, ...target })
  }
  for (const { by, url } of pages) {
    const page = await people[by].open(url)
    add('GET', { url, by, fields: {}, files: [] })
    for (const form of formsOf(page.html, url)) add(form.method, { ...form, by })
    for (const link of linksOf(page.html)) add('GET', { url: link, by, fields: {}, files: [] })
  }
  const reached = new Set([...found.values()].map(({ route }) => route))
  const parts = (who: Who) => {
    const own = [...found.values()].filter(({ by }) => by === who)
    return new Map([...partsOf([...found.values()]), ...partsOf(own)])
  }
  for (const route of routes.filter((one) => !reached.has(one)))
    add(route.slice(0, route.indexOf(' ')), {
      url: filled(route, parts(otherwise(route))),
      by: otherwise(route),
      fields: {},
      files: [],
    })
  return [...found.values()].sort((one, other) => (one.route < other.route ? -1 : one.route > other.route ? 1 : 0))
}

/** The address with something else in the place of one of its parameters, as it stands there: nothing is encoded. */
export function withParameter(target: Target, name: string, encoded: string): string {
  const parts = target.route.slice(target.route.indexOf(' ') + 1).split('/')
  const given = target.url.split('?')[0]?.split('/') ?? []
  return parts.map((part, place) => (part === `:${name}` ? encoded : (given[place] ?? ''))).join('/')
}

function matcherOf(routes: readonly RouteKey[]) {
  const patterns = routes
    .map((route) => {
      const [method = '', path = ''] = route.split(' ')
      return {
        route,
        method,
        path: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`),
        open: parametersOf(route).length,
      }
    })
    .sort((one, other) => one.open - other.open)
  return (method: string, url: string): RouteKey | undefined =>
    patterns.find((one) => one.method === method && one.path.test(url.split('?')[0] ?? ''))?.route
}

/** What stands most often in the place of each parameter. */
function partsOf(targets: readonly Target[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { route, url } of targets) {
    const names = route.slice(route.indexOf(' ') + 1).split('/')
    const given = url.split('?')[0]?.split('/') ?? []
    names.forEach((name, place) => {
      const value = given[place]
      if (!name.startsWith(':') || !value) return
      for (const key of [name, `${names[place - 1]}/${name}`]) {
        const seen = counts.get(key) ?? new Map<string, number>()
        counts.set(key, seen.set(value, (seen.get(value) ?? 0) + 1))
      }
    })
  }
  const often = (seen: Map<string, number>) => [...seen].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '1'
  return new Map([...counts].map(([key, seen]) => [key, often(seen)]))
}

function filled(route: RouteKey, parts: ReadonlyMap<string, string>): string {
  const names = route.slice(route.indexOf(' ') + 1).split('/')
  return names
    .map((name, place) =>
      name.startsWith(':') ? (parts.get(`${names[place - 1]}/${name}`) ?? parts.get(name) ?? '1') : name,
    )
    .join('/')
}

interface FoundForm {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly fields: Fields
  readonly files: readonly string[]
}

function linksOf(html: string): string[] {
  const links = tagsOf(html).flatMap(({ name, attributes }) => {
    const to = name === 'a' ? attributes.href : name === 'img' || name === 'iframe' ? attributes.src : undefined
    return to?.startsWith('/') && !to.startsWith('//') ? [to.split('#')[0] ?? to] : []
  })
  return [...new Set(links)]
}

/** The forms of a page; one more for each button that sends its form elsewhere. */
function formsOf(html: string, url: string): FoundForm[] {
  const open: {
    id: string
    method: 'GET' | 'POST'
    url: string
    fields: Record<string, string | string[]>
    files: string[]
    also: string[]
  }[] = []
  let current: (typeof open)[number] | undefined
  let choice: { name: string; form: (typeof open)[number]; chosen: boolean } | undefined
  for (const tag of tagsOf(html)) {
    const { name, attributes } = tag
    if (name === 'form') {
      const method = attributes.method?.toUpperCase() === 'POST' ? 'POST' : 'GET'
      const action = attributes.action || url
      const fields = method === 'GET' ? queryOf(action) : {}
      current = { id: attributes.id ?? '', method, url: action, fields, files: [], also: [] }
      open.push(current)
    } else if (name === '/form') current = undefined
    else if (name === '/select') choice = undefined
    else if (name === 'option') {
      if (!choice || (choice.chosen && !('selected' in attributes))) continue
      choice.form.fields[choice.name] = attributes.value ?? tag.text.trim()
      choice.chosen = true
    } else {
      const form = attributes.form ? open.find(({ id }) => id === attributes.form) : current
      if (!form) continue
      if (attributes.formaction) form.also.push(attributes.formaction)
      if (!attributes.name || attributes.name === '_csrf' || attributes.name === '_chave') continue
      if (name === 'select') {
        form.fields[attributes.name] = ''
        choice = { name: attributes.name, form, chosen: false }
      } else put(form, tag, attributes.name)
    }
  }
  return open.flatMap(({ id: _, also, ...form }) => [form, ...also.map((action) => ({ ...form, url: action }))])
}

function put(form: { fields: Record<string, string | string[]>; files: string[] }, tag: Tag, name: string): void {
  const { type, value } = tag.attributes
  const before = form.fields[name]
  if (tag.name === 'textarea') form.fields[name] = tag.text.replace(/^\n/, '')
  else if (tag.name === 'button') form.fields[name] ??= value ?? ''
  else if (tag.name !== 'input') return
  else if (type === 'file') form.files.push(name)
  // The first of several boxes is taken, ticked or not: what needs a choice has one.
  else if (type === 'checkbox' || type === 'radio') form.fields[name] = before ?? value ?? 'on'
  else form.fields[name] = before === undefined ? (value ?? '') : [...[before].flat(), value ?? '']
}

function queryOf(url: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''))
}
