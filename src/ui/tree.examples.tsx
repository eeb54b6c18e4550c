import type { Example } from './examples/example.ts'
import { Tree } from './tree.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Árvore de documentos',
    render: () => (
      <Tree
        id="arvore-exemplo"
        label="Documentos do exemplo"
        filter
        root={{ label: '00310.017794/2025-59', href: '#raiz', level: 'restricted' }}
        items={[
          {
            id: 'v1',
            label: 'Volume I',
            items: [
              {
                id: 'e1',
                label: 'Requerimento',
                numbering: '0041207',
                icon: 'pdf',
                unit: 'PROT',
                pen: 'black',
                href: '#e1',
                current: true,
              },
            ],
          },
          {
            id: 'e2',
            label: 'Despacho 119',
            numbering: '0041356',
            icon: 'document',
            unit: 'GAB',
            cancelled: true,
            href: '#e2',
          },
          {
            id: 'e3',
            label: 'Parecer 42',
            numbering: '0041777',
            icon: 'document',
            unit: 'COFIC',
            pen: 'yellow',
            level: 'confidential',
            href: '#e3',
            badges: [{ label: 'Documento novo', icon: 'alert', tone: 'warning' }],
          },
          { id: 'e4', label: 'Ofício', icon: 'draft', unit: 'COFIC', pen: 'draft', href: '#e4' },
        ]}
      />
    ),
  },
]
