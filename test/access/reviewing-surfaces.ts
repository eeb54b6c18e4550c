import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const write = 'documents.write' as const
const reason = 'Porque sim, e por nada mais.'
const content = { type: 'doc', content: [] }
/** By its own id, what was asked or said in a review: to who has part in it. */
const said = (fields?: Readonly<Record<string, string>>) => ({
  ...{ triedBy: 'reviewed-and-listed' as const, ...(fields ? { fields } : {}) },
})

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
  'GET /em/:unidade/revisoes/:id': said(),
  'GET /em/:unidade/revisoes/:id/repasse': said(),
  'POST /em/:unidade/revisoes/:id/resposta': said({ resposta: 'devolvido', texto: reason, versao: '2' }),
  'POST /em/:unidade/revisoes/:id/retirada': said(),
  'POST /em/:unidade/revisoes/:id/repasse': said({ revisor: '1-1', mensagem: reason }),
  'POST /em/:unidade/revisao/observacoes/:id/resposta': said({ texto: reason }),
  'POST /em/:unidade/revisao/observacoes/:id/resolucao': said({ texto: reason }),
  'POST /em/:unidade/revisao/observacoes/:id/reabertura': said(),
  'POST /em/:unidade/revisao/observacoes/:id/aceite': said(),
  'POST /em/:unidade/revisao/observacoes/:id/rejeicao': said(),
  'GET /em/:unidade/revisoes': { apart: 'requests of one person, each behind the gate; others are counted alone' },
}
