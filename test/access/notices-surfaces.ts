import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const lists = { triedBy: 'team-lists' } as const
const choices = { apart: 'choices of a person: names no case file' } as const

/** The rows of notices and of the control panel. What the levels hide of notices: `notices.test.ts`, R1. */
export const noticesSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/avisos': lists,
  'GET /em/:unidade/avisos/chegadas': lists,
  'GET /em/:unidade/avisos/:id': lists,
  'POST /em/:unidade/avisos': { apart: 'marks of the person’s own notices' },
  'GET /em/:unidade/avisos/escolhas': choices,
  'POST /em/:unidade/avisos/escolhas': choices,
  'GET /em/:unidade/painel': lists,
  'GET /em/:unidade/painel/cartoes': choices,
  'POST /em/:unidade/painel/cartoes': choices,
  'GET /em/:unidade/blocos/documentos': lists,
}
