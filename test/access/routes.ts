import type { FastifyInstance } from 'fastify'

/** `GET /em/:unidade/mesa` */
export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'} /${string}`

/** All addresses that the program answers, as it prints them itself. HEAD answers with what GET would, without it. */
export function routesOf(app: FastifyInstance): RouteKey[] {
  const above: string[] = []
  const routes = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line): RouteKey[] => {
      const [, indent = '', part, methods] = /^([│\s]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
      if (part === undefined) return []
      above.length = indent.length / 4
      const path = [...above, part].join('').replace(/^\/(?=.)\/?/, '/')
      above.push(part)
      return (methods ?? '')
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${path}` as RouteKey)
    })
  return [...new Set(routes)].sort()
}

/** The names of what stands for something in the address, but for the unit. */
export function parametersOf(route: RouteKey): string[] {
  return [...route.matchAll(/:(\w+)/g)].flatMap(([, name]) => (name && name !== 'unidade' ? [name] : []))
}

/** The address of a route with these things in the place of its parameters. */
export function addressOf(route: RouteKey, things: Readonly<Record<string, string>>): string {
  return route.slice(route.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => {
    const thing = things[name]
    if (thing === undefined) throw new Error(`${route} names a :${name} that nobody gave`)
    return encodeURIComponent(thing)
  })
}
