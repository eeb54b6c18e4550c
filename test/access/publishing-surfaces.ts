import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const publish = 'documents.publish' as const
const reason = 'Porque sim, e por nada mais.'
const out = { triedBy: 'public' } as const

/** The rows of publication: what the bulletin shows to everybody, and what is done with documents on their way to it. */
export const publishingSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /boletim': out,
  'GET /boletim/atom': out,
  'GET /boletim/documentos/:numero': out,
  'GET /boletim/documentos/:numero/imagens/:sha256': out,
  'GET /em/:unidade/publicacoes': { triedBy: 'public' },
  'GET /em/:unidade/documentos/:numero/publicacao': { look: 'document', needs: publish },
  'GET /em/:unidade/documentos/:numero/publicacao/cancelamento': { look: 'document', needs: publish },
  'GET /em/:unidade/publicacoes/relatorio': { triedBy: 'public' },
  'GET /em/:unidade/publicacoes/relatorio/planilha': { triedBy: 'public' },
  'GET /em/:unidade/publicacoes/retornos': { triedBy: 'public' },
  'POST /em/:unidade/publicacoes/retornos': { triedBy: 'public' },
  'GET /em/:unidade/documentos/:numero/publicacao/materia/:formato': { look: 'document', needs: publish },
  'GET /em/:unidade/documentos/:numero/publicacao/conferencia': { look: 'document', needs: publish },
  'POST /em/:unidade/documentos/:numero/publicacao/conferencia': { act: 'document', fields: { texto: reason } },
  'GET /em/:unidade/documentos/:numero/publicacao-relacionada': { look: 'document', needs: publish },
  'POST /em/:unidade/documentos/:numero/publicacao': {
    ...{ act: 'document', fields: { veiculo: '1', data: '2099-12-31', resumo: reason } },
  },
  'POST /em/:unidade/documentos/:numero/publicacao/alteracao': {
    ...{ act: 'document', fields: { data: '2099-12-31', resumo: reason } },
  },
  'POST /em/:unidade/documentos/:numero/publicacao/cancelamento': { act: 'document', fields: { motivo: reason } },
  'POST /em/:unidade/documentos/:numero/publicacao/situacao': { act: 'document', fields: { passo: 'enviado' } },
  'POST /em/:unidade/documentos/:numero/publicacao/prazo': {
    ...{ act: 'document', fields: { prazo_dias: '5', prazo_contagem: 'uteis', prazo_texto: reason } },
  },
  'POST /em/:unidade/documentos/:numero/publicacao-relacionada': {
    ...{ act: 'document', fields: { como: 'versao-final', tipo: '1' } },
  },
}
