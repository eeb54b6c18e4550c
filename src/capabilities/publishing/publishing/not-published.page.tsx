import type { VNode } from 'preact'
import { type Crumb, LinkButton, Message, type PageContext, Shell } from '../../../ui/index.ts'

interface NotPublishedProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly backHref: string
  readonly reasons: readonly string[]
  readonly related: VNode
}

/** Why a document is not published now, and the way back. */
export function NotPublishedPage({ page, breadcrumb, label, reasons, related, backHref }: NotPublishedProps) {
  return (
    <Shell page={page} title="Publicar documento" breadcrumb={breadcrumb} width="text" lead={<p>{label}</p>}>
      <Message kind="warning" title="Este documento não pode ser publicado agora">
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </Message>
      {related}
      <p>
        <LinkButton href={backHref}>Voltar ao documento</LinkButton>
      </p>
    </Shell>
  )
}
