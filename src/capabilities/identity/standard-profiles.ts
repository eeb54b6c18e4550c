import type { Permission } from '../../platform/actor.ts'

const collaborator: readonly Permission[] = [
  'cases.open',
  'cases.change',
  'cases.suspend',
  'cases.annex',
  'cases.delete',
  'cases.credentials',
  'documents.write',
  'documents.certify',
  'routing.send',
  'routing.assign',
  'bundles.use',
  'output.export',
  'knowledge.manage',
  'statistics.read',
]

/** The profiles every installation begins with (EST-023, EST-024): sets of permissions that an administrator may change. */
export const standardProfiles: readonly {
  readonly name: string
  readonly description: string
  readonly permissions: readonly Permission[]
}[] = [
  { name: 'Colaborador', description: 'Trabalha em processos, sem assinar.', permissions: collaborator },
  {
    name: 'Básico',
    description: 'Trabalha em processos e assina documentos.',
    permissions: [...collaborator, 'signatures.sign', 'documents.cancel', 'access.external', 'auditing.readers'],
  },
  {
    name: 'Administrador',
    description: 'Mantém órgãos, unidades, usuários e tipos; desfaz anexações e bloqueia processos.',
    permissions: [
      'organization.manage',
      'identity.manage',
      'classification.manage',
      'knowledge.distribute',
      'cases.undo-annexation',
      'cases.block',
      'platform.operate',
      'statistics.read',
    ],
  },
  {
    name: 'CPAD',
    description: 'Membro da comissão de avaliação de documentos: pede novos tipos de processo.',
    permissions: ['case-types.request', 'cases.open', 'documents.write', 'signatures.sign', 'routing.send'],
  },
  {
    name: 'Análise de tipos de processo',
    description: 'Responde aos pedidos de novos tipos de processo, na unidade que analisa.',
    permissions: ['case-types.analyse', 'documents.write', 'signatures.sign', 'routing.send'],
  },
  {
    name: 'Arquivamento',
    description: 'Arquiva e desarquiva os processos concluídos na unidade.',
    permissions: ['archive.file', 'signatures.sign'],
  },
  {
    name: 'Avaliação de documentos',
    description: 'Avalia o que está arquivado: classifica, transfere, suspende e prepara a eliminação.',
    permissions: [
      'archive.file',
      'archive.appraise',
      'archive.hold',
      'cases.open',
      'documents.write',
      'signatures.sign',
      'routing.send',
    ],
  },
  {
    name: 'Presidência da CPAD',
    description: 'Preside a comissão de avaliação de documentos: assina e confirma eliminações.',
    permissions: ['case-types.request', 'archive.preside', 'archive.hold', 'signatures.sign'],
  },
  {
    name: 'Autoridade do órgão',
    description: 'Autoriza a eliminação de documentos do órgão.',
    permissions: ['archive.authorise', 'signatures.sign'],
  },
  {
    name: 'Multiplicador',
    description: 'Orienta a unidade e as subordinadas: distribui a elas textos padrão e documentos modelo.',
    permissions: ['knowledge.distribute-locally'],
  },
  {
    name: 'Publicador',
    description: 'Publica documentos da unidade no boletim do órgão e registra a publicação em diários.',
    permissions: ['documents.publish'],
  },
  {
    name: 'Informática',
    description: 'Consulta a auditoria e acompanha o sistema.',
    permissions: ['platform.operate', 'history.audit'],
  },
  {
    name: 'Acervo de Sigilosos da Unidade',
    description: 'Consulta o acervo de processos sigilosos da unidade.',
    permissions: ['acervo.confidential'],
  },
  {
    name: 'Inspeção',
    description: 'Consulta processos e a auditoria, sem alterar nada.',
    permissions: ['history.audit'],
  },
]
