import type { ComponentChildren } from 'preact'
import { type Flash, type PageContext, Shell, type Tab, Tabs } from '../../../ui/index.ts'

const tabs = [
  { path: '/estatisticas', label: 'Unidade' },
  { path: '/estatisticas/desempenho', label: 'Desempenho' },
  { path: '/estatisticas/meta', label: 'Meta de prazo' },
  { path: '/estatisticas/atividades', label: 'Atividades' },
  { path: '/estatisticas/fluxo', label: 'Mapa de fluxo' },
  { path: '/estatisticas/indices', label: 'Índices' },
  { path: '/estatisticas/numeros', label: 'Números do SEI' },
] as const

export type StatisticsTab = (typeof tabs)[number]['path']

export interface StatisticsProps {
  readonly page: PageContext
  readonly href: (path: string) => string
}

/** A page of the statistics, with the way to the others. `below`: the name of a page that stands beneath a tab. */
export function StatisticsShell(
  props: StatisticsProps & {
    readonly tab: StatisticsTab
    readonly title: string
    readonly below?: string
    readonly hasErrors?: boolean
    readonly flash?: Flash | undefined
    readonly headingActions?: ComponentChildren
    readonly children: ComponentChildren
  },
) {
  const { page, href, tab, title, below } = props
  const current = tabs.find(({ path }) => path === tab)
  const items: Tab[] = tabs.map(({ path, label }) => ({ href: href(path), label, current: path === tab }))
  return (
    <Shell
      page={page}
      title={title}
      hasErrors={props.hasErrors}
      flash={props.flash}
      headingActions={props.headingActions}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        ...(tab === '/estatisticas' && !below
          ? [{ label: 'Estatísticas' }]
          : [
              { label: 'Estatísticas', href: href('/estatisticas') },
              ...(below && tab !== '/estatisticas' ? [{ label: current?.label ?? '', href: href(tab) }] : []),
              { label: below ?? current?.label ?? '' },
            ]),
      ]}
    >
      <Tabs label="Estatísticas" items={items} />
      {props.children}
    </Shell>
  )
}
