import { LinkButton, Message, type PageContext, PlainShell } from '../../../ui/index.ts'
import { explainUnmarked } from './mark.text.ts'
import type { Unmarked } from './mark-pdf.ts'

interface UnmarkedPageProps {
  readonly page: PageContext
  readonly label: string
  readonly why: Unmarked
  /** Of the original as it is. */
  readonly originalHref: string
  /** A copy for reading, with the mark. */
  readonly copyHref: string
}

/** A confidential PDF that cannot carry the mark: why, and how it may be had all the same. */
export function UnmarkedPage({ page, label, why, originalHref, copyHref }: UnmarkedPageProps) {
  return (
    <PlainShell page={page} title="Arquivo sem marca de sigilo">
      <Message kind="warning" title={label}>
        <p>{explainUnmarked(why)}</p>
        {why === 'try-later' || why === 'missing' ? null : (
          <p>
            O arquivo original pode ser baixado como está, sem a marca. O histórico do processo registra quem o baixou e
            quando.
          </p>
        )}
      </Message>
      <p>
        {why === 'try-later' || why === 'missing' ? null : (
          <LinkButton href={originalHref} icon="download" kind="primary" newTab>
            Baixar sem marca e registrar
          </LinkButton>
        )}{' '}
        {why === 'signed' ? (
          <LinkButton href={copyHref} icon="pdf" newTab>
            Ler cópia marcada, sem a assinatura digital
          </LinkButton>
        ) : null}
      </p>
    </PlainShell>
  )
}
