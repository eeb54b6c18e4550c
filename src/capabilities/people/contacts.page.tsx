import {
  Button,
  EmptyState,
  formatCount,
  LinkButton,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Shell,
  Table,
} from '../../ui/index.ts'
import { type Contact, mostContactsCounted } from './contact.ts'
import { identifierOf } from './contacts.text.ts'

interface ContactsProps {
  readonly page: PageContext
  readonly deskHref: string
  readonly contactsHref: string
  readonly newHref: string
  readonly text: string
  readonly contacts: readonly Contact[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
}

export function ContactsPage(props: ContactsProps) {
  const { page, contactsHref, text, contacts, total } = props
  return (
    <Shell
      page={page}
      title="Contatos"
      breadcrumb={[{ label: 'Mesa', href: props.deskHref }, { label: 'Contatos' }]}
      headingActions={
        <LinkButton href={props.newHref} kind="primary" icon="plus">
          Novo contato
        </LinkButton>
      }
      lead="Pessoas e entidades que podem ser interessadas em processos."
    >
      <SearchForm action={contactsHref} label="Pesquisa de contatos">
        <SearchField name="q" label="Nome, CPF ou CNPJ" value={text} />
        <Button icon="search">Pesquisar</Button>
      </SearchForm>
      <Table
        id="contatos"
        caption={sayTotal(total)}
        columns={columns}
        rows={contacts}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={text ? 'Nenhum contato encontrado' : 'Ainda não há contatos'} icon="people">
            <p>{text ? 'Confira o que foi digitado ou cadastre um novo contato.' : 'Cadastre o primeiro contato.'}</p>
          </EmptyState>
        }
      />
      {props.pageCount > 1 ? (
        <Pagination
          label="Contatos"
          page={props.pageNumber}
          pageCount={props.pageCount}
          href={(number) => `${contactsHref}?q=${encodeURIComponent(text)}&pagina=${number}`}
          total={sayTotal(total)}
        />
      ) : null}
    </Shell>
  )
}

function sayTotal(total: number): string {
  if (total > mostContactsCounted) return `mais de ${formatCount(mostContactsCounted, 'contato', 'contatos')}`
  return formatCount(total, 'contato', 'contatos')
}

const columns = [
  { key: 'nome', header: 'Nome', rowHeader: true, width: 'wide', cell: ({ name }: Contact) => name },
  {
    key: 'natureza',
    header: 'Natureza',
    cell: ({ kind }: Contact) => (kind === 'person' ? 'Pessoa física' : 'Pessoa jurídica'),
  },
  { key: 'documento', header: 'CPF ou CNPJ', cell: (contact: Contact) => identifierOf(contact) || 'Não informado' },
  { key: 'municipio', header: 'Município', cell: ({ city }: Contact) => city || 'Não informado' },
] as const
