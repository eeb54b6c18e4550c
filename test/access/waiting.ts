import type { RouteKey } from './routes.ts'

/**
 * Addresses of capabilities that came after the table of surfaces: each waits for its row there. Until then their own
 * tests alone speak for them. This list only gets shorter: what is new belongs into the table.
 */
export const waiting: ReadonlySet<RouteKey> = new Set<RouteKey>([
  // Listings of eliminations: each case file in one is asked of cases.may_list; elimination.test speaks for them.
  'GET /em/:unidade/eliminacao/:id',
  'POST /em/:unidade/eliminacao/:id/retirada',
  'POST /em/:unidade/eliminacao/:id/contestacao',
  'POST /em/:unidade/eliminacao/:id/assinatura',
  'POST /em/:unidade/eliminacao/:id/edital',
  'POST /em/:unidade/eliminacao/:id/ordem',
  'POST /em/:unidade/eliminacao/:id/confirmacao',
  'POST /em/:unidade/eliminacao/:id/abandono',
  'GET /em/:unidade/administracao/planos/:id',
  'POST /em/:unidade/administracao/planos/:id/classes',
  'POST /em/:unidade/administracao/planos/:id/equivalencia',
  'POST /em/:unidade/administracao/planos/:id/vigencia',
])
