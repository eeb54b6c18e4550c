import type { ComponentChildren } from 'preact'
import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import {
  Button,
  type Column,
  type Crumb,
  EmptyState,
  formatCount,
  LinkButton,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Select,
  Shell,
  Table,
  Tag,
} from '../../../ui/index.ts'

/** The address of a page of the administration, from the unit of the page. */
export function adminHref(page: PageContext, path: string): string {
  return `/em/${page.actor?.unit.slug ?? ''}/administracao${path}`
}

interface AdministrationPageProps {
  readonly page: PageContext
  readonly title: string
  /** What stands between “Administração” and the page, with paths of the administration. */
  readonly trail?: readonly { readonly label: string; readonly path: string }[]
  readonly lead?: ComponentChildren
  readonly headingActions?: ComponentChildren
  readonly result?: ActResult | undefined
  readonly hasErrors?: boolean
  readonly width?: 'text' | 'wide'
  readonly islands?: readonly string[]
  readonly children: ComponentChildren
}

/** A page below “Administração”, with its way back and what was just done. */
export function AdministrationPage({ page, title, trail = [], result, children, ...shell }: AdministrationPageProps) {
  return (
    <Shell page={page} title={title} breadcrumb={administrationCrumbs(page, trail, title)} {...shell}>
      <ActResultMessage result={result} />
      {children}
    </Shell>
  )
}

/** The way to a page of the administration. */
export function administrationCrumbs(
  page: PageContext,
  trail: readonly { readonly label: string; readonly path: string }[],
  title: string,
): Crumb[] {
  return [
    { label: 'Administração', href: adminHref(page, '') },
    ...trail.map(({ label, path }) => ({ label, href: adminHref(page, path) })),
    { label: title },
  ]
}

export interface RegisterPageProps<Row> {
  readonly page: PageContext
  readonly title: string
  readonly lead?: ComponentChildren
  readonly result?: ActResult | undefined
  /** Path of the register, e.g. `/unidades`. */
  readonly path: string
  /** The link that begins a new entry; without it none is offered. */
  readonly newEntry?: { readonly label: string; readonly path: string } | undefined
  readonly searchLabel: string
  readonly asked: {
    readonly text: string
    readonly state: string
    readonly agencyId: string | undefined
    readonly page: number
  }
  /** Where there is more than one to choose from. */
  readonly agencies?: readonly { readonly id: string; readonly acronym: string }[]
  readonly columns: readonly Column<Row>[]
  readonly list: { readonly rows: readonly Row[]; readonly total: number; readonly pageCount: number }
  readonly rowKey: (row: Row) => string
  readonly muted?: (row: Row) => boolean
  readonly noun: readonly [one: string, many: string]
  /** How this register calls what is in use, and what is not. */
  readonly stateNames?: readonly [inUse: string, outOfUse: string]
}

/** What a list may be asked for; the values are those of `listRequest`. */
export function stateOptions([inUse, outOfUse]: readonly [string, string] = ['Em uso', 'Fora de uso']) {
  return [
    { value: 'ativos', label: inUse },
    { value: 'inativos', label: outOfUse },
    { value: 'todos', label: 'Tudo' },
  ]
}

/** Whether an entry of a register is in use. */
export function StateTag({ active }: { active: boolean }) {
  return active ? <Tag tone="success">Em uso</Tag> : <Tag>Fora de uso</Tag>
}

/** As addresses say it. */
export const stateValue: Readonly<Record<string, string>> = { active: 'ativos', inactive: 'inativos', all: 'todos' }

/** A register as a list: search, what is in use or not, pages of fifty. */
export function RegisterPage<Row>(props: RegisterPageProps<Row>) {
  const { page, path, asked, list, noun, agencies = [] } = props
  const here = adminHref(page, path)
  const query = new URLSearchParams({ q: asked.text, situacao: stateValue[asked.state] ?? 'ativos' })
  if (asked.agencyId) query.set('orgao', asked.agencyId)
  return (
    <AdministrationPage
      page={page}
      title={props.title}
      lead={props.lead}
      result={props.result}
      headingActions={
        props.newEntry ? (
          <LinkButton href={adminHref(page, props.newEntry.path)} kind="primary" icon="plus">
            {props.newEntry.label}
          </LinkButton>
        ) : undefined
      }
    >
      <SearchForm action={here} label={`Pesquisa: ${props.title}`}>
        <SearchField name="q" label={props.searchLabel} value={asked.text} />
        {agencies.length > 1 ? (
          <Select
            name="orgao"
            label="Órgão"
            width="medium"
            emptyLabel="Todos"
            value={asked.agencyId}
            options={agencies.map(({ id, acronym }) => ({ value: id, label: acronym }))}
          />
        ) : null}
        <Select
          name="situacao"
          label="Situação"
          width="short"
          value={query.get('situacao') ?? ''}
          options={stateOptions(props.stateNames)}
        />
        <Button icon="search">Pesquisar</Button>
      </SearchForm>
      <Table
        id="cadastro"
        caption={formatCount(list.total, noun[0], noun[1])}
        columns={props.columns}
        rows={list.rows}
        rowKey={props.rowKey}
        rowTone={(row) => (props.muted?.(row) ? 'muted' : undefined)}
        empty={
          <EmptyState title="Nada encontrado" icon="search">
            <p>{asked.text ? 'Confira o que foi digitado ou mude a situação.' : 'Ainda não há nada aqui.'}</p>
          </EmptyState>
        }
      />
      <Pagination
        label={props.title}
        page={asked.page}
        pageCount={list.pageCount}
        href={(number) => `${here}?${query}&pagina=${number}`}
      />
    </AdministrationPage>
  )
}
