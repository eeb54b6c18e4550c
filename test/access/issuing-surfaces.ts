import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const write = 'documents.write' as const
const keep = 'knowledge.manage' as const
const reason = 'Porque sim, e por nada mais.'
const contact = { apart: 'the register of people' } as const
const texts = { apart: 'texts of the unit, or of the institution, that belong to no case file' } as const
const guides = { apart: 'how work is done, by types of case file: names no case file' } as const
/** Kept by one person, answered by one unit, sent with one document: `made-and-sent.test.ts`. */
const made = { triedBy: 'made-and-sent' } as const
const log = { apart: 'heads and proofs of the log: hashes alone' } as const

/** The rows of what leaves the house, what is made in numbers, of forms, models, guides and receipts. */
export const issuingSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/processos/:numero/correio': { look: 'case', needs: write },
  'POST /em/:unidade/processos/:numero/correio': {
    ...{ act: 'case', fields: { para: 'alguem@exemplo.org', assunto: 'Assunto', mensagem: reason, nivel: 'publico' } },
  },
  'POST /em/:unidade/processos/:numero/formularios': { act: 'case', fields: { tipo: '1', nivel: 'publico' } },
  'GET /em/:unidade/documentos/:numero/circular': { look: 'document', needs: write },
  'POST /em/:unidade/documentos/:numero/circular': { act: 'document', fields: { destinatarios: '1' } },
  'POST /em/:unidade/documentos/:numero/circular/envio': { act: 'document' },
  'GET /em/:unidade/documentos/:numero/tarjas': { look: 'document', needs: write },
  'POST /em/:unidade/documentos/:numero/tarjas': {
    ...{ act: 'document', fields: { palavras: 'texto', fundamento: 'Lei nº 12.527/2011, art. 31', nivel: 'publico' } },
  },
  'GET /em/:unidade/documentos/:numero/tarjas/paginas/:pagina': { look: 'document', needs: write },
  'GET /em/:unidade/documentos/:numero/tarjas/feita': { look: 'document', needs: write },
  'POST /em/:unidade/documentos/:numero/tarjas/pdf': {
    act: 'document',
    fields: {
      ...{ pagina: '1', esquerda: '1', alto: '1', largura: '1', altura: '1', ato: 'tarja' },
      fundamento: 'Lei nº 12.527/2011, art. 31',
    },
  },
  'POST /em/:unidade/documentos/:numero/tarjas/inclusao': { act: 'document', fields: { nivel: 'publico' } },
  'GET /em/:unidade/documentos/:numero/certidao-de-sigilo': {
    look: 'document',
    needs: write,
    shows: (document, reader, oracle) =>
      document.level !== 'public' && oracle.mayRead(reader, document)
        ? { words: [document.number], status: 200 }
        : 'closed',
  },
  'POST /em/:unidade/documentos/:numero/certidao-de-sigilo': { act: 'document' },
  'GET /em/:unidade/processos/:numero/certidao-de-sigilo': {
    look: 'case',
    needs: write,
    shows: (caseFile, reader, oracle) =>
      oracle.effective(caseFile) !== 'public' && oracle.reach(reader, caseFile) === 'full'
        ? { words: [caseFile.number], status: 200 }
        : 'closed',
  },
  'POST /em/:unidade/processos/:numero/certidao-de-sigilo': { act: 'case' },
  'GET /em/:unidade/documentos/:numero/formulario': { look: 'document', needs: write },
  'POST /em/:unidade/documentos/:numero/formulario': { act: 'document' },
  'GET /em/:unidade/documentos/:numero/modelo-da-unidade': { look: 'document', needs: keep },
  'POST /em/:unidade/documentos/:numero/modelo-da-unidade': { act: 'document', fields: { nome: 'Modelo', grupo: '1' } },
  'GET /em/:unidade/documentos/:numero/distribuicao': { look: 'document' },
  'POST /em/:unidade/documentos/:numero/distribuicao': { act: 'document', fields: { nome: 'Modelo' } },
  'GET /em/:unidade/documentos/:numero/duplicacao': { look: 'document', needs: write },
  'POST /em/:unidade/documentos/:numero/duplicacao': { act: 'document' },
  'GET /em/:unidade/documentos/:numero/comprovante': { look: 'document' },
  'GET /em/:unidade/documentos/:numero/comprovante/arquivo': { look: 'document' },
  'GET /em/:unidade/inclusao-em-lote': { look: 'case', asks: true, blank: true, needs: write },
  'POST /em/:unidade/inclusao-em-lote': {
    ...{ act: 'case', asks: true, blank: true, fields: { tipo: '1', texto_inicial: 'modelo', nivel: 'publico' } },
  },
  'GET /em/:unidade/lotes/novo': { look: 'case', asks: true, blank: true, needs: write },

  'GET /em/:unidade/documentos/:numero/anexos/:anexo': made,
  'GET /em/:unidade/lotes/:id': made,
  'POST /em/:unidade/lotes': made,
  'POST /em/:unidade/lotes/:id/geracao': made,
  'GET /em/:unidade/pedidos-de-tipos': made,
  'GET /em/:unidade/pedidos-de-tipos/:id': made,
  'GET /em/:unidade/pedidos-de-tipos/novo': made,
  'GET /em/:unidade/pedidos-de-tipos/unidade': made,
  'POST /em/:unidade/pedidos-de-tipos': made,
  'POST /em/:unidade/pedidos-de-tipos/:id/aprovacao': made,
  'POST /em/:unidade/pedidos-de-tipos/:id/recusa': made,
  'POST /em/:unidade/pedidos-de-tipos/unidade': made,
  'GET /autenticidade/comprovante': { triedBy: 'codes' },

  'GET /em/:unidade/contatos/:id': contact,
  'GET /em/:unidade/contatos/:id/alteracoes': contact,
  'GET /em/:unidade/contatos/:id/desativacao': contact,
  'GET /em/:unidade/contatos/:id/reativacao': contact,
  'POST /em/:unidade/contatos/:id': contact,
  'POST /em/:unidade/contatos/:id/desativacao': contact,
  'POST /em/:unidade/contatos/:id/reativacao': contact,

  'GET /em/:unidade/base-de-conhecimento': guides,
  'GET /em/:unidade/base-de-conhecimento/:id': guides,
  'GET /em/:unidade/base-de-conhecimento/:id/anexos/:anexo': guides,
  'GET /em/:unidade/base-de-conhecimento/:id/elaboracao': guides,
  'GET /em/:unidade/base-de-conhecimento/:id/exclusao': guides,
  'GET /em/:unidade/base-de-conhecimento/novo': guides,
  'POST /em/:unidade/base-de-conhecimento': guides,
  'POST /em/:unidade/base-de-conhecimento/:id/anexos': guides,
  'POST /em/:unidade/base-de-conhecimento/:id/anexos/retirada': guides,
  'POST /em/:unidade/base-de-conhecimento/:id/elaboracao': guides,
  'POST /em/:unidade/base-de-conhecimento/:id/exclusao': guides,
  'POST /em/:unidade/base-de-conhecimento/:id/situacao': guides,

  'GET /em/:unidade/textos-institucionais': texts,
  'GET /em/:unidade/textos-institucionais/:id': texts,
  'GET /em/:unidade/textos-institucionais/:id/retirada': texts,
  'GET /em/:unidade/textos-institucionais/novo': texts,
  'POST /em/:unidade/textos-institucionais': texts,
  'POST /em/:unidade/textos-institucionais/:id': texts,
  'POST /em/:unidade/textos-institucionais/:id/retirada': texts,
  'GET /em/:unidade/textos-padrao/:id/atualizacao': texts,
  'GET /em/:unidade/textos-padrao/grupos': texts,
  'GET /em/:unidade/textos-padrao/grupos/:id': texts,
  'GET /em/:unidade/textos-padrao/grupos/:id/exclusao': texts,
  'GET /em/:unidade/textos-padrao/institucionais/:id': texts,
  'POST /em/:unidade/textos-padrao/:id/atualizacao': texts,
  'POST /em/:unidade/textos-padrao/agrupamento': texts,
  'POST /em/:unidade/textos-padrao/grupos': texts,
  'POST /em/:unidade/textos-padrao/grupos/:id': texts,
  'POST /em/:unidade/textos-padrao/grupos/:id/exclusao': texts,
  'POST /em/:unidade/textos-padrao/institucionais/:id/copia': texts,

  'GET /registro': log,
  'GET /registro/cabeca': log,
  'GET /registro/consistencia': log,
  'GET /verificador.mjs': { apart: 'the verifier itself: a program' },
}
