import { type Crumb, LinkButton, Message, type PageContext, Shell } from '../../ui/index.ts'

export interface RefusedPageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  /** What was wanted: `Editar Despacho 12 (0000123)`. */
  readonly title: string
  readonly refusals: readonly string[]
  readonly backHref: string
  /** Where the same person can do it. */
  readonly there?: { readonly href: string; readonly acronym: string }
}

/** Something cannot be done with a document now: why, and the way back. */
export function RefusedPage({ page, breadcrumb, title, refusals, backHref, there }: RefusedPageProps) {
  return (
    <Shell page={page} title={title} breadcrumb={breadcrumb} width="text">
      <Message kind="warning" title="Não é possível agora">
        {refusals.map((refusal) => (
          <p key={refusal}>{refusal}</p>
        ))}
      </Message>
      {there ? (
        <p>
          <LinkButton href={there.href}>Abrir em {there.acronym}</LinkButton>
        </p>
      ) : null}
      <p>
        <LinkButton href={backHref}>Voltar ao documento</LinkButton>
      </p>
    </Shell>
  )
}
