import { admin } from '../support/builders-admin.ts'
import { at } from '../support/world.ts'
import type { furnishAdministration, Lookers, PagesWorld } from './pages-world.ts'

/** A page to look at: the route that answers it, who opens it, and where it stands in the world made for it. */
export interface PageToLookAt<World> {
  readonly route: string
  /** Which of several looks of the same route. */
  readonly look?: string
  readonly by: keyof Lookers
  /** 200 unless the page says that something is not there or not possible. */
  readonly status?: number
  /** Whether its form is sent as it came, without a word: the page that tells what is missing is looked at. */
  readonly sent?: boolean
  readonly address: (world: World) => string
}

const work = (path: string) => `/em/${at.prot}${path}`

/** A row of a table: route of the inner house, and what stands for its parameters. */
function inner(route: string, address: (world: PagesWorld) => string, look?: string): PageToLookAt<PagesWorld> {
  return { route: `/em/:unidade${route}`, by: 'marina', address: (w) => work(address(w)), ...(look ? { look } : {}) }
}

const ofCase = (part: string, which: keyof PagesWorld & CaseName = 'main', look?: string) =>
  inner(`/processos/:numero${part}`, (w) => `/processos/${w[which].digits}${part}`, look)

const ofDocument = (part: string, which: DocumentName = 'draft', look?: string) =>
  inner(`/documentos/:numero${part}`, (w) => `/documentos/${w[which]}${part}`, look)

const ofBundle = (part: string, which: 'bundle' | 'receivedBundle' | 'meeting' | 'emptyBundle', look?: string) =>
  inner(`/blocos/:numero${part}`, (w) => `/blocos/${w[which]}${part}`, look)

/** The same page after its form was sent with nothing in it. */
const refused = <Row extends { readonly route: string }>(row: Row) => ({
  ...row,
  look: 'recusado',
  sent: true,
  status: 422,
})

/** The same by who administrates the whole installation. */
const central = (route: string, address: (world: PagesWorld) => string): PageToLookAt<PagesWorld> => ({
  route: `/em/:unidade${route}`,
  by: 'central',
  address: (w) => `/em/${at.gs}${address(w)}`,
})

const keeperOfRegister = (route: string, query = '') => ({
  route: `/em/:unidade${route}`,
  by: 'keeper' as const,
  address: () => `/em/${at.gs}${route}${query}`,
})

const ofAct = (part: string, which: 'published' | 'scheduled' | 'outside' | 'toPublish', look?: string) =>
  inner(`/documentos/:numero${part}`, (w) => `/documentos/${w.publishing[which]}${part}`, look)

const ofPublication: readonly PageToLookAt<PagesWorld>[] = [
  inner('/processos/:numero', (w) => `/processos/${w.publishing.digits}`, 'com publicações'),
  ofAct('', 'published', 'publicado'),
  ofAct('/publicacao', 'toPublish', 'a publicar'),
  refused(ofAct('/publicacao', 'toPublish')),
  { ...inner('/documentos/:numero/publicacao', (w) => `/documentos/${w.draft}/publicacao`, 'impossível'), status: 409 },
  ofAct('/publicacao', 'published', 'publicado'),
  ofAct('/publicacao', 'scheduled', 'agendado'),
  ofAct('/publicacao', 'outside', 'diário externo'),
  ofAct('/publicacao/cancelamento', 'scheduled'),
  ofAct('/publicacao-relacionada', 'published'),
]

type CaseName =
  | 'main'
  | 'empty'
  | 'toAnnex'
  | 'suspended'
  | 'annexed'
  | 'blocked'
  | 'restricted'
  | 'confidential'
  | 'locked'
type DocumentName = 'draft' | 'signed' | 'sent' | 'upload' | 'scan' | 'circularBase' | 'email'

