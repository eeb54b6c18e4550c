import type { Example } from './examples/example.ts'
import { Breadcrumb, Pagination, Tabs } from './navigation.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Caminho',
    render: () => (
      <Breadcrumb
        items={[{ label: 'Administração', href: '#a' }, { label: 'Unidades', href: '#u' }, { label: 'COFIC' }]}
      />
    ),
  },
  {
    name: 'Abas',
    render: () => (
      <Tabs
        label="Partes da unidade"
        items={[
          { href: '#dados', label: 'Dados', current: true },
          { href: '#pessoas', label: 'Pessoas', count: 14 },
          { href: '#assinaturas', label: 'Assinaturas', count: 3 },
        ]}
      />
    ),
  },
  {
    name: 'Páginas',
    render: () => (
      <Pagination label="Unidades" page={5} pageCount={12} href={(page) => `?pagina=${page}`} total="236 unidades" />
    ),
  },
]
