import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const lists = { triedBy: 'team-lists' } as const
const typed = {
  apart: 'keeps what the person typed; a case file that is hidden from them is as if it were not there',
} as const

/** The rows of demands from outside. What is about hidden case files is tried in `demands.test.ts` too. */
export const demandsSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/demandas': lists,
  'GET /em/:unidade/demandas/dados.csv': lists,
  'GET /em/:unidade/demandas/calendario': lists,
  'GET /em/:unidade/demandas/calendario.ics': lists,
  'GET /em/:unidade/demandas/nova': { apart: 'an empty form' },
  'POST /em/:unidade/demandas': typed,
  'GET /em/:unidade/demandas/:id': lists,
  'GET /em/:unidade/demandas/:id/alteracao': lists,
  'POST /em/:unidade/demandas/:id/alteracao': lists,
  'POST /em/:unidade/demandas/:id/unidades': lists,
  'POST /em/:unidade/demandas/:id/retornos': lists,
  'POST /em/:unidade/demandas/:id/prorrogacao': lists,
  'POST /em/:unidade/demandas/:id/decisao': lists,
  'POST /em/:unidade/demandas/:id/resposta': lists,
}
