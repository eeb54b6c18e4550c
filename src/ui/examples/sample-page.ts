import type { NavItem, PageContext } from '../page-context.ts'

const units = [
  { slug: 'cofic', acronym: 'COFIC', name: 'Coordenadoria de Fiscalização', agency: 'SET/RN' },
  { slug: 'gab', acronym: 'GAB', name: 'Gabinete do Secretário', agency: 'SET/RN' },
  { slug: 'prot', acronym: 'PROT', name: 'Protocolo Geral', agency: 'SET/RN' },
] as const

const navigation: readonly NavItem[] = [
  { href: '/em/cofic/mesa', label: 'Mesa', icon: 'desk', count: 15 },
  { href: '/em/cofic/novo-processo', label: 'Novo processo', icon: 'caseNew' },
  { href: '/em/cofic/pesquisa', label: 'Pesquisa', icon: 'search' },
  { href: '/em/cofic/blocos', label: 'Blocos', icon: 'bundle', count: 3 },
  { href: '/em/cofic/acompanhamento', label: 'Acompanhamento', icon: 'star' },
  { href: '/em/cofic/prazos', label: 'Prazos', icon: 'clock', count: 2 },
  { href: '/em/cofic/modelos', label: 'Modelos', icon: 'document', words: 'minutas e textos prontos' },
  { href: '/em/cofic/base-de-conhecimento', label: 'Base de conhecimento', icon: 'book' },
  { href: '/em/cofic/estatisticas', label: 'Estatísticas', icon: 'chart' },
  { href: '/em/cofic/administracao', label: 'Administração', icon: 'settings' },
]

/** The moment at which every example takes place. */
export const sampleNow = new Date('2025-11-21T14:20:00-03:00')

/** A page of an advisor of COFIC, as the http layer would describe it. */
export function samplePage(changes: Partial<PageContext> = {}): PageContext {
  return {
    asset: (name) => `/estatico/${name}`,
    csrf: 'exemplo',
    path: '/em/cofic/mesa',
    installationName: 'Secretaria de Estado da Tributação',
    demo: false,
    version: '0.1.0',
    actor: { name: 'Marina Dantas', unit: units[0], units, can: () => true },
    now: sampleNow,
    navigation,
    ...changes,
  }
}

/** A page for someone who has not signed in. */
export function sampleVisit(path: string): PageContext {
  return samplePage({ path, actor: undefined, navigation: undefined })
}
