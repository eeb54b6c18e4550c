import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const change = 'cases.change' as const
const reason = 'Porque sim, e por nada mais.'
const item = { motivo: reason, situacao: 'pausado', observacao: reason } as const

/** The rows of plans of work. Every case file of the worlds is born with one. */
export const workPlansSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/plano-de-trabalho': { look: 'case', asks: true, needs: change },
  'POST /em/:unidade/plano-de-trabalho': { act: 'case', asks: true, fields: { plano: '1', acao: 'por' } },
  'GET /em/:unidade/planos-de-trabalho': { triedBy: 'team-lists' },
  'GET /em/:unidade/processos/:numero/plano-de-trabalho': {
    look: 'case',
    shows: (caseFile, reader, oracle) =>
      oracle.reach(reader, caseFile) === 'full' ? { words: [caseFile.number], status: 200 } : 'closed',
  },
  'GET /em/:unidade/processos/:numero/plano-de-trabalho/itens/:item': {
    look: 'case',
    needs: change,
    shows: (caseFile, reader, oracle) => (oracle.reach(reader, caseFile) === 'full' ? 'anything' : 'closed'),
  },
  'POST /em/:unidade/processos/:numero/plano-de-trabalho/itens/:item': { act: 'case', fields: item },
  'POST /em/:unidade/processos/:numero/plano-de-trabalho/itens/:item/documentos': {
    ...{ act: 'case', fields: { documento: '1', acao: 'incluir' } },
  },
  'POST /em/:unidade/processos/:numero/plano-de-trabalho/itens/:item/minuta': { act: 'case', fields: { tipo: '1' } },
}
