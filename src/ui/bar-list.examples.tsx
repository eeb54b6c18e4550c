import { BarList } from './bar-list.tsx'
import type { Example } from './examples/example.ts'

const bars = [
  { label: 'Arrecadação: Pedido de Contribuinte', value: 120 },
  { label: 'Pessoal: Férias', value: 48 },
  { label: 'Ouvidoria: Reclamação', value: 0 },
]

export const examples: readonly Example[] = [
  { name: 'Barras', render: () => <BarList title="Processos gerados por tipo" bars={bars} /> },
  {
    name: 'Barras com uma meta',
    render: () => (
      <BarList
        title="Tempo médio por tipo"
        bars={bars.map(({ label }, index) => ({ label, value: 9 - 3 * index, text: `${9 - 3 * index} dias` }))}
        mark={{ label: 'a meta', value: 7, text: '7 dias' }}
      />
    ),
  },
]
