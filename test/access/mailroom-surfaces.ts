import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const lists = { triedBy: 'team-lists' } as const
const typed = {
  apart: 'keeps what the person typed; a case file that is hidden from them is as if it were not there',
} as const

/** The rows of paper that comes and goes. Lines and slips of hidden case files are tried in `mailroom.test.ts` too. */
export const mailroomSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/quadro-do-dia': lists,
  'GET /em/:unidade/quadro-do-dia/formulario': { apart: 'an empty sheet' },
  'GET /em/:unidade/quadro-do-dia/novo': { apart: 'an empty form' },
  'GET /em/:unidade/quadro-do-dia/:id': lists,
  'GET /em/:unidade/quadro-do-dia/:id/recibo': lists,
  'POST /em/:unidade/quadro-do-dia': typed,
  'POST /em/:unidade/quadro-do-dia/:id': lists,
  'GET /em/:unidade/guias-de-tramitacao': lists,
  'GET /em/:unidade/guias-de-tramitacao/nova': { apart: 'an empty form' },
  'GET /em/:unidade/guias-de-tramitacao/:id': lists,
  'POST /em/:unidade/guias-de-tramitacao': typed,
  'POST /em/:unidade/guias-de-tramitacao/:id/recebimento': lists,
  'GET /recibo-de-entrega': { apart: 'that something was received, for who has its code: no case file in it' },
}