export const pagesOfWork: readonly PageToLookAt<PagesWorld>[] = [
  inner('/mesa', () => '/mesa'),
  inner('/mesa', () => '/mesa?lista=recebidos', 'lista vazia'),
  inner('/mesa', (w) => `/mesa?marcador=${w.label}`, 'por marcador'),
  inner('/mesa/colunas', () => '/mesa/colunas'),
  inner('/mesa/nao-lidos', (w) => `/mesa/nao-lidos?processo=${w.main.digits}`),
  inner('/anotacao', (w) => `/anotacao?processo=${w.main.digits}`),
  inner('/anotacao', (w) => `/anotacao?processo=${w.main.digits}&processo=${w.empty.digits}`, 'vários'),
  { ...inner('/anotacao', () => '/anotacao', 'sem processo'), status: 422 },
  inner('/marcadores', () => '/marcadores'),
  inner('/marcadores/novo', () => '/marcadores/novo'),
  refused(inner('/marcadores/novo', () => '/marcadores/novo')),
  inner('/marcadores/:id', (w) => `/marcadores/${w.label}`),
  inner('/marcacao', (w) => `/marcacao?processo=${w.main.digits}&processo=${w.empty.digits}`),
  refused(inner('/marcacao', (w) => `/marcacao?processo=${w.main.digits}`)),
  ofCase('/marcadores'),
  inner('/processos/:numero/marcadores/:id', (w) => `/processos/${w.main.digits}/marcadores/${w.label}`),
  inner('/acompanhamento', (w) => `/acompanhamento?processo=${w.main.digits}`),
  inner('/acompanhamentos', () => '/acompanhamentos'),
  inner('/acompanhamentos', () => '/acompanhamentos?q=inexistente', 'lista vazia'),
  inner('/acompanhamentos/grupos', () => '/acompanhamentos/grupos'),
  inner('/acompanhamentos/grupos/:id', (w) => `/acompanhamentos/grupos/${w.watchlist}`),
  inner('/favorito', (w) => `/favorito?processo=${w.main.digits}`),
  ofDocument('/favorito'),
  ofDocument('/duplicacao'),
  ofDocument('/duplicacao', 'upload', 'arquivo'),
  inner('/favoritos', () => '/favoritos'),
  inner('/favoritos', () => '/favoritos?q=inexistente', 'lista vazia'),
  inner('/ponto-de-controle', (w) => `/ponto-de-controle?processo=${w.main.digits}`),
  inner('/pontos-de-controle', () => '/pontos-de-controle'),
  inner('/quadro-do-dia', () => '/quadro-do-dia'),
  inner('/quadro-do-dia', () => '/quadro-do-dia?dia=2001-01-01', 'dia vazio'),
  inner('/quadro-do-dia/formulario', () => '/quadro-do-dia/formulario'),
  inner('/quadro-do-dia/novo', () => '/quadro-do-dia/novo'),
  refused(inner('/quadro-do-dia/novo', () => '/quadro-do-dia/novo')),
  inner('/quadro-do-dia/:id', (w) => `/quadro-do-dia/${w.entry}`),
  inner('/quadro-do-dia/:id/recibo', (w) => `/quadro-do-dia/${w.entry}/recibo`),
  inner('/guias-de-tramitacao', () => '/guias-de-tramitacao'),
  inner('/guias-de-tramitacao', () => '/guias-de-tramitacao?lado=a-receber', 'lista vazia'),
  inner('/guias-de-tramitacao/nova', () => '/guias-de-tramitacao/nova'),
  refused(inner('/guias-de-tramitacao/nova', () => '/guias-de-tramitacao/nova')),
  inner('/guias-de-tramitacao/:id', (w) => `/guias-de-tramitacao/${w.slip}`),
  inner('/plano-de-trabalho', (w) => `/plano-de-trabalho?processo=${w.main.digits}`),
  inner(
    '/plano-de-trabalho',
    (w) => `/plano-de-trabalho?processo=${w.main.digits}&processo=${w.empty.digits}`,
    'vários',
  ),
  inner('/planos-de-trabalho', () => '/planos-de-trabalho'),
  inner('/planos-de-trabalho', (w) => `/planos-de-trabalho?plano=${w.workPlan}&situacao=problema`, 'lista vazia'),
  ofCase('/plano-de-trabalho'),
  ofCase('/plano-de-trabalho', 'empty', 'sem plano'),
  inner(
    '/processos/:numero/plano-de-trabalho/itens/:item',
    (w) => `/processos/${w.main.digits}/plano-de-trabalho/itens/${w.planItem}`,
  ),
  inner('/processos/novo', () => '/processos/novo', 'tipos'),
  inner('/processos/novo', (w) => `/processos/novo?tipo=${w.caseType}`, 'formulário'),
  ofCase(''),
  ofCase('', 'empty', 'sem documentos'),
  ofCase('', 'suspended', 'sobrestado'),
  ofCase('', 'annexed', 'anexado'),
  ofCase('', 'blocked', 'bloqueado'),
  ofCase('', 'restricted', 'restrito'),
  ofCase('', 'confidential', 'sigiloso'),
  ofCase('/senha', 'locked'),
  ofCase('/historico'),
  ofCase('/dados'),
  ofCase('/nivel'),
  ofCase('/observacao'),
  ofCase('/relacionados'),
  ofCase('/sobrestamento', 'empty'),
  refused(ofCase('/sobrestamento', 'empty')),
  ofCase('/sobrestamento', 'suspended', 'a remover'),
  inner('/processos/:numero/sobrestamento', (w) => `/processos/${w.main.digits}/sobrestamento`, 'recusado'),
  ofCase('/anexacao', 'toAnnex'),
  inner(
    '/processos/:numero/anexacao',
    (w) => `/processos/${w.toAnnex.digits}/anexacao?principal=${w.main.digits}`,
    'a confirmar',
  ),
  ofCase('/exclusao', 'empty'),
  ofCase('/exportacao'),
  ofCase('/credenciais', 'confidential'),
  ofCase('/ciencia'),
  ofCase('/duplicacao'),
  ofCase('/autuacao-indevida', 'empty'),
  refused(ofCase('/autuacao-indevida', 'empty')),
  ofCase('/pesquisa'),
  inner('/processos/:numero/pesquisa', (w) => `/processos/${w.main.digits}/pesquisa?q=restitui*`, 'com resultados'),
  inner('/processos/novo', (w) => `/processos/novo?tipo=${w.caseType}&relacionado=${w.main.digits}`, 'relacionado'),
  ofCase('/ordem'),
  ofCase('/documentos/novo'),
  inner(
    '/processos/:numero/documentos/novo',
    (w) => `/processos/${w.main.digits}/documentos/novo?tipo=${w.documentType}`,
    'formulário',
  ),
  ofCase('/documentos/externo'),
  refused(ofCase('/documentos/externo')),
  ofDocument(''),
  ofDocument('', 'signed', 'assinado'),
  inner('/publicacoes', () => '/publicacoes'),
  inner('/publicacoes', () => '/publicacoes?lista=publicadas', 'publicadas'),
  ...ofPublication,
  ofDocument('', 'upload', 'PDF'),
  ofDocument('', 'scan', 'digitalizado'),
  ofDocument('/editor'),
  { ...ofDocument('/editor', 'sent', 'recusado'), status: 409 },
  ofDocument('/dados'),
  ofDocument('/exclusao'),
  ofDocument('/cancelamento', 'sent'),
  ofDocument('/mudanca-de-processo', 'upload'),
  refused(ofDocument('/mudanca-de-processo', 'upload')),
  inner(
    '/documentos/:numero/credenciais-de-assinatura',
    (w) => `/documentos/${w.secretDraft}/credenciais-de-assinatura?pessoa=ana`,
  ),
  inner('/comentarios/:id', (w) => `/comentarios/${w.comment}`),
  inner('/ciencia', (w) => `/ciencia?processo=${w.main.digits}&processo=${w.empty.digits}`),
  ...['', '/pedido', '/comentario', '/sugestoes'].map((part) =>
    inner(`/documentos/:numero/revisao${part}`, (w) => `/documentos/${w.review.number}/revisao${part}?paragrafo=2`),
  ),
  refused(inner('/documentos/:numero/revisao/pedido', (w) => `/documentos/${w.review.number}/revisao/pedido`)),
  refused(inner('/documentos/:numero/revisao/comentario', (w) => `/documentos/${w.review.number}/revisao/comentario`)),
  inner('/documentos/:numero', (w) => `/documentos/${w.review.number}`, 'em revisão'),
  inner('/revisoes', () => '/revisoes'),
  inner('/revisoes/:id', (w) => `/revisoes/${w.review.askedOfMarina}`),
  refused(inner('/revisoes/:id', (w) => `/revisoes/${w.review.askedOfMarina}`)),
  inner('/revisoes/:id/repasse', (w) => `/revisoes/${w.review.askedByMarina}/repasse`),
  inner('/lixeira', () => '/lixeira'),
  inner('/lixeira/:numero', (w) => `/lixeira/${w.deleted}`),
  ofDocument('/versoes'),
  inner('/documentos/:numero/comprovante', (w) => `/documentos/${w.signed}/comprovante`),
  inner('/documentos/:numero/versoes/:versao', (w) => `/documentos/${w.draft}/versoes/1`),
  inner('/documentos/:numero/versoes/comparacao', (w) => `/documentos/${w.draft}/versoes/comparacao?de=1&ate=3`),
  ofDocument('/substituicao', 'upload'),
  ofCase('/correio'),
  refused(ofCase('/correio', 'empty')),
  ofDocument('', 'email', 'correio eletrônico'),
  ofDocument('/circular', 'circularBase'),
  refused(ofDocument('/circular', 'circularBase')),
  ofDocument('/circular', 'draft', 'sem destinatário no modelo'),
  ofDocument('/tarjas', 'signed'),
  refused(ofDocument('/tarjas', 'signed')),
  { ...ofDocument('/tarjas', 'draft', 'sem assinatura'), status: 409 },
  inner('/inclusao-em-lote', (w) => `/inclusao-em-lote?processo=${w.main.digits}&processo=${w.empty.digits}`),
  refused(inner('/inclusao-em-lote', (w) => `/inclusao-em-lote?processo=${w.main.digits}`)),
  { ...inner('/inclusao-em-lote', () => '/inclusao-em-lote', 'sem processo'), status: 422 },
  inner('/lotes/novo', () => '/lotes/novo'),
  refused(inner('/lotes/novo', (w) => `/lotes/novo?processo=${w.main.digits}`)),
  inner('/lotes/:id', (w) => `/lotes/${w.list}`),
  ofDocument('/assinatura'),
  refused(ofDocument('/assinatura')),
  ofDocument('/autenticacao', 'scan'),
  refused(ofDocument('/autenticacao', 'scan')),
  inner('/assinatura', (w) => `/assinatura?documento=${w.draft}`),
  { route: '/em/:unidade/assinatura/resultado', by: 'marina', address: (w) => w.signingResult },
  inner('/envio', (w) => `/envio?processo=${w.main.digits}`),
  refused(inner('/envio', (w) => `/envio?processo=${w.main.digits}`)),
  inner('/envio', (w) => `/envio?processo=${w.main.digits}&processo=${w.empty.digits}`, 'vários'),
  inner('/atribuicao', (w) => `/atribuicao?processo=${w.main.digits}`),
  inner('/conclusao', (w) => `/conclusao?processo=${w.empty.digits}`),
  inner('/pesquisa', () => '/pesquisa'),
  inner('/pesquisa', () => '/pesquisa?q=restitui%C3%A7%C3%A3o', 'com resultados'),
  inner('/pesquisa', () => '/pesquisa?q=inexistente', 'sem resultados'),
  inner('/prazos', () => '/prazos'),
  inner('/prazos', () => '/prazos?situacao=concluidos', 'lista vazia'),
  inner('/prazos/novo', (w) => `/prazos/novo?processo=${w.main.digits}`),
  inner('/prazos/novo', () => '/prazos/novo', 'pelo número'),
  refused(inner('/prazos/novo', (w) => `/prazos/novo?processo=${w.main.digits}`)),
  inner('/prazos/:id', (w) => `/prazos/${w.deadline}`),
  inner('/prazos/:id/alteracao', (w) => `/prazos/${w.deadline}/alteracao`),
  inner('/prazos/:id/exclusao', (w) => `/prazos/${w.deadline}/exclusao`),
  inner('/prazos/lote', (w) => `/prazos/lote?processo=${w.main.digits}`),
  inner('/prazos/lote', () => '/prazos/lote', 'nenhum'),
  inner('/prazos/lembretes', () => '/prazos/lembretes'),
  inner('/retornos', () => '/retornos'),
  inner('/retornos/:id/prorrogacao', (w) => `/retornos/${w.awaited}/prorrogacao`),
  refused(inner('/retornos/:id/prorrogacao', (w) => `/retornos/${w.awaited}/prorrogacao`)),
  inner('/retornos/:id/exclusao', (w) => `/retornos/${w.awaited}/exclusao`),
  inner('/sobrestados', () => '/sobrestados'),
  inner('/sigilosos', () => '/sigilosos'),
  inner('/sigilosos/transferencia', (w) => `/sigilosos/transferencia?processo=${w.confidential.digits}&pessoa=ana`),
  inner('/pesquisas-salvas', () => '/pesquisas-salvas?q=restitui%C3%A7%C3%A3o'),
  keeperOfRegister('/acervo-de-sigilosos'),
  keeperOfRegister('/acervo-de-sigilosos/ativacao', '?processo=1'),
  { ...keeperOfRegister('/acervo-de-sigilosos'), by: 'locked', look: 'a senha' },
  inner('/contatos', () => '/contatos'),
  inner('/contatos/novo', () => '/contatos/novo'),
  refused(inner('/contatos/novo', () => '/contatos/novo')),
  inner('/textos-padrao', () => '/textos-padrao'),
  inner('/textos-padrao/novo', () => '/textos-padrao/novo'),
  refused(inner('/textos-padrao/novo', () => '/textos-padrao/novo')),
  inner('/textos-padrao/:id', (w) => `/textos-padrao/${w.standardText}`),
  inner('/textos-padrao/:id/exclusao', (w) => `/textos-padrao/${w.standardText}/exclusao`),
  inner('/textos-padrao/institucionais/:id', (w) => `/textos-padrao/institucionais/${w.distributedText}`),
  inner('/textos-padrao/:id/atualizacao', (w) => `/textos-padrao/${w.staleCopy}/atualizacao`),
  inner('/textos-padrao/grupos', () => '/textos-padrao/grupos'),
  refused(inner('/textos-padrao/grupos', () => '/textos-padrao/grupos')),
  inner('/textos-padrao/grupos/:id', (w) => `/textos-padrao/grupos/${w.textGroup}`),
  inner('/textos-padrao/grupos/:id/exclusao', (w) => `/textos-padrao/grupos/${w.textGroup}/exclusao`),
  ofDocument('/modelo-da-unidade'),
  inner('/arquivo', () => '/arquivo'),
  inner('/arquivo', () => '/arquivo?situacao=arquivados', 'arquivados'),
  inner('/arquivo/arquivamento', (w) => `/arquivo/arquivamento?processo=${w.toArchive.digits}`),
  refused(inner('/arquivo/arquivamento', (w) => `/arquivo/arquivamento?processo=${w.toArchive.digits}`)),
  inner('/arquivo/cpad', () => '/arquivo/cpad'),
  inner('/processos/:numero/arquivo', (w) => `/processos/${w.archivedCase.digits}/arquivo`),
  inner('/processos/:numero', (w) => `/processos/${w.archivedCase.digits}`, 'arquivado'),
  inner('/eliminacao', () => '/eliminacao'),
  inner('/eliminacao/nova', () => '/eliminacao/nova'),
  refused(inner('/eliminacao/nova', () => '/eliminacao/nova')),
  inner('/eliminacao/:id', (w) => `/eliminacao/${w.listing}`),
  refused(inner('/eliminacao/:id', (w) => `/eliminacao/${w.listing}`)),
  central('/administracao/planos', () => '/administracao/planos'),
  refused(central('/administracao/planos', () => '/administracao/planos')),
  central('/administracao/planos/:id', () => '/administracao/planos/1'),
  central('/textos-institucionais', () => '/textos-institucionais'),
  central('/textos-institucionais/novo', () => '/textos-institucionais/novo'),
  refused(central('/textos-institucionais/novo', () => '/textos-institucionais/novo')),
  central('/textos-institucionais/:id', (w) => `/textos-institucionais/${w.distributedText}`),
  central('/textos-institucionais/:id/retirada', (w) => `/textos-institucionais/${w.distributedText}/retirada`),
  central('/documentos/:numero/distribuicao', (w) => `/documentos/${w.centralDocument}/distribuicao`),
  inner(
    '/processos/:numero/documentos/novo',
    (w) => `/processos/${w.main.digits}/documentos/novo?tipo=${w.formType}`,
    'campos',
  ),
  refused(
    inner(
      '/processos/:numero/documentos/novo',
      (w) => `/processos/${w.main.digits}/documentos/novo?tipo=${w.formType}`,
      'campos recusados',
    ),
  ),
  inner('/documentos/:numero/formulario', (w) => `/documentos/${w.filledForm}/formulario`),
  inner('/base-de-conhecimento', () => '/base-de-conhecimento'),
  inner('/base-de-conhecimento', () => '/base-de-conhecimento?lista=minha&q=inexistente', 'lista vazia'),
  inner('/base-de-conhecimento/novo', () => '/base-de-conhecimento/novo'),
  refused(inner('/base-de-conhecimento/novo', () => '/base-de-conhecimento/novo')),
  inner('/base-de-conhecimento/:id', (w) => `/base-de-conhecimento/${w.guide}`),
  inner('/base-de-conhecimento/:id/elaboracao', (w) => `/base-de-conhecimento/${w.guide}/elaboracao`),
  inner('/base-de-conhecimento/:id/exclusao', (w) => `/base-de-conhecimento/${w.guide}/exclusao`),
  inner('/blocos', () => '/blocos'),
  inner('/blocos', () => '/blocos?tipo=reuniao', 'reunião'),
  inner('/blocos', () => '/blocos?tipo=internos&palavra=inexistente', 'lista vazia'),
  inner('/blocos/impressao', () => '/blocos/impressao?tipo=internos'),
  inner('/blocos/grupos', () => '/blocos/grupos'),
  refused(inner('/blocos/grupos', () => '/blocos/grupos')),
  inner('/blocos/novo', () => '/blocos/novo'),
  refused(inner('/blocos/novo', () => '/blocos/novo')),
  inner('/blocos/inclusao', (w) => `/blocos/inclusao?processo=${w.main.digits}`),
  ofBundle('', 'bundle'),
  ofBundle('', 'receivedBundle', 'recebido'),
  ofBundle('', 'meeting', 'reunião'),
  ofBundle('', 'emptyBundle', 'vazio'),
  ofBundle('/dados', 'bundle'),
  ofBundle('/marcas', 'bundle'),
  ofBundle('/devolucao', 'receivedBundle'),
  ofBundle('/exclusao', 'emptyBundle'),
  inner('/blocos/:numero/retirada', (w) => `/blocos/${w.bundle}/retirada?item=${w.bundleItem}`),
  inner('/blocos/:numero/itens/:item', (w) => `/blocos/${w.receivedBundle}/itens/${w.receivedItem}`),
  inner('/blocos/:numero/itens/:item/anotacao', (w) => `/blocos/${w.bundle}/itens/${w.bundleItem}/anotacao`),
  inner('/exportacoes', () => '/exportacoes'),
  inner('/estatisticas', () => '/estatisticas'),
  inner('/estatisticas', () => '/estatisticas?de=2020-01-01&ate=2020-01-31', 'nada no período'),
  { ...inner('/estatisticas', () => '/estatisticas?de=2020-01-01&ate=2026-01-31', 'período recusado'), status: 422 },
  inner('/estatisticas/lista', () => '/estatisticas/lista?medida=tramitados'),
  inner('/estatisticas/lista', () => '/estatisticas/lista?medida=documentos', 'documentos'),
  inner('/estatisticas/desempenho', () => '/estatisticas/desempenho'),
  inner('/estatisticas/desempenho/tipo', (w) => `/estatisticas/desempenho/tipo?tipo=${w.caseType}`),
  inner('/estatisticas/meta', () => '/estatisticas/meta'),
  inner('/estatisticas/atividades', () => '/estatisticas/atividades'),
  inner('/estatisticas/fluxo', () => '/estatisticas/fluxo', 'a escolher'),
  inner('/estatisticas/fluxo', (w) => `/estatisticas/fluxo?tipo=${w.caseType}`),
  inner('/estatisticas/indices', (w) => `/estatisticas/indices?quadro=${w.closedMonth}`, 'mês'),
  inner('/estatisticas/indices', (w) => `/estatisticas/indices?quadro=p${w.publication}`, 'publicados'),
  inner(
    '/estatisticas/indices/unidades',
    (w) => `/estatisticas/indices/unidades?mes=${w.closedMonth}&orgao=${w.agency}`,
  ),
  inner('/estatisticas/numeros', () => '/estatisticas/numeros'),
  inner('/exportacoes/:id', (w) => `/exportacoes/${w.copy}`, 'pronta'),
  inner('/exportacoes/:id', (w) => `/exportacoes/${w.waitingCopy}`, 'em andamento'),
]

