export type Category = 'general' | 'access' | 'case-files' | 'documents'

/** Something that is recorded: a page that is shown or an act that is done, under a name for people. */
export interface Resource {
  readonly key: string
  readonly category: Category
  readonly name: string
  /** Recorded whatever the rules say (AUD-013). */
  readonly always?: true
}

/** Everything that may be recorded. Rules choose from it, the trail is filtered by it. */
export const resources: readonly Resource[] = [
  { key: 'desk', category: 'general', name: 'Ver a mesa e o painel' },
  { key: 'search', category: 'general', name: 'Pesquisar' },
  { key: 'lists', category: 'general', name: 'Baixar listas e planilhas' },
  { key: 'exports', category: 'general', name: 'Gerar e baixar PDF e ZIP' },
  { key: 'case-act', category: 'general', name: 'Praticar ato no processo' },
  { key: 'document-act', category: 'general', name: 'Praticar ato no documento' },
  { key: 'signing', category: 'general', name: 'Assinar e autenticar' },
  { key: 'sending', category: 'general', name: 'Enviar, concluir e atribuir processos' },
  { key: 'bundles', category: 'general', name: 'Trabalhar com blocos' },
  { key: 'administration', category: 'general', name: 'Alterar cadastros e permissões' },
  { key: 'registers', category: 'general', name: 'Consultar cadastros e sistema' },
  { key: 'audit', category: 'general', name: 'Consultar ou configurar a auditoria', always: true },
  { key: 'other-act', category: 'general', name: 'Outros atos' },
  { key: 'other-page', category: 'general', name: 'Outras páginas' },
  { key: 'sign-in', category: 'access', name: 'Entrar' },
  { key: 'sign-in-outside', category: 'access', name: 'Entrar com conta de outro provedor' },
  { key: 'sign-out', category: 'access', name: 'Sair' },
  { key: 'password', category: 'access', name: 'Trocar ou recuperar a senha' },
  { key: 'case-password', category: 'access', name: 'Informar a senha de processo sigiloso' },
  { key: 'public-search', category: 'access', name: 'Consulta pública de processos e publicações' },
  { key: 'authenticity', category: 'access', name: 'Conferir autenticidade' },
  { key: 'public-page', category: 'access', name: 'Outras páginas públicas' },
  { key: 'case-file', category: 'case-files', name: 'Abrir o processo' },
  { key: 'case-history', category: 'case-files', name: 'Ver o histórico do processo' },
  { key: 'case-readers', category: 'case-files', name: 'Ver quem acessou o processo', always: true },
  { key: 'case-page', category: 'case-files', name: 'Abrir outra página do processo' },
  { key: 'document', category: 'documents', name: 'Abrir o documento' },
  { key: 'document-file', category: 'documents', name: 'Baixar o arquivo do documento' },
  { key: 'document-pdf', category: 'documents', name: 'Gerar o PDF do documento' },
  { key: 'document-versions', category: 'documents', name: 'Ver versões do documento' },
  { key: 'document-readers', category: 'documents', name: 'Ver quem acessou o documento', always: true },
  { key: 'document-page', category: 'documents', name: 'Abrir outra página do documento' },
]

const byKey = new Map(resources.map((resource) => [resource.key, resource]))

/** What is recorded in the course of a page, and is no reading of its own: pictures, saving while one types. */
const parts = [
  /\/imagens?\//,
  /\/andamento$/,
  /\/rascunho$/,
  /\/presenca$/,
  /\/textos-padrao$/,
  /^\/(estatico|saude|favicon|verificador|inicio)/,
]

/** The first line that fits names the resource; before the last of each kind stand the finer ones. */
const ofRoutes: readonly (readonly [method: 'GET' | 'POST' | 'any', route: RegExp, key: string])[] = [
  ['any', /^\/auditoria/, 'audit'],
  ['GET', /^\/processos\/:numero\/acessos$/, 'case-readers'],
  ['GET', /^\/documentos\/:numero\/acessos$/, 'document-readers'],
  ['POST', /^\/processos\/:numero\/(.*\/)?senha$|^\/senha/, 'case-password'],
  ['any', /exporta[cç][oõ]?[eo]/, 'exports'],
  ['GET', /planilha|\.csv$|\/relatorio$|dados\.json$/, 'lists'],
  ['POST', /assinatura|autenticacao$/, 'signing'],
  ['GET', /^\/assinatura\/govbr\/volta$/, 'signing'],
  ['GET', /^\/processos\/:numero$/, 'case-file'],
  ['GET', /^\/processos\/:numero\/historico/, 'case-history'],
  ['GET', /^\/processos\/:numero\//, 'case-page'],
  ['GET', /^\/documentos\/:numero$/, 'document'],
  ['GET', /^\/documentos\/:numero\/(arquivo|anexos|comprovante\/arquivo)/, 'document-file'],
  ['GET', /^\/documentos\/:numero\/pdf/, 'document-pdf'],
  ['GET', /^\/documentos\/:numero\/versoes/, 'document-versions'],
  ['GET', /^\/documentos\/:numero\//, 'document-page'],
  ['POST', /^\/(processos\/:numero\/)?(envio|conclusao|atribuicao|reabertura)/, 'sending'],
  ['POST', /^\/processos\//, 'case-act'],
  ['POST', /^\/documentos\//, 'document-act'],
  ['any', /^\/blocos/, 'bundles'],
  ['POST', /^\/entrar\/conta/, 'sign-in-outside'],
  ['GET', /^\/entrar\/conta\/volta$/, 'sign-in-outside'],
  ['POST', /^\/entrar/, 'sign-in'],
  ['POST', /^\/sair/, 'sign-out'],
  ['POST', /senha|primeiro-acesso|duas-etapas/, 'password'],
  ['GET', /^\/(consulta|boletim|agenda-publica)/, 'public-search'],
  ['GET', /^\/(autenticidade|registro|recibo-de-entrega|arquivos)/, 'authenticity'],
  ['GET', /^\/(entrar|esqueci-a-senha|nova-senha|primeiro-acesso|acessibilidade|ajuda)|^\/$/, 'public-page'],
  ['GET', /^\/(mesa|painel)/, 'desk'],
  ['GET', /^\/pesquisa/, 'search'],
  ['POST', /^\/(administracao|contatos|sistema)/, 'administration'],
  ['GET', /^\/(administracao|contatos|sistema)/, 'registers'],
  ['GET', /./, 'other-page'],
  ['POST', /./, 'other-act'],
]

/** What an address is in the trail; undefined for what only comes along with a page. */
export function resourceOf(method: string, route: string): Resource | undefined {
  if (parts.some((part) => part.test(route))) return undefined
  const kind = method === 'GET' ? 'GET' : 'POST'
  const found = ofRoutes.find(([of, shape]) => (of === 'any' || of === kind) && shape.test(route))
  return found && byKey.get(found[2])
}

/** Whether content of a case file is read by it: then it is recorded without any rule where access is limited (AUD-014). */
export function isReading({ key, category }: Resource): boolean {
  return category === 'case-files' || category === 'documents' || key === 'exports'
}

/** Those that count as somebody having read a case file, and a document. */
export const readingKeys = (of: 'case-files' | 'documents'): string[] =>
  resources.filter(({ category }) => category === of).map(({ key }) => key)

/** The category of an entry by its resource; of one that an earlier program had, the most general. */
export const categoryOf = (key: string): Category => byKey.get(key)?.category ?? 'general'
