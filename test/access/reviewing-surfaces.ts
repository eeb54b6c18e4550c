import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const write = 'documents.write' as const
const reason = 'Porque sim, e por nada mais.'
const content = { type: 'doc', content: [] }

/** The rows of reviews: what is asked, said and suggested beside a draft. */
export const reviewingSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/documentos/:numero/revisao': { look: 'document' },
  'GET /em/:unidade/documentos/:numero/revisao/pedido': { look: 'document', needs: write },
  'GET /em/:unidade/documentos/:numero/revisao/comentario': { look: 'document', query: '?paragrafo=1' },
  'GET /em/:unidade/documentos/:numero/revisao/observacoes': { look: 'document' },
  'GET /em/:unidade/documentos/:numero/revisao/sugestoes': { look: 'document' },
  'GET /em/:unidade/documentos/:numero/revisao/sugestoes/texto': { look: 'document' },
  'POST /em/:unidade/documentos/:numero/revisao/pedido': { act: 'document', fields: { revisor: '1-1' } },
  'POST /em/:unidade/documentos/:numero/revisao/comentario': {
    ...{ act: 'document', fields: { paragrafo: '1', texto: reason } },
  },
  'POST /em/:unidade/documentos/:numero/revisao/observacoes': {
    ...{
      act: 'document',
      json: { act: 'write', meant: { passage: 0, quote: 'a', before: '', after: '' }, text: reason },
    },
  },
  'POST /em/:unidade/documentos/:numero/revisao/aceite': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/revisao/rejeicao': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/revisao/sugestoes': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/revisao/sugestoes/descarte': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/revisao/sugestoes/envio': {
    ...{ act: 'document', json: { content, baseVersion: 1 } },
  },
  'PUT /em/:unidade/documentos/:numero/revisao/sugestoes/rascunho': {
    ...{ act: 'document', json: { content, baseVersion: 1, session: 's', sequence: 1 } },
  },
  'GET /em/:unidade/revisoes': { apart: 'requests of one person, each behind the gate; others are counted alone' },
}
