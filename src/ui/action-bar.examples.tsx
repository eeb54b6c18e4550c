import { ActionBar } from './action-bar.tsx'
import type { Example } from './examples/example.ts'

export const examples: readonly Example[] = [
  {
    name: 'Barra de ações',
    render: () => (
      <ActionBar
        label="Ações do documento"
        groups={[
          [
            { label: 'Assinar', icon: 'sign', href: '#assinar', kind: 'primary' },
            { label: 'Editar', icon: 'edit', href: '#editar' },
          ],
          [
            {
              label: 'Dar ciência',
              icon: 'check',
              post: '/ciencia',
              csrf: 'exemplo',
              fields: { documento: '0041777' },
            },
          ],
        ]}
        more={[
          {
            heading: 'Outras',
            actions: [
              { label: 'Imprimir', icon: 'print', href: '#imprimir' },
              { label: 'Cancelar', icon: 'cancel', href: '#cancelar', kind: 'danger' },
            ],
          },
        ]}
      />
    ),
  },
]
