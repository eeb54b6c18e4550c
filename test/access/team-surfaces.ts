import type { RouteKey } from './routes.ts'
import type { Surface } from './surfaces.ts'

const change = 'cases.change' as const
const send = 'routing.send' as const
const use = 'bundles.use' as const
const reason = 'Porque sim, e por nada mais.'
const group = {
  apart: 'names of groups that a unit gave; of what is in them only how many its reader may see',
} as const
const ofInstallation = { apart: 'what counts in all the installation, for its administrators' } as const
const figures = { triedBy: 'figures' } as const
const lists = { triedBy: 'team-lists' } as const

/** The rows of what teams keep, hand round and count beside case files and documents. */
export const teamSurfaces: Readonly<Record<RouteKey, Surface>> = {
  // Beside a case file.
  'GET /em/:unidade/anotacao': { look: 'case', asks: true, needs: change },
  'GET /em/:unidade/marcacao': { look: 'case', asks: true, needs: change },
  'GET /em/:unidade/acompanhamento': { look: 'case', asks: true },
  'GET /em/:unidade/favorito': { look: 'case', asks: true },
  'GET /em/:unidade/ponto-de-controle': { look: 'case', asks: true, needs: change },
  'GET /em/:unidade/mesa/nao-lidos': { look: 'case', asks: true },
  'GET /em/:unidade/prazos/novo': { look: 'case', asks: true, needs: change },
  'GET /em/:unidade/prazos/lote': { look: 'case', asks: true, needs: change },
  'GET /em/:unidade/ciencia': { look: 'case', asks: true, blank: true },
  'GET /em/:unidade/blocos/inclusao': { look: 'case', asks: true, needs: use },
  'GET /em/:unidade/blocos/novo': { look: 'case', asks: true, blank: true, needs: use },
  'GET /em/:unidade/sigilosos/transferencia': {
    look: 'case',
    asks: true,
    needs: 'cases.credentials',
    forHolders: true,
    shows: (caseFile, reader, oracle) =>
      oracle.effective(caseFile) === 'confidential' && oracle.isHolder(reader, caseFile)
        ? { words: [caseFile.digits], status: 200 }
        : 'anything',
  },
  'GET /em/:unidade/processos/:numero/marcadores': { look: 'case', needs: change },
  'GET /em/:unidade/processos/:numero/ciencia': { look: 'case' },
  'GET /em/:unidade/processos/:numero/duplicacao': { look: 'case', needs: 'cases.open' },
  'GET /em/:unidade/processos/:numero/autuacao-indevida': { look: 'case', needs: send },
  'GET /em/:unidade/processos/:numero/pesquisa': { triedBy: 'team-lists' },
  'GET /em/:unidade/processos/:numero/marcadores/:id': { look: 'kept', of: 'label', needs: change, tells: true },

  'POST /em/:unidade/anotacao': { act: 'case', asks: true, fields: { anotacao: reason } },
  'POST /em/:unidade/marcacao': { act: 'case', asks: true, fields: { marcador: '1', texto: reason } },
  'POST /em/:unidade/acompanhamento': { act: 'case', asks: true, fields: { observacao: reason } },
  'POST /em/:unidade/favorito': { act: 'case', asks: true, fields: { grupo: 'Modelos' } },
  'POST /em/:unidade/ponto-de-controle': { act: 'case', asks: true, fields: { ponto: '1' } },
  'POST /em/:unidade/mesa/nao-lidos': { act: 'case', asks: true },
  'POST /em/:unidade/prazos': { act: 'case', asks: true, fields: { texto: reason, dia: '2099-12-31' } },
  'POST /em/:unidade/ciencia': { act: 'case', asks: true, blank: true },
  'POST /em/:unidade/blocos/novo': { act: 'case', asks: true, blank: true, fields: { tipo: 'reuniao' } },
  'POST /em/:unidade/blocos/inclusao': { act: 'case', asks: true, blank: true, fields: { bloco: '1' } },
  'POST /em/:unidade/sigilosos/transferencia': {
    ...{ act: 'case', asks: true, blank: true, fields: { destino: '1-1', senha: 'uma senha de teste' } },
  },
  'POST /em/:unidade/processos/:numero/marcadores': { act: 'case', fields: { marcador: '1', texto: reason } },
  'POST /em/:unidade/processos/:numero/marcadores/:id': { act: 'kept', of: 'label', fields: { texto: reason } },
  'POST /em/:unidade/processos/:numero/ciencia': { act: 'case' },
  'POST /em/:unidade/processos/:numero/comentarios': { act: 'case', fields: { comentario: reason } },
  'POST /em/:unidade/processos/:numero/duplicacao': { act: 'case' },
  'POST /em/:unidade/processos/:numero/autuacao-indevida': { act: 'case', fields: { motivo: reason, termo: '1' } },
  'POST /em/:unidade/processos/:numero/reabertura/cancelamento': { act: 'case' },
  'POST /em/:unidade/processos/:numero/credenciais/:credencial/renovacao': { act: 'case' },

  // Beside a document.
  'GET /em/:unidade/documentos/:numero/favorito': { look: 'document' },
  'GET /em/:unidade/documentos/:numero/mudanca-de-processo': { look: 'document', needs: 'documents.write' },
  'GET /em/:unidade/documentos/:numero/credenciais-de-assinatura': { look: 'document', needs: 'cases.credentials' },
  'POST /em/:unidade/documentos/:numero/favorito': { act: 'document', fields: { grupo: 'Modelos' } },
  'POST /em/:unidade/documentos/:numero/ciencia': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/comentarios': { act: 'document', fields: { comentario: reason } },
  'POST /em/:unidade/documentos/:numero/mudanca-de-processo': {
    ...{ act: 'document', fields: { destino: '99999999999999999', motivo: reason } },
  },
  'POST /em/:unidade/documentos/:numero/credenciais-de-assinatura': {
    ...{ act: 'document', fields: { pessoa: '1', unidade: '1' } },
  },
  'POST /em/:unidade/documentos/:numero/credenciais-de-assinatura/:credencial/cassacao': { act: 'document' },

  // By an id of its own.
  'GET /em/:unidade/prazos/:id': { look: 'kept', of: 'deadline', tells: true },
  'GET /em/:unidade/prazos/:id/alteracao': { look: 'kept', of: 'deadline', needs: change },
  'GET /em/:unidade/prazos/:id/exclusao': { look: 'kept', of: 'deadline', needs: change },
  'POST /em/:unidade/prazos/:id/alteracao': {
    act: 'kept',
    of: 'deadline',
    fields: { texto: reason, dia: '2099-12-31' },
  },
  'POST /em/:unidade/prazos/:id/conclusao': { act: 'kept', of: 'deadline' },
  'POST /em/:unidade/prazos/:id/exclusao': { act: 'kept', of: 'deadline' },
  'POST /em/:unidade/prazos/:id/reabertura': { act: 'kept', of: 'deadline' },
  'POST /em/:unidade/prazos/lote': { act: 'kept', of: 'deadline', fields: { acao: 'concluir' } },
  'GET /em/:unidade/retornos/:id/prorrogacao': { look: 'kept', of: 'return', needs: send },
  'GET /em/:unidade/retornos/:id/exclusao': { look: 'kept', of: 'return', needs: send },
  'POST /em/:unidade/retornos/:id/prorrogacao': { act: 'kept', of: 'return', fields: { dia: '2099-12-31' } },
  'POST /em/:unidade/retornos/:id/exclusao': { act: 'kept', of: 'return' },
  'GET /em/:unidade/comentarios/:id': { look: 'kept', of: 'comment' },
  'POST /em/:unidade/comentarios/:id': { act: 'kept', of: 'comment', fields: { comentario: reason } },
  'POST /em/:unidade/comentarios/:id/exclusao': { act: 'kept', of: 'comment' },
  'GET /em/:unidade/marcadores/:id': { look: 'kept', of: 'label', needs: change, register: true },
  'POST /em/:unidade/marcadores/:id': { act: 'kept', of: 'label', fields: { nome: 'Outro', cor: 'wine' } },
  'POST /em/:unidade/marcadores/:id/exclusao': { act: 'kept', of: 'label' },
  'POST /em/:unidade/acompanhamentos': { act: 'kept', of: 'follow', fields: { acao: 'excluir' } },
  'POST /em/:unidade/favoritos': { act: 'kept', of: 'favourite', fields: { acao: 'retirar' } },
  'POST /em/:unidade/pesquisas-salvas/:id': { act: 'kept', of: 'search', fields: { nome: 'Outro nome' } },
  'POST /em/:unidade/pesquisas-salvas/:id/exclusao': { act: 'kept', of: 'search' },

  // Bundles.
  'GET /em/:unidade/blocos/:numero': { look: 'bundle', needs: use },
  'GET /em/:unidade/blocos/:numero/dados': { look: 'bundle', needs: use },
  'GET /em/:unidade/blocos/:numero/marcas': { look: 'bundle', needs: use },
  'GET /em/:unidade/blocos/:numero/devolucao': { look: 'bundle', needs: use },
  'GET /em/:unidade/blocos/:numero/exclusao': { look: 'bundle', needs: use },
  'GET /em/:unidade/blocos/:numero/retirada': { look: 'bundle', needs: use },
  'GET /em/:unidade/blocos/:numero/assinatura': { look: 'bundle', needs: 'signatures.sign' },
  'GET /em/:unidade/blocos/:numero/itens/:item': { look: 'bundle', needs: use },
  'GET /em/:unidade/blocos/:numero/itens/:item/anotacao': { look: 'bundle', needs: use },
  'POST /em/:unidade/blocos/:numero/atribuicao': { act: 'bundle' },
  'POST /em/:unidade/blocos/:numero/conclusao': { act: 'bundle' },
  'POST /em/:unidade/blocos/:numero/dados': { act: 'bundle', fields: { descricao: reason } },
  'POST /em/:unidade/blocos/:numero/devolucao': { act: 'bundle', fields: { texto: reason } },
  'POST /em/:unidade/blocos/:numero/disponibilizacao': { act: 'bundle' },
  'POST /em/:unidade/blocos/:numero/disponibilizacao/cancelamento': { act: 'bundle' },
  'POST /em/:unidade/blocos/:numero/exclusao': { act: 'bundle' },
  'POST /em/:unidade/blocos/:numero/itens/:item/anotacao': { act: 'bundle', fields: { texto: reason } },
  'POST /em/:unidade/blocos/:numero/reabertura': { act: 'bundle' },
  'POST /em/:unidade/blocos/:numero/retirada': { act: 'bundle' },
  'POST /em/:unidade/blocos/:numero/sinais': { act: 'bundle', fields: { sinal: 'prioritario', ato: 'por' } },
  'GET /em/:unidade/blocos': lists,
  'GET /em/:unidade/blocos/impressao': lists,

  // Lists.
  'GET /em/:unidade/acervo-de-sigilosos': lists,
  'GET /em/:unidade/acervo-de-sigilosos/planilha': lists,
  'GET /em/:unidade/acervo-de-sigilosos/ativacao': lists,
  'POST /em/:unidade/acervo-de-sigilosos/senha': lists,
  'POST /em/:unidade/acervo-de-sigilosos/ativacao': lists,
  'POST /em/:unidade/acervo-de-sigilosos/cancelamento': lists,
  'GET /em/:unidade/acompanhamentos': lists,
  'GET /em/:unidade/favoritos': lists,
  'GET /em/:unidade/marcadores': lists,
  'GET /em/:unidade/mesa/planilha': lists,
  'GET /em/:unidade/pontos-de-controle': lists,
  'GET /em/:unidade/prazos': lists,
  'GET /em/:unidade/retornos': lists,
  'GET /em/:unidade/pesquisas-salvas': lists,
  'GET /em/:unidade/lixeira': { triedBy: 'bin' },
  'GET /em/:unidade/lixeira/:numero': { triedBy: 'bin' },
  'GET /em/:unidade/lixeira/:numero/arquivo': { triedBy: 'bin' },
  'POST /em/:unidade/lixeira/:numero/recuperacao': { act: 'deleted' },

  // Figures.
  'GET /em/:unidade/estatisticas': figures,
  'GET /em/:unidade/estatisticas/atividades': figures,
  'GET /em/:unidade/estatisticas/desempenho': figures,
  'GET /em/:unidade/estatisticas/desempenho/tipo': figures,
  'GET /em/:unidade/estatisticas/fluxo': figures,
  'GET /em/:unidade/estatisticas/indices': figures,
  'GET /em/:unidade/estatisticas/indices/unidades': figures,
  'GET /em/:unidade/estatisticas/lista': figures,
  'GET /em/:unidade/estatisticas/meta': figures,
  'GET /em/:unidade/estatisticas/numeros': figures,
  'GET /em/:unidade/impressao': figures,

  // Registers and settings.
  'GET /em/:unidade/acompanhamentos/grupos': group,
  'POST /em/:unidade/acompanhamentos/grupos': group,
  'GET /em/:unidade/acompanhamentos/grupos/:id': group,
  'POST /em/:unidade/acompanhamentos/grupos/:id': group,
  'GET /em/:unidade/blocos/grupos': group,
  'POST /em/:unidade/blocos/grupos': group,
  'POST /em/:unidade/blocos/grupos/:id': group,
  'GET /em/:unidade/marcadores/novo': { apart: 'an empty form' },
  'POST /em/:unidade/marcadores': { apart: 'a new label, which is on no case file yet' },
  'GET /em/:unidade/mesa/colunas': { apart: 'which columns one wants; nothing of what stands in them' },
  'POST /em/:unidade/mesa/colunas': { apart: 'which columns one wants; what stands in them is tried on the desk' },
  'POST /em/:unidade/pesquisas-salvas': { apart: 'keeps what the person typed, and runs nothing' },
  'GET /em/:unidade/prazos/lembretes': { apart: 'how many days before the unit wants to be reminded' },
  'POST /em/:unidade/prazos/lembretes': { apart: 'how many days before the unit wants to be reminded' },
  'POST /em/:unidade/prazos/lembretes/orgao': { apart: 'how many days before the agency wants to be reminded' },
  'GET /em/:unidade/estatisticas/indices/definicao': ofInstallation,
  'POST /em/:unidade/estatisticas/indices/definicao': ofInstallation,
  'GET /em/:unidade/estatisticas/publicados/novo': ofInstallation,
  'POST /em/:unidade/estatisticas/publicados/novo': ofInstallation,
  'POST /em/:unidade/impressao/registros': {
    apart: 'what print servers wrote; titles are not kept, and no page hands the file out',
  },
}
