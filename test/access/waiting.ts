import type { RouteKey } from './routes.ts'

/**
 * Addresses of capabilities that came after the table of surfaces: each waits for its row there. Until then their own
 * tests alone speak for them. This list only gets shorter: what is new belongs into the table.
 */
export const waiting: ReadonlySet<RouteKey> = new Set<RouteKey>([
  'GET /autenticidade/comprovante',
  'GET /em/:unidade/documentos/:numero/anexos/:anexo',
  'GET /em/:unidade/lotes/:id',
  'GET /em/:unidade/pedidos-de-tipos',
  'GET /em/:unidade/pedidos-de-tipos/:id',
  'GET /em/:unidade/pedidos-de-tipos/novo',
  'GET /em/:unidade/pedidos-de-tipos/unidade',
  'POST /em/:unidade/lotes',
  'POST /em/:unidade/lotes/:id/geracao',
  'POST /em/:unidade/pedidos-de-tipos',
  'POST /em/:unidade/pedidos-de-tipos/:id/aprovacao',
  'POST /em/:unidade/pedidos-de-tipos/:id/recusa',
  'POST /em/:unidade/pedidos-de-tipos/unidade',
])
