import type { ComponentChildren } from 'preact'
import { LinkButton, Message, type PageContext, Shell, Toolbar } from '../../../ui/index.ts'
import type { Bundle } from '../bundle.ts'

export interface ReadingPageProps {
  readonly page: PageContext
  readonly bundle: Bundle
  readonly label: string
  readonly place: number
  readonly total: number
  readonly links: {
    readonly bundle: string
    readonly bundles: string
    readonly desk: string
    readonly previous: string | undefined
    readonly next: string | undefined
    readonly mark: string | undefined
    readonly sign: string | undefined
    readonly edit: string | undefined
    readonly inCaseFile: string
  }
  readonly marked: boolean
  readonly markedCount: number
  readonly closed: readonly string[]
  readonly children?: ComponentChildren
}

/** One document after the other, without leaving the bundle. */
export function ReadingPage(props: ReadingPageProps) {
  const { page, bundle, label, links, closed } = props
  return (
    <Shell
      page={page}
      title={label}
      lead={`Documento ${props.place} de ${props.total} do bloco de assinatura ${bundle.number}.${markedWords(props)}`}
      breadcrumb={[
        { label: 'Mesa', href: links.desk },
        { label: 'Blocos', href: links.bundles },
        { label: `Bloco ${bundle.number}`, href: links.bundle },
        { label },
      ]}
    >
      <Toolbar label="Ler o bloco">
        {links.previous ? (
          <LinkButton href={links.previous} icon="chevronLeft">
            Anterior
          </LinkButton>
        ) : null}
        {links.next ? (
          <LinkButton href={links.next} icon="chevronRight">
            Próximo
          </LinkButton>
        ) : null}
        {links.sign ? (
          <LinkButton kind="primary" href={links.sign} icon="sign">
            Assinar este
          </LinkButton>
        ) : null}
        {links.mark ? (
          <LinkButton href={links.mark} icon={props.marked ? 'close' : 'check'}>
            {props.marked ? 'Desmarcar' : 'Marcar para assinar'}
          </LinkButton>
        ) : null}
        {links.edit ? (
          <LinkButton href={links.edit} icon="edit">
            Editar
          </LinkButton>
        ) : null}
        <LinkButton href={links.inCaseFile} icon="caseFile">
          Ver no processo
        </LinkButton>
        <LinkButton kind="quiet" href={links.bundle}>
          Voltar ao bloco
        </LinkButton>
      </Toolbar>
      {closed.length > 0 ? (
        <Message kind="warning" title="O conteúdo não pode ser lido">
          {closed.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </Message>
      ) : null}
      {props.children}
    </Shell>
  )
}

function markedWords({ markedCount }: ReadingPageProps): string {
  if (markedCount === 0) return ''
  return markedCount === 1 ? ' 1 marcado para assinar.' : ` ${markedCount} marcados para assinar.`
}
