import type { Example } from './examples/example.ts'
import { sampleNow } from './examples/sample-page.ts'
import { CaseNumber, CopyButton, DateTime, Day, Highlighted } from './values.tsx'

const morning = new Date('2025-11-21T10:42:00-03:00')

export const examples: readonly Example[] = [
  {
    name: 'Números de processo',
    render: () => (
      <p>
        <CaseNumber number="00310.018342/2025-11" href="#1" state="unopened" />{' '}
        <CaseNumber number="00310.018205/2025-48" href="#2" />{' '}
        <CaseNumber number="00310.018068/2025-85" href="#3" state="visited" />{' '}
        <CaseNumber number="00310.017931/2025-22" copy />
      </p>
    ),
  },
  {
    name: 'Dias e horas',
    render: () => (
      <p>
        <DateTime value={morning} />, <DateTime value={morning} now={sampleNow} />, <Day value="2025-11-21" />,{' '}
        <Day value="2025-12-01" long />
      </p>
    ),
  },
  {
    name: 'Texto encontrado',
    render: () => (
      <p>
        <Highlighted parts={[{ text: 'pedido de ' }, { text: 'restituição', marked: true }, { text: ' de imposto' }]} />{' '}
        <CopyButton text="0041777" what="o código verificador">
          Copiar o código
        </CopyButton>
      </p>
    ),
  },
]
