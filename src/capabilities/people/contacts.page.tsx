import {
  Button,
  type Column,
  EmptyState,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Select,
  Shell,
  Table,
} from '../../ui/index.ts'
import { StateTag, stateOptions, stateValue } from '../organization/index.ts'
import { type ContactAccess, shownOf } from './access/contact-access.rules.ts'
import { type Contact, mostContactsCounted } from './contact.ts'

interface ContactsProps {
  readonly page: PageContext
  readonly deskHref: string
  readonly contactsHref: string
  readonly newHref: string
  readonly text: string
  /** How much this unit sees of contacts. */
  readonly access: ContactAccess
  readonly state: 'active' | 'inactive' | 'all'
  /** The register is of the whole installation, and so is who changes it. */
  readonly mayChange: boolean
  readonly mayRegister: boolean
  readonly contacts: readonly Contact[]
  readonly total: number
  readonly pageNumber: number
  readonly pageCount: number
}

export function ContactsPage(props: ContactsProps) {
  const { page, contactsHref, text, state, contacts, total } = props
  return (
    <Shell
      page={page}
      title="Contatos"
      breadcrumb={[{ label: 'Mesa', href: props.deskHref }, { label: 'Contatos' }]}
      headingActions={
        props.mayRegister ? (
          <LinkButton href={props.newHref} kind="primary" icon="plus">
            Novo contato
          </LinkButton>
        ) : undefined
      }
      lead="Pessoas e entidades que podem ser interessadas em processos."
    >
      <SearchForm action={contactsHref} label="Pesquisa de contatos">
        <SearchField name="q" label="Nome, CPF ou CNPJ" value={text} />
        <Select
          name="situacao"
          label="Situação"
          width="short"
          value={stateValue[state] ?? ''}
          options={stateOptions()}
        />
        <Button icon="search">Pesquisar</Button>
      </SearchForm>
      <Table
        id="contatos"
        caption={sayTotal(total)}
        columns={columnsFor(props)}
        rows={contacts}
        rowKey={({ id }) => id}
        rowTone={({ active }) => (active ? undefined : 'muted')}
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
          href={(number) =>
            `${contactsHref}?q=${encodeURIComponent(text)}&situacao=${stateValue[state]}&pagina=${number}`
          }
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

function columnsFor({ contactsHref, mayChange, access }: ContactsProps): readonly Column<Contact>[] {
  const seesAll = Object.values(access).includes('full')
  return [
    {
      key: 'nome',
      header: 'Nome',
      rowHeader: true,
      width: 'wide',
      cell: ({ id, name }) => (mayChange ? <Link href={`${contactsHref}/${id}`}>{name}</Link> : name),
    },
    {
      key: 'natureza',
      header: 'Natureza',
      cell: ({ kind }) => (kind === 'person' ? 'Pessoa física' : 'Pessoa jurídica'),
    },
    { key: 'documento', header: 'CPF ou CNPJ', cell: (contact) => shownIn(access, contact, 'identifier') },
    ...(seesAll
      ? ([
          { key: 'email', header: 'E-mail', cell: (contact) => shownIn(access, contact, 'email') },
          { key: 'telefone', header: 'Telefone', cell: (contact) => shownIn(access, contact, 'phone') },
        ] satisfies readonly Column<Contact>[])
      : []),
    { key: 'municipio', header: 'Município', cell: ({ city }) => city || 'Não informado' },
    { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
    {
      key: 'historico',
      header: 'Histórico',
      cell: ({ id, name }) => (
        <Link href={`${contactsHref}/${id}/alteracoes`}>
          Histórico<span class="visually-hidden"> de {name}</span>
        </Link>
      ),
    },
  ]
}

/** What the unit does not see looks like neither known nor unknown. */
function shownIn(access: ContactAccess, contact: Contact, field: 'identifier' | 'email' | 'phone'): string {
  const level = access[contact.kind]
  if (level === 'short' || (level === 'usual' && field !== 'identifier')) return 'Não visível nesta unidade'
  return shownOf(contact, access)[field] || 'Não informado'
}