const open = (route: string, address: (w: PagesWorld) => string = () => route, look?: string, status = 200) =>
  ({ route, by: 'visitor', address, status, ...(look ? { look } : {}) }) as const

export const pagesOfPublic: readonly PageToLookAt<PagesWorld>[] = [
  open('/'),
  open('/entrar'),
  refused(open('/entrar')),
  open('/esqueci-a-senha'),
  open('/esqueci-a-senha/enviado'),
  open('/nova-senha/:token', (w) => w.newPassword),
  open('/nova-senha/:token', () => '/nova-senha/que-nunca-existiu', 'vencida', 404),
  open('/primeiro-acesso/:token', () => '/primeiro-acesso/que-nunca-existiu', 'vencido', 404),
  open('/acessibilidade'),
  open('/ajuda'),
  open('/boletim'),
  open('/boletim', () => '/boletim?q=inexistente', 'nada encontrado'),
  open('/boletim/documentos/:numero', (w) => `/boletim/documentos/${w.publishing.published}`),
  open('/consulta'),
  open('/consulta', () => '/consulta?q=restitui%C3%A7%C3%A3o', 'com resultados'),
  open('/consulta/:numero', (w) => `/consulta/${w.main.digits}`),
  open('/consulta/documentos/:numero', (w) => `/consulta/documentos/${w.signed}`),
  open('/autenticidade'),
  open('/registro'),
  open('/recibo-de-entrega'),
  open('/recibo-de-entrega', () => '/recibo-de-entrega?codigo=AAAABBBBCCCC', 'não encontrado', 404),
  open('/autenticidade', () => '/autenticidade?codigo=9999999&crc=00000000', 'não encontrado', 404),
  open('/autenticidade', (w) => `/autenticidade?codigo=${w.signed}&crc=${w.crc}`, 'autêntico'),
  open('*', () => '/nao-existe', 'página que não existe', 404),
  { route: '/minha-conta', by: 'carla', address: () => '/minha-conta' },
  { route: '/minha-conta/senha', by: 'carla', address: () => '/minha-conta/senha' },
  refused({ route: '/minha-conta/senha', by: 'carla', address: () => '/minha-conta/senha' } as const),
  { route: '/minha-conta/duas-etapas', by: 'carla', address: () => '/minha-conta/duas-etapas' },
  { route: '/minha-conta/duas-etapas/confirmacao', by: 'carla', address: () => '/minha-conta/duas-etapas/confirmacao' },
]

