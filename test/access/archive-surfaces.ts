import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const plans = { apart: 'the classification plan: names no case file' } as const
const commission = { apart: 'who is of the commission of an agency: names no case file' } as const
const listings = {
  apart: 'shown to the agency of the listing alone; each case file in it is asked of cases.may_list (R7)',
} as const
const reason = 'Porque sim, e por nada mais.'
const signed = { cargo: 'Analista', senha: 'uma senha de teste' }
/** By its id, a listing of the agency: to who works on listings there, and to nobody else. */
const listed = (fields?: Readonly<Record<string, string>>) => ({
  ...{ triedBy: 'reviewed-and-listed' as const, ...(fields ? { fields } : {}) },
})
const anything = () => 'anything' as const
const sheet = { look: 'case', shows: anything } as const

/** The rows of the archive: what is kept, evaluated and eliminated. */
export const archiveSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/processos/:numero/arquivo': sheet,
  'POST /em/:unidade/processos/:numero/suspensao-da-destinacao': { act: 'case', fields: { motivo_suspensao: reason } },
  'POST /em/:unidade/processos/:numero/suspensao-da-destinacao/remocao': {
    ...{ act: 'case', fields: { motivo_suspensao: reason } },
  },
  'POST /em/:unidade/processos/:numero/fato-gerador': {
    ...{ act: 'case', fields: { fato: 'aprovação das contas', dia_fato: '2020-01-01' } },
  },
  'POST /em/:unidade/processos/:numero/fato-gerador/retirada': { act: 'case', fields: { registro: '1' } },
  'POST /em/:unidade/processos/:numero/reclassificacao': { act: 'case', fields: { classe_nova: '1' } },
  'POST /em/:unidade/processos/:numero/transferencia': { act: 'case' },
  'POST /em/:unidade/processos/:numero/recolhimento': { act: 'case' },
  'POST /em/:unidade/processos/:numero/devolucao-do-arquivo': { act: 'case', fields: { motivo_devolucao: reason } },
  'POST /em/:unidade/processos/:numero/desarquivamento': { act: 'case', fields: { motivo: reason, senha: 'x' } },

  'GET /em/:unidade/arquivo': {
    apart: 'concluded or kept by the unit itself, asked of cases.may_list; tried by archive.test (R1, R7)',
  },
  'GET /em/:unidade/arquivo/arquivamento': { look: 'case', asks: true, blank: true, shows: anything },
  'POST /em/:unidade/arquivo/arquivamento': {
    ...{ act: 'case', asks: true, blank: true, fields: { justificativa: reason, cargo: 'Analista', senha: 'x' } },
  },
  'GET /em/:unidade/arquivo/cpad': commission,
  'POST /em/:unidade/arquivo/cpad/unidade-de-arquivo': commission,

  'GET /em/:unidade/eliminacao': listings,
  'GET /em/:unidade/eliminacao/nova': {
    apart: 'kept by the unit itself, asked of cases.may_list; tried by elimination.test (R9)',
  },
  'POST /em/:unidade/eliminacao': { act: 'case', asks: true, blank: true },
  'GET /em/:unidade/eliminacao/:id': listed(),
  'POST /em/:unidade/eliminacao/:id/retirada': listed({ item: '1', motivo_item: reason }),
  'POST /em/:unidade/eliminacao/:id/contestacao': listed({ item: '1', motivo_item: reason }),
  'POST /em/:unidade/eliminacao/:id/assinatura': listed({ papel: 'responsible', ...signed }),
  'POST /em/:unidade/eliminacao/:id/edital': listed({ referencia: reason, dia: '2026-01-02', prazo: '30' }),
  'POST /em/:unidade/eliminacao/:id/ordem': listed(signed),
  'POST /em/:unidade/eliminacao/:id/confirmacao': listed(signed),
  'POST /em/:unidade/eliminacao/:id/abandono': listed({ motivo_abandono: reason }),

  'GET /em/:unidade/administracao/planos': plans,
  'POST /em/:unidade/administracao/planos': plans,
}
