import type { VNode } from 'preact'
import type { InnerVisit } from '../../../platform/http/index.ts'
import { Card, Link } from '../../../ui/index.ts'
import type { Redaction } from '../document.ts'

/** The original and its versions with stripes, each leading to the other. */
export function Redactions({ rows, href }: { rows: readonly Redaction[]; href: InnerVisit['href'] }): VNode {
  const link = (number: string) => <Link href={href(`/documentos/${number}`)}>{number}</Link>
  return (
    <Card title="Versão com tarjas" icon="copy" id="tarjas">
      <ul>
        {rows.map(({ isOriginal, number, originalNumber, legalBasis }) => (
          <li key={number}>
            {isOriginal ? (
              <>Este documento tem a versão com tarjas {link(number)}</>
            ) : (
              <>Trechos do documento {link(originalNumber)} foram ocultados neste</>
            )}
            . Fundamento: {legalBasis}
          </li>
        ))}
      </ul>
    </Card>
  )
}