type Administration = Awaited<ReturnType<typeof furnishAdministration>>

function administered(route: string, address: (w: Administration) => string = () => route) {
  return {
    route: `/em/:unidade/administracao${route}`,
    by: 'central',
    address: (w: Administration) => admin(address(w)),
  } as const
}

/** Every register has the same pages. */
const register = (path: string, noun: string, open: (w: Administration) => string, closed: typeof open) => [
  administered(path),
  administered(`${path}/${noun}`),
  refused(administered(`${path}/${noun}`)),
  administered(`${path}/:id`, (w) => `${path}/${open(w)}`),
  administered(`${path}/:id/desativacao`, (w) => `${path}/${open(w)}/desativacao`),
  administered(`${path}/:id/reativacao`, (w) => `${path}/${closed(w)}/reativacao`),
]

const ofUser = (part: string) => administered(`/usuarios/:id${part}`, (w) => `/usuarios/${w.user}${part}`)
const ofType = (part: string, which: 'documentType' | 'numberedType') =>
  administered(`/tipos-de-documento/:id${part}`, (w) => `/tipos-de-documento/${w[which]}${part}`)
const ofContact = (part: string, which: (w: Administration) => string) =>
  ({
    route: `/em/:unidade/contatos/:id${part}`,
    by: 'central',
    address: (w: Administration) => `/em/${at.gs}/contatos/${which(w)}${part}`,
  }) as const
