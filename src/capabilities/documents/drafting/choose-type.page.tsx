import {
  Card,
  type Crumb,
  EmptyState,
  Icon,
  Link,
  Message,
  type PageContext,
  SearchField,
  Shell,
} from '../../../ui/index.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import type { TypeToChoose } from './offer-draft.ts'

export interface ChooseTypePageProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly types: readonly TypeToChoose[]
  /** Why nothing can be included now. */
  readonly refusals: readonly string[]
  readonly uploadHref: string
  readonly hrefOf: (typeId: string) => string
}

/** How many of the types most used stand on top. */
const mostUsed = 12

/** Which document to make: a file from outside first, then the types that the unit uses, then all (DOC-008). */
export function ChooseTypePage(props: ChooseTypePageProps) {
  const { page, breadcrumb, types, refusals } = props
  const used = types.filter(({ uses }) => uses > 0).sort((a, b) => b.uses - a.uses)
  return (
    <Shell page={page} title="Incluir documento" breadcrumb={breadcrumb} width="text">
      <DocumentStyle page={page} />
      {refusals.length > 0 ? (
        <Message kind="warning" title="Não é possível incluir documentos agora">
          {refusals.map((refusal) => (
            <p key={refusal}>{refusal}</p>
          ))}
        </Message>
      ) : (
        <>
          <Card title="Documento externo" icon="upload">
            <p>
              <Link href={props.uploadHref}>Externo: enviar arquivos</Link>, como PDF, imagens e planilhas.
            </p>
          </Card>
          {used.length > 0 ? (
            <Card title="Mais usados nesta unidade" icon="star">
              <TypeList types={used.slice(0, mostUsed)} hrefOf={props.hrefOf} id="tipos-usados" />
            </Card>
          ) : null}
          <Card title="Todos os tipos" icon="document">
            {types.length > 5 ? (
              <SearchField
                name="filtro-tipos"
                label="Filtrar tipos"
                placeholder="Nome do tipo"
                filterOf="todos-os-tipos"
                focused
              />
            ) : null}
            {types.length === 0 ? (
              <EmptyState title="Nenhum tipo de documento cadastrado" icon="document">
                Peça à administração do sistema que cadastre os tipos de documento.
              </EmptyState>
            ) : (
              <TypeList types={types} hrefOf={props.hrefOf} id="todos-os-tipos" />
            )}
          </Card>
        </>
      )}
    </Shell>
  )
}

function TypeList({ types, hrefOf, id }: { types: readonly TypeToChoose[]; hrefOf(id: string): string; id: string }) {
  return (
    <ul class="choice-list" id={id}>
      {types.map((type) => (
        <li key={type.id}>
          <Link href={hrefOf(type.id)}>
            <Icon name="document" />
            {type.name}
          </Link>
          {type.description ? <span class="secondary"> {type.description}</span> : null}
        </li>
      ))}
    </ul>
  )
}
