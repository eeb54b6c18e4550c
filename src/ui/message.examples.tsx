import type { Example } from './examples/example.ts'
import { Message } from './message.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Mensagens',
    render: () => (
      <>
        <Message kind="info">
          <p>O processo está aberto também em GAB.</p>
        </Message>
        <Message kind="success" live>
          <p>Processo enviado a GAB e PROT.</p>
        </Message>
        <Message kind="warning" title="Há minutas sem assinatura">
          <ul>
            <li>Minuta de decisão</li>
            <li>Despacho 120</li>
          </ul>
        </Message>
        <Message kind="error" title="O processo não foi enviado">
          <p>Outra pessoa já o enviou a GAB às 14:02.</p>
        </Message>
      </>
    ),
  },
]