const ofMigration = (
  part: string,
  which: 'splitMigration' | 'simulatedMigration' | 'doneMigration',
  look?: string,
) => ({ ...administered(`/migracoes/:id${part}`, (w) => `/migracoes/${w[which]}${part}`), ...(look ? { look } : {}) })
const ofHouse = (route: string) =>
  ({ route: `/em/:unidade${route}`, by: 'central', address: () => `/em/${at.gs}${route}` }) as const

export const pagesOfAdministration: readonly PageToLookAt<Administration & Pick<PagesWorld, 'annexed' | 'blocked'>>[] =
  [
    administered(''),
    administered('/orgaos'),
    administered('/orgaos/novo'),
    refused(administered('/orgaos/novo')),
    administered('/orgaos/:id', (w) => `/orgaos/${w.agency}`),
    administered('/orgaos/:id/desativacao', (w) => `/orgaos/${w.agency}/desativacao`),
    administered('/orgaos/:id/reativacao', (w) => `/orgaos/${w.closedAgency}/reativacao`),
    administered('/permissoes'),
    ...[
      ['/orgaos', 'agency'] as const,
      ['/unidades', 'unit'] as const,
      ['/usuarios', 'user'] as const,
      ['/perfis', 'profile'] as const,
      ['/tipos-de-processo', 'caseType'] as const,
      ['/tipos-de-documento', 'documentType'] as const,
      ['/classes', 'recordClass'] as const,
      ['/hipoteses-legais', 'legalBasis'] as const,
      ['/especies-de-conferencia', 'conferenceKind'] as const,
    ].map(([path, which]) => administered(`${path}/:id/alteracoes`, (w) => `${path}/${w[which]}/alteracoes`)),
    administered('/importacoes'),
    administered('/importacoes/nova', () => '/importacoes/nova?cadastro=unidades'),
    administered('/importacoes/:id', (w) => `/importacoes/${w.import}`),
    {
      route: '/em/:unidade/contatos/:id/alteracoes',
      by: 'central',
      address: (w) => `/em/${at.gs}/contatos/${w.contact}/alteracoes`,
    },
    ofContact('', (w) => w.contact),
    ofContact('/desativacao', (w) => w.contact),
    ofContact('/reativacao', (w) => w.closedContact),
    ofHouse('/pedidos-de-tipos'),
    ofHouse('/pedidos-de-tipos/novo'),
    refused(ofHouse('/pedidos-de-tipos/novo')),
    ofHouse('/pedidos-de-tipos/unidade'),
    {
      route: '/em/:unidade/pedidos-de-tipos/:id',
      by: 'central',
      address: (w) => `/em/${at.gs}/pedidos-de-tipos/${w.request}`,
    },
    ...register(
      '/unidades',
      'nova',
      (w) => w.unit,
      (w) => w.closedUnit,
    ),
    administered('/migracoes'),
    administered('/migracoes/nova'),
    refused(administered('/migracoes/nova')),
    ofMigration('', 'splitMigration', 'rascunho'),
    ofMigration('', 'simulatedMigration', 'simulada'),
    ofMigration('', 'doneMigration', 'concluída'),
    ofMigration('/regras', 'splitMigration'),
    refused(ofMigration('/regras', 'splitMigration')),
    ofMigration('/exclusao', 'splitMigration'),
    ofMigration('/aprovacao', 'simulatedMigration'),
    ofMigration('/rascunho', 'simulatedMigration'),
    ofMigration('/execucao', 'simulatedMigration'),
    ofMigration('/itens', 'doneMigration'),
    administered('/unidades/:id/hierarquia', (w) => `/unidades/${w.unit}/hierarquia`),
    administered('/unidades/:id/hierarquia/retirada', (w) => `/unidades/${w.unit}/hierarquia/retirada`),
    ...register(
      '/usuarios',
      'novo',
      (w) => w.user,
      (w) => w.closedUser,
    ),
    ofUser('/nova-senha'),
    ofUser('/duas-etapas'),
    ofUser('/permissoes/nova'),
    administered(
      '/usuarios/:id/permissoes/:permissao/revogacao',
      (w) => `/usuarios/${w.user}/permissoes/${w.grant}/revogacao`,
    ),
    administered('/perfis'),
    administered('/perfis/novo'),
    administered('/perfis/:id', (w) => `/perfis/${w.profile}`),
    ...register(
      '/tipos-de-processo',
      'novo',
      (w) => w.caseType,
      (w) => w.closedCaseType,
    ),
    ...register(
      '/tipos-de-documento',
      'novo',
      (w) => w.documentType,
      (w) => w.closedDocumentType,
    ),
    ofType('/modelo', 'documentType'),
    ofType('/numeracao', 'numberedType'),
    administered('/tipos-de-documento/:id/formulario', (w) => `/tipos-de-documento/${w.formType}/formulario`),
    administered(
      '/tipos-de-documento/:id/formulario/campos/novo',
      (w) => `/tipos-de-documento/${w.formType}/formulario/campos/novo?especie=decimal`,
    ),
    refused(
      administered(
        '/tipos-de-documento/:id/formulario/campos/novo',
        (w) => `/tipos-de-documento/${w.formType}/formulario/campos/novo?especie=list`,
      ),
    ),
    administered(
      '/tipos-de-documento/:id/formulario/campos/:campo',
      (w) => `/tipos-de-documento/${w.formType}/formulario/campos/valor`,
    ),
    ...register(
      '/classes',
      'nova',
      (w) => w.recordClass,
      (w) => w.closedRecordClass,
    ),
    ...register(
      '/hipoteses-legais',
      'nova',
      (w) => w.legalBasis,
      (w) => w.closedLegalBasis,
    ),
    ...register(
      '/especies-de-conferencia',
      'nova',
      (w) => w.conferenceKind,
      (w) => w.closedConferenceKind,
    ),
    administered('/pontos-de-controle'),
    administered('/pontos-de-controle/:id', (w) => `/pontos-de-controle/${w.unit}`),
    administered(
      '/pontos-de-controle/:id/pontos/:ponto',
      (w) => `/pontos-de-controle/${w.unit}/pontos/${w.checkpoint}`,
    ),
    administered('/veiculos'),
    administered('/veiculos/novo'),
    refused(administered('/veiculos/novo')),
    administered('/veiculos/:id', (w) => `/veiculos/${w.vehicle}`),
    administered('/planos-de-trabalho'),
    administered('/planos-de-trabalho/novo'),
    refused(administered('/planos-de-trabalho/novo')),
    administered('/planos-de-trabalho/:id', (w) => `/planos-de-trabalho/${w.plan.plan}`),
    administered('/planos-de-trabalho/:id/alteracoes', (w) => `/planos-de-trabalho/${w.plan.plan}/alteracoes`),
    administered(
      '/planos-de-trabalho/:id/etapas/:etapa',
      (w) => `/planos-de-trabalho/${w.plan.plan}/etapas/${w.plan.step}`,
    ),
    administered(
      '/planos-de-trabalho/:id/itens/:item',
      (w) => `/planos-de-trabalho/${w.plan.plan}/itens/${w.plan.first}`,
    ),
    administered('/feriados'),
    administered('/feriados/:id/exclusao', (w) => `/feriados/${w.holiday}/exclusao`),
    administered('/parametros'),
    ofHouse('/estatisticas/indices/definicao'),
    ofHouse('/estatisticas/publicados/novo'),
    refused(ofHouse('/estatisticas/publicados/novo')),
    ofHouse('/impressao'),
    refused(ofHouse('/impressao')),
    ofHouse('/sistema'),
    ofHouse('/sistema/correio'),
    {
      route: '/em/:unidade/processos/:numero/anexacao/desfazimento',
      by: 'central',
      address: (w) => `/em/${at.gs}/processos/${w.annexed.digits}/anexacao/desfazimento`,
    },
    {
      route: '/em/:unidade/processos/:numero/bloqueio',
      by: 'central',
      address: (w) => `/em/${at.gs}/processos/${w.blocked.digits}/bloqueio`,
    },
  ]

