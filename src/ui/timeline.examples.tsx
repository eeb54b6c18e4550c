import type { Example } from './examples/example.ts'
import { sampleNow } from './examples/sample-page.ts'
import { Timeline } from './timeline.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Histórico',
    render: () => (
      <Timeline
        label="Histórico do exemplo"
        events={[
          {
            id: '2',
            at: sampleNow,
            icon: 'send',
            text: 'Processo enviado por GAB a COFIC.',
            actor: 'Rui Lacerda',
            unit: 'GAB',
          },
          {
            id: '1',
            at: sampleNow,
            icon: 'caseNew',
            text: 'Processo aberto.',
            actor: 'Joana Prado',
            unit: 'PROT',
            details: <p>Motivo: requerimento do interessado.</p>,
          },
        ]}
      />
    ),
  },
]
