import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const lists = { triedBy: 'team-lists' } as const

/** The rows of projects. What is about hidden case files is tried in `projects.test.ts` too. */
export const projectsSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/projetos': lists,
  'GET /em/:unidade/projetos/novo': { apart: 'an empty form' },
  'POST /em/:unidade/projetos': { apart: 'data of a project: no case file in it' },
  'GET /em/:unidade/projetos/:id': lists,
  'GET /em/:unidade/projetos/:id/planilha': lists,
  'GET /em/:unidade/projetos/:id/alteracao': lists,
  'POST /em/:unidade/projetos/:id/alteracao': lists,
  'GET /em/:unidade/projetos/:id/atividades/nova': lists,
  'POST /em/:unidade/projetos/:id/atividades': lists,
  'GET /em/:unidade/projetos/:id/atividades/:atividade': lists,
  'POST /em/:unidade/projetos/:id/atividades/:atividade': lists,
}
