import { Link } from '../../../ui/index.ts'
import type { Bundle } from '../bundle.ts'

/** Marks rows by what they lack (BLO-029); it is the server that marks, so it works without script. */
export function SelectionLinks({ href, bundle }: { href: (path: string) => string; bundle: Bundle }) {
  const at = (word: string) => href(`/blocos/${bundle.number}?selecao=${word}#itens`)
  return (
    <p>
      Marcar: <Link href={at('todos')}>todos</Link>, <Link href={at('nenhum')}>nenhum</Link>,{' '}
      <Link href={at('sem-assinatura')}>os sem assinatura</Link>,{' '}
      <Link href={at('sem-minha-assinatura')}>os que ainda não assinei</Link>.
    </p>
  )
}
