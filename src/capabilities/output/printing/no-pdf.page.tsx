import { type Crumb, LinkButton, Message, type PageContext, Shell } from '../../../ui/index.ts'

interface NoPdfPageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly title: string
  readonly reasons: readonly string[]
  readonly documentHref: string
  /** Of the original, where there is one. */
  readonly fileHref: string | undefined
}

/** A document of which there is no PDF: why, and what there is instead. */
export function NoPdfPage({ page, breadcrumb, title, reasons, documentHref, fileHref }: NoPdfPageProps) {
  return (
    <Shell page={page} title={title} breadcrumb={breadcrumb} width="text">
      <Message kind="warning" title="Não há PDF deste documento">
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </Message>
      <p>
        {fileHref ? (
          <LinkButton href={fileHref} kind="primary" icon="download">
            Baixar o arquivo original
          </LinkButton>
        ) : null}{' '}
        <LinkButton href={documentHref}>Voltar ao documento</LinkButton>
      </p>
    </Shell>
  )
}
