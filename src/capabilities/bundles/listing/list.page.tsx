import {
  Button,
  Checkbox,
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
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import type { Bundle } from '../bundle.ts'
import { Destinations, SignalTags, SignBy, StateTag } from '../bundle-parts.page.tsx'
import type { BundleGroup } from '../groups/keep-groups.ts'
import type { BundleKind } from '../moves/moves.rules.ts'
import { kindNames, kindWords, signalNames } from '../words.text.ts'
import { filterQuery, signalWords, stateWords } from './list.form.ts'
import { type BundleFilter, bundlesPerPage } from './list-filter.ts'

export interface BundleListProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly filter: BundleFilter
  readonly bundles: readonly Bundle[]
  readonly total: number
  readonly groups: readonly BundleGroup[]
  readonly today: string
}

const stateLabels: { readonly [state in BundleFilter['state']]: string } = {
  open: 'Todos, menos os concluídos',
  generated: 'Gerados',
  available: 'Disponibilizados',
  received: 'Recebidos',
  returned: 'Retornados',
  concluded: 'Concluídos',
}

export function BundleListPage(props: BundleListProps) {
  const { page, href, filter, total } = props
  const at = (change: Partial<BundleFilter>) => href(`/blocos${filterQuery({ ...filter, page: 1, ...change })}`)
  const plain = { text: '', mine: false, groupId: undefined, generator: '', signal: undefined, state: 'open' } as const
  return (
    <Shell
      page={page}
      title="Blocos"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Blocos' }]}
      headingActions={
        <>
          <LinkButton kind="primary" icon="plus" href={href(`/blocos/novo?tipo=${kindWords[filter.kind].word}`)}>
            Novo bloco
          </LinkButton>
          <LinkButton href={href('/blocos/grupos')}>Grupos</LinkButton>
        </>
      }
    >
      <Tabs
        label="Tipos de bloco"
        items={(Object.keys(kindWords) as BundleKind[]).map((kind) => ({
          href: at({ kind, ...plain }),
          label: kindWords[kind].plural,
          current: kind === filter.kind,
        }))}
      />
      <Filters {...props} />
      <BundleTable {...props} />
      <Pagination
        label="Blocos"
        page={filter.page}
        pageCount={Math.ceil(total / bundlesPerPage)}
        href={(number) => at({ page: number })}
        total={total > 0 ? formatCount(total, 'bloco', 'blocos') : undefined}
      />
      {total > 0 ? (
        <p>
          <LinkButton
            kind="quiet"
            small
            icon="print"
            href={href(`/blocos/impressao${filterQuery({ ...filter, page: 1 })}`)}
          >
            Lista para imprimir
          </LinkButton>
        </p>
      ) : null}
    </Shell>
  )
}

/** The same rows on one page, without filters: browsers print it. */
export function PrintedBundlesPage(props: BundleListProps) {
  const { href, filter } = props
  const title = `${kindNames[filter.kind].replace('Bloco', 'Blocos')}: ${stateLabels[filter.state].toLowerCase()}`
  return (
    <Shell
      page={props.page}
      title={title}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Blocos', href: href(`/blocos${filterQuery(filter)}`) },
        { label: 'Lista para imprimir' },
      ]}
    >
      <BundleTable {...props} />
      <p>{formatCount(props.bundles.length, 'bloco', 'blocos')}</p>
    </Shell>
  )
}

function Filters({ href, filter, groups }: BundleListProps) {
  return (
    <SearchForm action={href('/blocos')} label="Filtrar os blocos">
      <input type="hidden" name="tipo" value={kindWords[filter.kind].word} />
      <SearchField name="palavra" label="Número ou palavra da descrição" value={filter.text} width="long" />
      <Select
        name="estado"
        label="Estado"
        value={stateWords.find(({ state }) => state === filter.state)?.word}
        options={stateWords
          .filter(({ state }) => filter.kind !== 'internal' || ['open', 'generated', 'concluded'].includes(state))
          .map(({ word, state }) => ({ value: word, label: stateLabels[state] }))}
      />
      <Select
        name="sinal"
        label="Sinal"
        emptyLabel="Com ou sem sinal"
        value={signalWords.find(({ kind }) => kind === filter.signal)?.word}
        options={signalWords.map(({ word, kind }) => ({ value: word, label: signalNames[kind] }))}
      />
      {groups.length > 0 ? (
        <Select
          name="grupo"
          label="Grupo"
          emptyLabel="Qualquer grupo"
          value={filter.groupId}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {filter.kind === 'internal' ? null : (
        <TextField name="geradora" label="Unidade geradora" value={filter.generator} width="short" />
      )}
      <Checkbox name="meus" label="Atribuídos a mim" checked={filter.mine} />
      <Button icon="filter">Filtrar</Button>
      {filterQuery({ ...filter, page: 1 }).includes('&') ? (
        <Link href={href(`/blocos?tipo=${kindWords[filter.kind].word}`)}>Limpar filtros</Link>
      ) : null}
    </SearchForm>
  )
}

function BundleTable({ href, bundles, filter, today }: BundleListProps) {
  const narrowed = filterQuery({ ...filter, page: 1 }).includes('&')
  return (
    <Table
      id="blocos"
      caption={kindNames[filter.kind].replace('Bloco', 'Blocos')}
      captionHidden
      rows={bundles}
      rowKey={({ number }) => number}
      rowTone={({ state }) => (state === 'concluded' ? 'muted' : undefined)}
      empty={
        <EmptyState title="Nenhum bloco" icon="bundle">
          {narrowed
            ? 'Nenhum bloco atende a estes filtros.'
            : 'Blocos que a unidade gera, ou recebe de outras, aparecem aqui.'}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          header: 'Bloco',
          rowHeader: true,
          width: 'narrow',
          cell: ({ number }) => <Link href={href(`/blocos/${number}`)}>{number}</Link>,
        },
        {
          key: 'description',
          header: 'Descrição',
          width: 'wide',
          cell: (bundle) => (
            <>
              {bundle.description}
              <div class="signs">
                <SignalTags signals={bundle.signals} />
              </div>
            </>
          ),
        },
        { key: 'state', header: 'Estado', cell: (bundle) => <StateTag bundle={bundle} /> },
        ...(filter.kind === 'internal'
          ? []
          : [
              { key: 'unit', header: 'Geradora', cell: (bundle: Bundle) => bundle.unitAcronym },
              { key: 'to', header: 'Destinos', cell: (bundle: Bundle) => <Destinations bundle={bundle} /> },
            ]),
        ...(filter.kind === 'signature'
          ? [{ key: 'deadline', header: 'Prazo', cell: (bundle: Bundle) => <SignBy bundle={bundle} today={today} /> }]
          : []),
        { key: 'group', header: 'Grupo', cell: ({ groupName }) => groupName ?? '—' },
        { key: 'person', header: 'Atribuição', cell: ({ assignedToName }) => assignedToName ?? '—' },
        { key: 'items', header: 'Itens', numeric: true, cell: ({ itemCount }) => itemCount },
      ]}
    />
  )
}
