import type { Example } from './examples/example.ts'
import { Link } from './link.tsx'

const dangerous = ['javascript', 'alert(1)'].join(':')

export const examples: readonly Example[] = [
  {
    name: 'Ligações',
    render: () => (
      <p>
        <Link href="#processo">Processo relacionado</Link>, <Link href="https://www.gov.br/">portal gov.br</Link> e{' '}
        <Link href={dangerous}>endereço perigoso, que não leva a lugar nenhum</Link>.
      </p>
    ),
  },
]
