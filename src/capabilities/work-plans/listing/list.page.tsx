import {
  Button,
  Checkbox,
  caseFileColumns,
  EmptyState,
  formatCount,
  Link,
  type PageContext,
  Pagination,
  SearchForm,
  Select,
  Shell,
  Table,
} from '../../../ui/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import { LateTag } from '../following/plan-page.page.tsx'
import { itemStates } from '../item-state.rules.ts'
import { notBegun, stateWords } from '../item-state.text.ts'
import type { ListAsked } from './list.queries.ts'
import type { CasesOnPlans } from './list-cases.ts'

interface CasesOnPlansPageProps extends CasesOnPlans {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly unit: string
  readonly asked: ListAsked
  /** The filters as the address holds them. */
  readonly query: Readonly<Record<string, string>>
}

/** The unit's case files by plan, step and state of items. */
export function CasesOnPlansPage(props: CasesOnPlansPageProps) {
  const { page, href, unit, rows, asked, query } = props
  const here = href('/planos-de-trabalho')
  const total = rows[0]?.total ?? 0
  return (
    <Shell
      page={page}
      title="Planos de trabalho"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Planos de trabalho' }]}
      lead={<p>Os processos que estão na mesa de {unit} com um plano de trabalho, e o que falta em cada um.</p>}
    >
      <PlansOnDesk {...props} />
      <Filters {...props} />
      <Cases {...props} />
      <Pagination
        label="Processos com plano de trabalho"
        page={asked.page}
        pageCount={Math.max(1, Math.ceil(total / rowsPerPage))}
        href={(number) => `${here}?${new URLSearchParams({ ...query, pagina: String(number) })}`}
      />
    </Shell>
  )
}

function PlansOnDesk({ href, plans }: CasesOnPlansPageProps) {
  if (plans.length === 0) return null
  return (
    <Table
      id="planos"
      caption="Planos dos processos na mesa"
      rows={plans}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'plano',
          header: 'Plano',
          rowHeader: true,
          width: 'wide',
          cell: ({ id, name }) => <Link href={href(`/planos-de-trabalho?plano=${id}`)}>{name}</Link>,
        },
        { key: 'processos', header: 'Processos', numeric: true, cell: ({ caseFiles }) => formatCount(caseFiles) },
        {
          key: 'atrasados',
          header: 'Com atraso',
          numeric: true,
          cell: ({ id, late }) =>
            late > 0 ? (
              <Link href={href(`/planos-de-trabalho?plano=${id}&atrasados=sim`)}>{formatCount(late)}</Link>
            ) : (
              '0'
            ),
        },
      ]}
    />
  )
}

function Filters({ href, plans, steps, asked, query }: CasesOnPlansPageProps) {
  const here = href('/planos-de-trabalho')
  const states = itemStates.map((state) => ({ value: stateWords[state].value, label: stateWords[state].word }))
  return (
    <SearchForm action={here} label="Filtrar os processos">
      <Select
        name="plano"
        label="Plano"
        emptyLabel="Todos"
        value={query.plano}
        options={plans.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {steps.length > 0 ? (
        <Select
          name="etapa"
          label="Etapa"
          emptyLabel="Todas"
          value={query.etapa}
          options={steps.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Select
        name="situacao"
        label="Com item na situação"
        emptyLabel="Qualquer uma"
        value={query.situacao}
        options={[{ value: notBegun.value, label: notBegun.word }, ...states]}
      />
      <Checkbox name="atrasados" label="Só com item atrasado" checked={asked.late} />
      <Button icon="filter">Filtrar</Button>
      {Object.keys(query).length > 0 ? <Link href={here}>Limpar filtros</Link> : null}
    </SearchForm>
  )
}

function Cases({ href, rows, query }: CasesOnPlansPageProps) {
  const total = rows[0]?.total ?? 0
  return (
    <Table
      id="processos"
      caption={`${formatCount(total, 'processo', 'processos', 'Nenhum processo')}, os mais atrasados primeiro`}
      rows={rows}
      rowKey={({ digits }) => digits}
      rowTone={({ late }) => (late > 0 ? 'danger' : undefined)}
      empty={
        Object.keys(query).length > 0 ? (
          <EmptyState title="Nenhum processo com estes filtros" icon="layers" />
        ) : (
          <EmptyState title="Nenhum processo da mesa tem plano de trabalho" icon="layers">
            Marque processos na mesa e escolha “Plano de trabalho”.
          </EmptyState>
        )
      }
      columns={[
        ...caseFileColumns(href),
        {
          key: 'plano',
          header: 'Plano e etapa',
          cell: ({ digits, number, planName, stepName }) => (
            <>
              <Link href={href(`/processos/${digits}/plano-de-trabalho`)}>
                {planName}
                <span class="visually-hidden"> do processo {number}</span>
              </Link>
              {stepName ? <div class="secondary">{stepName}</div> : null}
            </>
          ),
        },
        {
          key: 'itens',
          header: 'Resolvidos',
          cell: ({ settled, all, late }) => (
            <>
              {settled} de {all} <LateTag late={late} />
            </>
          ),
        },
      ]}
    />
  )
}
