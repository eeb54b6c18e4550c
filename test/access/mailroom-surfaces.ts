import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const lists = { triedBy: 'team-lists' } as const
const typed = {
  apart: 'keeps what the person typed; a case file that is hidden from them is as if it were not there',
} as const

/** The rows of paper that comes and goes. Lines and slips of hidden case files are tried in `mailroom.test.ts` too. */
export const mailroomSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/quadro-do-dia': lists,
  'GET /em/:unidade/quadro-do-dia/formulario': { apart: 'an empty sheet' },
  'GET /em/:unidade/quadro-do-dia/novo': { apart: 'an empty form' },
  'GET /em/:unidade/quadro-do-dia/:id': lists,
  'GET /em/:unidade/quadro-do-dia/:id/recibo': lists,
  'POST /em/:unidade/quadro-do-dia': typed,
  'POST /em/:unidade/quadro-do-dia/:id': lists,
  'GET /em/:unidade/guias-de-tramitacao': lists,
  'GET /em/:unidade/guias-de-tramitacao/nova': { apart: 'an empty form' },
  'GET /em/:unidade/guias-de-tramitacao/:id': lists,
  'POST /em/:unidade/guias-de-tramitacao': typed,
  'POST /em/:unidade/guias-de-tramitacao/:id/recebimento': lists,
  'POST /em/:unidade/quadro-do-dia/fechamento': { apart: 'keeps what stands on the board; shown by the next row' },
  'GET /em/:unidade/quadro-do-dia/fechados/:id': lists,
  'GET /em/:unidade/documentos/:numero/postagem': { look: 'document', needs: 'cases.change' },
  'POST /em/:unidade/documentos/:numero/postagem': {
    act: 'document',
    fields: {
      ...{ destinatario: 'Fulano', endereco: 'Rua A', cidade: 'Natal', uf: 'RN', cep: '59000000' },
      ...{ servico: 'simple', formato: 'envelope', motivo: 'Porque sim.' },
    },
  },
  'GET /em/:unidade/cartas': lists,
  'GET /em/:unidade/cartas/:id': lists,
  'POST /em/:unidade/cartas/:id': lists,
  'POST /em/:unidade/cartas/:id/desistencia': lists,
  'GET /em/:unidade/expedicao': lists,
  'GET /em/:unidade/expedicao/cobranca': lists,
  'POST /em/:unidade/expedicao/cobranca': typed,
  'GET /em/:unidade/expedicao/fora': lists,
  'GET /em/:unidade/expedicao/medias': lists,
  'GET /em/:unidade/expedicao/medias/planilha': lists,
  'GET /em/:unidade/expedicao/listas': lists,
  'POST /em/:unidade/expedicao/listas': { apart: 'leaves out what is not to be known: tried in letters.test.ts' },
  'GET /em/:unidade/expedicao/listas/:id': lists,
  'GET /em/:unidade/expedicao/listas/:id/etiquetas': lists,
  'GET /em/:unidade/expedicao/listas/:id/arquivo': lists,
  'POST /em/:unidade/expedicao/listas/:id/codigos': lists,
  'POST /em/:unidade/expedicao/listas/:id/postagem': lists,
  'GET /em/:unidade/expedicao/retornos': lists,
  'POST /em/:unidade/expedicao/retornos': { apart: 'a code of what is hidden is as one of nobody: letters.test.ts' },
  'POST /em/:unidade/expedicao/retornos/:id': { apart: 'codes of nobody: no case file in it' },
  'GET /em/:unidade/expedicao/regras': { apart: 'places and units: no case file in it' },
  'POST /em/:unidade/expedicao/regras': { apart: 'places and units: no case file in it' },
  'POST /em/:unidade/expedicao/regras/:id/remocao': { apart: 'places and units: no case file in it' },
  'GET /recibo-de-entrega': { apart: 'that something was received, for who has its code: no case file in it' },
}
