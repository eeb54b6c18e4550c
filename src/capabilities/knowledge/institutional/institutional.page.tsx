import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  DateTime,
  EmptyState,
  type Flash,
  Form,
  FormActions,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  Table,
  Tag,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { TextHelp } from '../text-help.page.tsx'
import type { InstitutionalRow } from './institutional.queries.ts'
import { sayKind, sayScope } from './institutional.text.ts'
import type { ScopeOffer } from './offer-scopes.ts'
import { ScopeFields } from './scope-fields.page.tsx'

interface ListProps {
  readonly page: PageContext
  readonly breadcrumb: readonly Crumb[]
  readonly texts: readonly InstitutionalRow[]
  readonly href: (path: string) => string
  readonly flash?: Flash | undefined
}

/** What this person distributes to units. */
export function InstitutionalListPage({ page, breadcrumb, texts, href, flash }: ListProps) {
  const add = (
    <LinkButton kind="primary" icon="plus" href={href('/textos-institucionais/novo')}>
      Novo texto institucional
    </LinkButton>
  )
  return (
    <Shell
      page={page}
      title="Textos institucionais"
      breadcrumb={breadcrumb}
      flash={flash}
      headingActions={texts.length > 0 ? add : undefined}
      lead={
        <p>
          Textos padrão e documentos modelo distribuídos às unidades. Lá aparecem prontos para usar e só aqui se mudam.
          Um documento público vira modelo na página dele, em Mais ações.
        </p>
      }
    >
      <Table
        id="institucionais"
        caption="Textos e modelos distribuídos"
        captionHidden
        rows={texts}
        rowKey={({ id }) => id}
        rowTone={({ withdrawn }) => (withdrawn ? 'muted' : undefined)}
        empty={
          <EmptyState title="Nada foi distribuído daqui" icon="book" action={add}>
            Quando várias unidades precisam do mesmo texto, distribua-o em vez de criar um tipo de documento.
          </EmptyState>
        }
        columns={[
          {
            key: 'nome',
            header: 'Nome',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, name }) => <Link href={href(`/textos-institucionais/${id}`)}>{name}</Link>,
          },
          { key: 'especie', header: 'Espécie', cell: sayKind },
          { key: 'alcance', header: 'Distribuído a', cell: sayScope },
          { key: 'versao', header: 'Versão', numeric: true, cell: ({ version }) => version },
          { key: 'alterado', header: 'Alterado em', cell: ({ changedAt }) => <DateTime value={changedAt} /> },
          {
            key: 'situacao',
            header: 'Situação',
            cell: ({ withdrawn }) => (withdrawn ? <Tag>Retirado</Tag> : <Tag tone="success">Em uso</Tag>),
          },
        ]}
      />
    </Shell>
  )
}

interface EntryProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  /** Undefined: a new one. */
  readonly text: InstitutionalRow | undefined
  readonly offer: ScopeOffer
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly href: (path: string) => string
}

/** One text of the institution: its words and to whom it goes. */
export function InstitutionalPage(props: EntryProps) {
  const { page, text, fields, problems, href } = props
  const bound = bindFields(fields, problems)
  const here = text ? `/textos-institucionais/${text.id}` : '/textos-institucionais'
  return (
    <Shell
      page={page}
      title={text ? text.name : 'Novo texto institucional'}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
      lead={text ? <p>{`${sayKind(text)}, versão ${text.version}.`}</p> : undefined}
      headingActions={
        text && !text.withdrawn ? (
          <LinkButton icon="remove" href={href(`${here}/retirada`)}>
            Retirar de uso
          </LinkButton>
        ) : undefined
      }
    >
      {text?.withdrawn ? (
        <Message kind="info">
          <p>Este texto foi retirado de uso. Os documentos e as cópias feitos com ele ficam como estão.</p>
        </Message>
      ) : (
        <Form {...props.formKeys} action={href(here)} errors={problems}>
          <TextField {...bound.text('nome')} label="Nome" required maxLength={100} />
          {text?.kind === 'model' ? (
            <Message kind="info">
              <p>
                O texto deste modelo vem de um documento. Para uma versão nova, abra o documento que a traz e escolha
                Distribuir como modelo.
              </p>
            </Message>
          ) : (
            <>
              <TextArea
                {...bound.text('texto')}
                label="Texto"
                required
                rows={16}
                hint="Uma linha em branco separa parágrafos; **negrito**, *itálico*, - lista, 1. lista numerada."
              />
              <TextHelp />
            </>
          )}
          {text && text.kind === 'text' ? (
            <TextField
              {...bound.text('novidade')}
              label="O que há de novo"
              hint="Poucas palavras para as unidades; só quando o texto mudou."
              maxLength={300}
            />
          ) : null}
          <ScopeFields offer={props.offer} fields={fields} problems={problems} />
          <FormActions>
            <Button kind="primary" icon="check">
              {text ? 'Salvar e distribuir' : 'Distribuir'}
            </Button>
            <LinkButton kind="quiet" href={href('/textos-institucionais')}>
              Voltar à lista
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Shell>
  )
}
