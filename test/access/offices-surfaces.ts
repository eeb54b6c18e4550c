import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const groups = { apart: 'units, contacts and e-mails chosen at once: names no case file' } as const
const news = { apart: 'what a version brings: the same for everybody' } as const

/** The rows of groups and of the news; offices, mails and contacts are kept in the administration, which is apart. */
export const officesSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/grupos': groups,
  'GET /em/:unidade/grupos/:id': groups,
  'GET /em/:unidade/grupos/:id/alteracoes': groups,
  'GET /em/:unidade/grupos/novo': groups,
  'POST /em/:unidade/grupos': groups,
  'POST /em/:unidade/grupos/:id': groups,
  'GET /em/:unidade/novidades': news,
  'POST /em/:unidade/novidades/leitura': news,
}
