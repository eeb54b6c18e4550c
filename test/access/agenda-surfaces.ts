import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const lists = { triedBy: 'team-lists' } as const
const typed = {
  apart: 'keeps what the person typed; a case file that is hidden from them is as if it were not there',
} as const
const offices = { apart: 'offices and hours: no case file in it' } as const

/** The rows of agendas. What is about hidden case files is tried in `agenda.test.ts` too. */
export const agendaSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/agenda': lists,
  'GET /em/:unidade/agenda/folha': lists,
  'GET /em/:unidade/agenda/novo': lists,
  'GET /em/:unidade/agenda/autoridades': offices,
  'GET /em/:unidade/agenda/autoridades/:id': offices,
  'POST /em/:unidade/agenda/autoridades/:id': offices,
  'GET /em/:unidade/agenda/autoridades/:id/quem-mantem': offices,
  'POST /em/:unidade/agenda/autoridades/:id/quem-mantem': offices,
  'GET /em/:unidade/agenda/pedidos': lists,
  'GET /em/:unidade/agenda/pedidos/novo': { apart: 'an empty form' },
  'GET /em/:unidade/agenda/pedidos/:id': lists,
  'POST /em/:unidade/agenda/pedidos': typed,
  'POST /em/:unidade/agenda/pedidos/:id': lists,
  'POST /em/:unidade/agenda/compromissos': typed,
  'GET /em/:unidade/agenda/compromissos/:id': lists,
  'POST /em/:unidade/agenda/compromissos/:id': lists,
  'GET /em/:unidade/agenda/compromissos/:id/alteracao': lists,
  'POST /em/:unidade/agenda/compromissos/:id/alteracao': lists,
  'POST /em/:unidade/agenda/compromissos/:id/publicacao': lists,
  'GET /agenda-publica': lists,
  'GET /agenda-publica/dados.csv': lists,
  'GET /agenda-publica/dados.json': lists,
  'GET /agenda-publica/calendario.ics': lists,
}
