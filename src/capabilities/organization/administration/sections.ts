import type { Permission } from '../../../platform/actor.ts'
import type { Reach } from './reach.ts'

interface Section {
  readonly path: string
  readonly title: string
  readonly icon:
    | 'unit'
    | 'layers'
    | 'calendar'
    | 'people'
    | 'shield'
    | 'caseFile'
    | 'document'
    | 'archive'
    | 'lock'
    | 'scan'
    | 'settings'
    | 'flag'
  readonly text: string
  readonly permission: Permission
  /** Kept for the whole installation: only who administrates all of it changes it. */
  readonly whole?: boolean
}

/** The registers of the administration, in the order of its first page. */
const sections: readonly Section[] = [
  {
    path: '/orgaos',
    title: 'Órgãos',
    icon: 'layers',
    text: 'Nome, sigla, timbre e máscara do número dos processos.',
    permission: 'organization.manage',
  },
  {
    path: '/unidades',
    title: 'Unidades',
    icon: 'unit',
    text: 'Cadastro, hierarquia, e-mails, cargos e o que cada unidade faz.',
    permission: 'organization.manage',
  },
  {
    path: '/pontos-de-controle',
    title: 'Pontos de controle',
    icon: 'flag',
    text: 'Por onde passa o trabalho de cada unidade, para a tabela e os gráficos dela.',
    permission: 'organization.manage',
  },
  {
    path: '/feriados',
    title: 'Feriados',
    icon: 'calendar',
    text: 'Dias que não contam nos prazos em dias úteis.',
    permission: 'organization.manage',
  },
  {
    path: '/usuarios',
    title: 'Usuários',
    icon: 'people',
    text: 'Pessoas, permissões em unidades, senhas e bloqueio de acesso.',
    permission: 'identity.manage',
  },
  {
    path: '/perfis',
    title: 'Perfis',
    icon: 'shield',
    text: 'Conjuntos de permissões que se concedem às pessoas.',
    permission: 'identity.manage',
  },
  {
    path: '/tipos-de-processo',
    title: 'Tipos de processo',
    icon: 'caseFile',
    text: 'Níveis de acesso, classes sugeridas e quem pode abrir cada tipo.',
    permission: 'classification.manage',
    whole: true,
  },
  {
    path: '/tipos-de-documento',
    title: 'Tipos de documento',
    icon: 'document',
    text: 'Numeração, aplicação e modelo de cada tipo.',
    permission: 'classification.manage',
    whole: true,
  },
  {
    path: '/classes',
    title: 'Classes (assuntos)',
    icon: 'archive',
    text: 'Plano de classificação, com prazos de guarda e destinação.',
    permission: 'classification.manage',
    whole: true,
  },
  {
    path: '/hipoteses-legais',
    title: 'Hipóteses legais',
    icon: 'lock',
    text: 'Fundamentos para restringir o acesso.',
    permission: 'classification.manage',
    whole: true,
  },
  {
    path: '/especies-de-conferencia',
    title: 'Espécies de conferência',
    icon: 'scan',
    text: 'De que original veio a cópia digitalizada.',
    permission: 'classification.manage',
    whole: true,
  },
  {
    path: '/parametros',
    title: 'Parâmetros da instalação',
    icon: 'settings',
    text: 'Regras que valem para todos os órgãos.',
    permission: 'organization.manage',
    whole: true,
  },
]

/** The permissions that open the administration. */
export const administrationPermissions = ['organization.manage', 'identity.manage', 'classification.manage'] as const

/** What is shown to somebody with these permissions, each with its reach. */
export function sectionsFor(reaches: ReadonlyMap<Permission, Reach>): readonly Section[] {
  return sections.filter(({ permission, whole }) => {
    const reach = reaches.get(permission)
    return reach !== undefined && (!whole || reach.agencyId === undefined)
  })
}