/** Addresses that answer a file, JSON or another address, and no page of their own. */
export const notPages: ReadonlySet<string> = new Set([
  '/em/:unidade/blocos/:numero/assinatura',
  '/em/:unidade/acervo-de-sigilosos/planilha',
  '/em/:unidade/administracao/importacoes/modelos/:cadastro',
  '/em/:unidade/administracao/importacoes/:id/andamento',
  '/em/:unidade/administracao/importacoes/:id/relatorio',
  '/em/:unidade/administracao/migracoes/:id/relatorio',
  '/em/:unidade/base-de-conhecimento/:id/anexos/:anexo',
  '/em/:unidade/documentos/:numero/anexos/:anexo',
  '/em/:unidade/documentos/:numero/arquivo',
  '/em/:unidade/documentos/:numero/comprovante/arquivo',
  '/em/:unidade/documentos/:numero/conteudo',
  '/em/:unidade/documentos/:numero/revisao/observacoes',
  '/em/:unidade/documentos/:numero/revisao/sugestoes/texto',
  '/em/:unidade/documentos/:numero/imagens/:sha256',
  '/em/:unidade/documentos/:numero/pdf',
  '/em/:unidade/documentos/:numero/textos-padrao',
  '/em/:unidade/exportacoes/:id/andamento',
  '/em/:unidade/exportacoes/:id/arquivo',
  '/em/:unidade/mesa/planilha',
  '/em/:unidade/lixeira/:numero/arquivo',
  '/em/:unidade/pesquisa/planilha',
  '/em/:unidade/processos/:numero/bloqueio/remocao',
  '/em/:unidade/processos/:numero/exportacoes/:id',
  '/em/:unidade/processos/:numero/sobrestamento/remocao',
  '/arquivos/:sha256',
  '/autenticidade/arquivo',
  '/autenticidade/comprovante',
  '/autenticidade/imagem/:codigo/:crc/:sha256',
  '/boletim/atom',
  '/boletim/documentos/:numero/imagens/:sha256',
  '/consulta/documentos/:numero/arquivo',
  '/consulta/documentos/:numero/imagens/:sha256',
  '/entrar/codigo',
  '/favicon.ico',
  '/inicio',
  '/registro/cabeca',
  '/registro/consistencia',
  '/saude',
  '/verificador.mjs',
])
