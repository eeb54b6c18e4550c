import type { Permission } from '../../../platform/actor.ts'
import type { Reach } from './reach.ts'

export type SectionGroup =
  | 'Órgãos e unidades'
  | 'Pessoas e permissões'
  | 'Processos e documentos'
  | 'Contatos e grupos'
  | 'Instalação e conferência'

interface Section {
  readonly path: string
  /** It stands beside the administration, not below it. */
  readonly beside?: boolean
  readonly title: string
  readonly icon:
    | 'unit'
    | 'layers'
    | 'calendar'
    | 'people'
    | 'person'
    | 'mail'
    | 'bell'
    | 'shield'
    | 'caseFile'
    | 'document'
    | 'archive'
    | 'lock'
    | 'scan'
    | 'settings'
    | 'flag'
    | 'upload'
    | 'petition'
    | 'print'
    | 'reopen'
    | 'gazette'
  readonly text: string
  /** Heading under which it stands with its kin; kin follow one another. */
  readonly group: SectionGroup
  readonly permission: Permission
  /** Any of these opens it as well. */
  readonly also?: readonly Permission[]
  /** The least level that keeps it: a part of an agency, an agency, or the whole installation. */
  readonly least: 'unit' | 'agency' | 'installation'
}

/** The registers of the administration, in the order of its first page. */
const sections: readonly Section[] = [
  {
    path: '/orgaos',
    title: 'Órgãos',
    icon: 'layers',
    text: 'Nome, sigla, timbre e máscara do número dos processos.',
    group: 'Órgãos e unidades',
    permission: 'organization.manage',
    least: 'agency',
  },
  {
    path: '/unidades',
    title: 'Unidades',
    icon: 'unit',
    text: 'Cadastro, hierarquia, e-mails, cargos e o que cada unidade faz.',
    group: 'Órgãos e unidades',
    permission: 'organization.manage',
    least: 'unit',
  },
  {
    path: '/pontos-de-controle',
    title: 'Pontos de controle',
    icon: 'flag',
    text: 'Por onde passa o trabalho de cada unidade, para a tabela e os gráficos dela.',
    group: 'Órgãos e unidades',
    permission: 'organization.manage',
    least: 'unit',
  },
  {
    path: '/migracoes',
    title: 'Migrações de unidades',
    icon: 'reopen',
    text: 'Renomear, suceder, juntar e dividir unidades, sem perder nada.',
    group: 'Órgãos e unidades',
    permission: 'organization.manage',
    least: 'agency',
  },
  {
    path: '/feriados',
    title: 'Feriados',
    icon: 'calendar',
    text: 'Dias que não contam nos prazos em dias úteis.',
    group: 'Órgãos e unidades',
    permission: 'organization.manage',
    least: 'agency',
  },
  {
    path: '/usuarios',
    title: 'Usuários',
    icon: 'people',
    text: 'Pessoas, permissões em unidades, senhas e bloqueio de acesso.',
    group: 'Pessoas e permissões',
    permission: 'identity.manage',
    least: 'unit',
  },
  {
    path: '/permissoes',
    title: 'Permissões',
    icon: 'shield',
    text: 'Quem tem que perfil, onde e em que dias: pesquisa por pessoa, perfil ou unidade.',
    group: 'Pessoas e permissões',
    permission: 'identity.manage',
    least: 'unit',
  },
  {
    path: '/cargos',
    title: 'Cargos e titulares',
    icon: 'person',
    text: 'Quem ocupa cada cargo das unidades, e quem o substitui em férias e ausências.',
    group: 'Pessoas e permissões',
    permission: 'identity.manage',
    least: 'unit',
  },
  {
    path: '/substituicoes',
    title: 'Substituições',
    icon: 'calendar',
    text: 'Quem substitui quem, por que ato e em que dias: pesquisa por pessoa, cargo ou unidade.',
    group: 'Pessoas e permissões',
    permission: 'identity.manage',
    least: 'unit',
  },
  {
    path: '/perfis',
    title: 'Perfis',
    icon: 'shield',
    text: 'Conjuntos de permissões que se concedem às pessoas.',
    group: 'Pessoas e permissões',
    permission: 'identity.manage',
    least: 'unit',
  },
  {
    path: '/tipos-de-processo',
    title: 'Tipos de processo',
    icon: 'caseFile',
    text: 'Níveis de acesso, classes sugeridas e quem pode abrir cada tipo.',
    group: 'Processos e documentos',
    permission: 'classification.manage',
    least: 'installation',
  },
  {
    path: '/tipos-de-documento',
    title: 'Tipos de documento',
    icon: 'document',
    text: 'Numeração, aplicação e modelo de cada tipo.',
    group: 'Processos e documentos',
    permission: 'classification.manage',
    least: 'installation',
  },
  {
    path: '/classes',
    title: 'Classes (assuntos)',
    icon: 'archive',
    text: 'Plano de classificação, com prazos de guarda e destinação.',
    group: 'Processos e documentos',
    permission: 'classification.manage',
    least: 'installation',
  },
  {
    path: '/hipoteses-legais',
    title: 'Hipóteses legais',
    icon: 'lock',
    text: 'Fundamentos para restringir o acesso.',
    group: 'Processos e documentos',
    permission: 'classification.manage',
    least: 'installation',
  },
  {
    path: '/especies-de-conferencia',
    title: 'Espécies de conferência',
    icon: 'scan',
    text: 'De que original veio a cópia digitalizada.',
    group: 'Processos e documentos',
    permission: 'classification.manage',
    least: 'installation',
  },
  {
    path: '/veiculos',
    title: 'Veículos de publicação',
    icon: 'gazette',
    text: 'O boletim do órgão e os diários externos: dias de edição, hora limite e tipos publicados.',
    group: 'Processos e documentos',
    permission: 'organization.manage',
    least: 'agency',
  },
  {
    path: '/planos-de-trabalho',
    title: 'Planos de trabalho',
    icon: 'layers',
    text: 'Etapas e itens do trabalho, e os tipos de processo que recebem cada plano.',
    group: 'Processos e documentos',
    permission: 'classification.manage',
    least: 'installation',
  },
  {
    path: '/pedidos-de-tipos',
    beside: true,
    title: 'Pedidos de tipos',
    icon: 'petition',
    text: 'Tipos de processo que as comissões dos órgãos pedem, e a unidade que responde a elas.',
    group: 'Processos e documentos',
    permission: 'classification.manage',
    least: 'installation',
  },
  {
    path: '/contatos',
    beside: true,
    title: 'Contatos',
    icon: 'people',
    text: 'Pessoas e entidades que podem ser interessadas em processos: correção e validade.',
    group: 'Contatos e grupos',
    permission: 'organization.manage',
    least: 'installation',
  },
  {
    path: '/acesso-a-contatos',
    title: 'Acesso a contatos',
    icon: 'lock',
    text: 'Que unidades veem os dados completos dos contatos, e quais só nome e município.',
    group: 'Contatos e grupos',
    permission: 'organization.manage',
    least: 'agency',
  },
  {
    path: '/grupos',
    beside: true,
    title: 'Grupos',
    icon: 'people',
    text: 'Unidades, contatos e e-mails da instituição que se escolhem de uma vez.',
    group: 'Contatos e grupos',
    permission: 'organization.manage',
    least: 'agency',
  },
  {
    path: '/importacoes',
    title: 'Importação por planilha',
    icon: 'upload',
    text: 'Cadastros inteiros a partir de arquivos CSV, com ensaio antes de gravar.',
    group: 'Instalação e conferência',
    permission: 'organization.manage',
    also: ['identity.manage', 'classification.manage'],
    least: 'unit',
  },
  {
    path: '/impressao',
    beside: true,
    title: 'Impressão',
    icon: 'print',
    text: 'O que o órgão imprimiu, por unidade, impressora e pessoa.',
    group: 'Instalação e conferência',
    permission: 'organization.manage',
    least: 'agency',
  },
  {
    path: '/emails',
    title: 'E-mails do sistema',
    icon: 'mail',
    text: 'O que dizem as mensagens que o sistema escreve sozinho, quem as assina e quais são enviadas.',
    group: 'Instalação e conferência',
    permission: 'organization.manage',
    least: 'installation',
  },
  {
    path: '/parametros',
    title: 'Parâmetros da instalação',
    icon: 'settings',
    text: 'Regras que valem para todos os órgãos.',
    group: 'Instalação e conferência',
    permission: 'organization.manage',
    least: 'installation',
  },
]

/** The permissions that open the administration. */
export const administrationPermissions = ['organization.manage', 'identity.manage', 'classification.manage'] as const

/** What is shown to somebody with these permissions, each with its reach. */
export function sectionsFor(reaches: ReadonlyMap<Permission, Reach>): readonly Section[] {
  return sections.filter(({ permission, also = [], least }) =>
    [permission, ...also].some((one) => {
      const reach = reaches.get(one)
      if (!reach) return false
      if (least === 'installation') return reach.agencyId === undefined
      return least === 'unit' || !reach.unitIds
    }),
  )
}
