/**
 * Who acts, in which unit, and what they may do there. Made by the session at each request and passed to every
 * command and query: nothing below the web layer asks "who is signed in".
 */
export interface Actor {
  readonly userId: string
  /** Name for screens and signatures: the social name where there is one. */
  readonly name: string
  readonly login: string
  readonly unitId: string
  readonly unitSlug: string
  readonly unitAcronym: string
  readonly unitName: string
  readonly agencyId: string
  readonly permissions: ReadonlySet<Permission>
  /** SHA-256 of the session's token: identifies the session without being able to open it. Empty for jobs. */
  readonly sessionHash: string
  /** In whose place this person may be acting here today: `Sônia, Secretária`. What is done is recorded with it. */
  readonly substituting?: string
}

/**
 * What a profile may contain. Profiles are sets of these (EST-024); the list is closed so that a permission that no
 * code asks for cannot be granted.
 */
export const permissions = {
  'cases.open': 'Iniciar processos',
  'cases.change': 'Alterar dados de processos',
  'cases.suspend': 'Sobrestar processos',
  'cases.annex': 'Anexar processos',
  'cases.undo-annexation': 'Desanexar processos',
  'cases.block': 'Bloquear e desbloquear processos',
  'cases.delete': 'Excluir processos',
  'cases.credentials': 'Conceder e cassar credenciais',
  'documents.write': 'Elaborar e incluir documentos',
  'documents.cancel': 'Cancelar documentos',
  'documents.publish': 'Publicar documentos em boletins e diários',
  'documents.certify': 'Autenticar cópias digitalizadas',
  'signatures.sign': 'Assinar documentos',
  'routing.send': 'Enviar, concluir e reabrir processos',
  'routing.assign': 'Atribuir processos',
  'bundles.use': 'Organizar, disponibilizar e devolver blocos',
  'output.export': 'Gerar PDF e ZIP de processos',
  'access.external': 'Disponibilizar acesso externo',
  'organization.manage': 'Administrar órgãos, unidades e feriados',
  'identity.manage': 'Administrar usuários e permissões',
  'classification.manage': 'Administrar tipos, classes e hipóteses legais',
  'case-types.request': 'Pedir a criação de tipos de processo (CPAD)',
  'case-types.analyse': 'Analisar pedidos de tipos de processo',
  'knowledge.manage': 'Manter textos padrão e base de conhecimento da unidade',
  'knowledge.distribute': 'Distribuir textos e modelos ao órgão ou à instalação',
  'knowledge.distribute-locally': 'Distribuir textos e modelos à unidade e às subordinadas',
  'archive.file': 'Arquivar e desarquivar processos da unidade',
  'archive.appraise': 'Avaliar processos arquivados e preparar a eliminação',
  'archive.preside': 'Presidir a comissão de avaliação de documentos (CPAD)',
  'archive.authorise': 'Autorizar a eliminação de documentos do órgão',
  'archive.hold': 'Suspender a destinação de processos',
  'platform.operate': 'Acompanhar correio, trabalhos e integridade do sistema',
  'history.audit': 'Consultar a auditoria',
  'auditing.readers': 'Ver quem acessou processos da unidade',
  'statistics.read': 'Consultar estatísticas da unidade',
  'acervo.confidential': 'Consultar o acervo de sigilosos da unidade',
} as const

export type Permission = keyof typeof permissions

export function may(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission)
}
