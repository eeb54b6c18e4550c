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
  // What was asked or said in a review, by its own id: no deed of the random worlds makes one yet.
  'GET /em/:unidade/revisoes/:id',
  'GET /em/:unidade/revisoes/:id/repasse',
  'POST /em/:unidade/revisoes/:id/resposta',
  'POST /em/:unidade/revisoes/:id/retirada',
  'POST /em/:unidade/revisoes/:id/repasse',
  'POST /em/:unidade/revisao/observacoes/:id/resposta',
  'POST /em/:unidade/revisao/observacoes/:id/resolucao',
  'POST /em/:unidade/revisao/observacoes/:id/reabertura',
  'POST /em/:unidade/revisao/observacoes/:id/aceite',
  'POST /em/:unidade/revisao/observacoes/:id/rejeicao',
])
