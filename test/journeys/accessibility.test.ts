import { expect, it } from 'vitest'
import { lookAtPages } from './look-at-pages.ts'
import { notPages, pagesOfAdministration, pagesOfPublic, pagesOfWork } from './pages.ts'
import { furnishPages } from './pages-world.ts'

const { house } = lookAtPages([...pagesOfPublic, ...pagesOfWork], furnishPages)

it('no page of the program is left out', () => {
  const looked = new Set<string>([...pagesOfPublic, ...pagesOfWork, ...pagesOfAdministration].map(({ route }) => route))
  const routes = routesOf(house().app.printRoutes({ method: 'GET', commonPrefix: false }))
  expect(routes.length).toBeGreaterThan(80)
  expect(routes.filter((route) => !looked.has(route) && !notPages.has(route))).toEqual([])
  expect([...looked, ...notPages].filter((route) => !routes.includes(route))).toEqual([])
})

/** The addresses in the tree that Fastify prints: each line continues the nearest line above that stands further left. */
function routesOf(tree: string): string[] {
  const above: string[] = []
  const routes: string[] = []
  for (const line of tree.split('\n')) {
    const [, indent = '', part = '', isRoute] = /^([│\s]*)[├└]── (\S+)( \(GET\))?/.exec(line) ?? []
    if (!part) continue
    const depth = indent.length / 4
    const parent = depth === 0 ? '' : (above[depth - 1] ?? '')
    const path = part === '*' ? '*' : parent === '/' ? `/${part}` : `${parent}${part}`
    above[depth] = path
    if (isRoute) routes.push(path)
  }
  return routes
}
