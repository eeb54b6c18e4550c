import { Card, Link, LinkButton, Message, type PageContext, Shell } from '../../../ui/index.ts'
import { numberOf } from '../numbered.text.ts'
import type { LetterRow } from './letters.queries.ts'
import { LetterStepTag } from './letters-table.page.tsx'

export interface DocumentToPost {
  readonly number: string
  readonly label: string
  readonly caseNumber: string
  readonly caseDigits: string
}

interface NotPostedProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly document: DocumentToPost
  readonly reasons: readonly string[]
  /** It only waits for a signature that may be given here. */
  readonly maySign: boolean
  /** What is confidential leaves by hand, on a slip that does not name it. */
  readonly goesByHand: boolean
  readonly letters: readonly LetterRow[]
}

/** Where both pages of a posting stand. */
export const postingCrumbs = (href: (path: string) => string, document: DocumentToPost) => [
  { label: 'Mesa', href: href('/mesa') },
  { label: `Processo ${document.caseNumber}`, href: href(`/processos/${document.caseDigits}`) },
  { label: document.label, href: href(`/documentos/${document.number}`) },
  { label: 'Postar' },
]

/** Why a document is not posted now, and what to do instead. */
export function NotPostedPage(props: NotPostedProps) {
  const { page, href, document, reasons, maySign, goesByHand } = props
  return (
    <Shell page={page} title={`Postar ${document.label}`} width="text" breadcrumb={postingCrumbs(href, document)}>
      <Message kind="warning" title="Este documento não pode ser postado agora">
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </Message>
      <LettersBefore {...props} />
      <p>
        {maySign ? (
          <>
            <LinkButton kind="primary" icon="sign" href={href(`/documentos/${document.number}/assinatura`)}>
              Assinar o documento
            </LinkButton>{' '}
          </>
        ) : null}
        {goesByHand ? (
          <>
            <LinkButton icon="send" href={href('/guias-de-tramitacao/nova')}>
              Fazer uma guia de tramitação
            </LinkButton>{' '}
          </>
        ) : null}
        <LinkButton kind="quiet" href={href(`/documentos/${document.number}`)}>
          Voltar ao documento
        </LinkButton>
      </p>
    </Shell>
  )
}

/** The letters of this document that were asked for before. */
export function LettersBefore({ href, letters }: Pick<NotPostedProps, 'href' | 'letters'>) {
  if (letters.length === 0) return null
  return (
    <Card title="Postagens deste documento" icon="send" id="postagem">
      <ul class="places">
        {letters.map((letter) => (
          <li key={letter.id}>
            <Link href={href(`/cartas/${letter.id}`)}>Carta {numberOf(letter)}</Link> para {letter.addressee}{' '}
            <LetterStepTag letter={letter} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
