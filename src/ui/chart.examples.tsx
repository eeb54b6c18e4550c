import { BarChart } from './chart.tsx'
import type { Example } from './examples/example.ts'

export const examples: readonly Example[] = [
  {
    name: 'Barras, com a tabela dos mesmos números',
    render: () => (
      <BarChart
        id="pontos"
        title="Processos em cada ponto de controle"
        headers={{ label: 'Ponto de controle', value: 'Processos' }}
        bars={[
          { key: '1', label: 'Em análise', value: 12 },
          { key: '2', label: 'Aguardando assinatura', value: 5 },
          { key: '3', label: 'Aguardando resposta do Ministério Público do Estado', value: 1 },
          { key: '4', label: 'Respondido', value: 0 },
        ]}
      />
    ),
  },
]
