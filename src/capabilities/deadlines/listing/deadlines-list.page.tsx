import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import {
  ActionBar,
  Button,
  type CalendarDay,
  Checkbox,
  formatCount,
  formatLongDate,
  Link,
  LinkButton,
  MonthCalendar,
  type PageContext,
  Pagination,
  SearchField,
  SearchForm,
  Select,
  Shell,
} from '../../../ui/index.ts'
import { type DeadlinesFilter, listPageSize, mostListed } from './deadlines-filter.ts'
import { DeadlinesTable } from './deadlines-table.page.tsx'
import type { DeadlinesList } from './list-deadlines.ts'
import { deadlinesQuery } from './listing.form.ts'

export interface DeadlinesListProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly filter: DeadlinesFilter
  readonly list: DeadlinesList
  readonly today: LocalDate
  readonly unit: string
  readonly mayWrite: boolean
  readonly result: ActResult | undefined
}

/** The unit's deadlines: a list by year and state, and a month of them (PRO-155, PRO-156). */
export function DeadlinesListPage(props: DeadlinesListProps) {
  const { page, href, filter, list, today } = props
  const at = (change: Partial<DeadlinesFilter>) =>
    href(`/prazos${deadlinesQuery({ ...filter, page: 1, ...change }, today)}`)
  const todays = list.days.find(({ day }) => day === today)
  return (
    <Shell
      page={page}
      title="Controle de prazos"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Prazos' }]}
      headingActions={
        props.mayWrite ? (
          <LinkButton href={href('/prazos/novo?volta=prazos')} kind="primary" icon="plus" shortcut="primeiro-botao">
            Novo prazo
          </LinkButton>
        ) : undefined
      }
      lead={
        <p>
          Prazos que a unidade {props.unit} controla; as outras unidades não os veem.{' '}
          <Link href={at({ day: today, state: 'all', place: 'all', year: undefined, text: '' })}>
            {todays ? `Prazos de hoje (${todays.total})` : 'Prazos de hoje'}
          </Link>{' '}
          · <Link href={href('/retornos')}>Retornos programados</Link> ·{' '}
          <Link href={href('/prazos/lembretes')}>Lembretes por e-mail</Link>
        </p>
      }
    >
      <ActResultMessage result={props.result} />
      {list.recounted.size > 0 && filter.state !== 'recounted' ? (
        <p>
          <Link href={at({ state: 'recounted', place: 'all', day: undefined, year: undefined })}>
            {formatCount(list.recounted.size, 'prazo cairia em outro dia', 'prazos cairiam em outro dia')} com os
            feriados de hoje
          </Link>
          .
        </p>
      ) : null}
      <div class="list-with-calendar">
        <div class="list-with-calendar__list">
          <Filters {...props} />
          {filter.day ? (
            <p>
              Prazos para {formatLongDate(filter.day)}.{' '}
              <Link href={at({ day: undefined, state: 'open', place: 'here' })}>Ver todos</Link>
            </p>
          ) : null}
          {list.gone > 0 ? (
            <p>
              <Link href={at({ place: 'gone' })}>
                {formatCount(list.gone, 'prazo de processo que já saiu', 'prazos de processos que já saíram')} desta
                unidade
              </Link>{' '}
              não {list.gone === 1 ? 'está' : 'estão'} nesta lista.
            </p>
          ) : null}
          <form method="get" id="selecao" action={href('/prazos/lote')} />
          {props.mayWrite && list.deadlines.length > 0 ? (
            <ActionBar
              label="Ações nos prazos selecionados"
              shortcut="barra-de-acoes"
              groups={[[{ label: 'Concluir, mudar ou excluir', icon: 'list', form: 'selecao' }]]}
            />
          ) : null}
          <DeadlinesTable {...props} />
          {list.total > listPageSize ? (
            <Pagination
              label="Prazos"
              page={filter.page}
              pageCount={Math.ceil(Math.min(list.total, mostListed) / listPageSize)}
              href={(number) => at({ page: number })}
              total={formatCount(list.total, 'prazo', 'prazos')}
            />
          ) : null}
        </div>
        <MonthCalendar
          id="calendario"
          label="Prazos"
          month={filter.month}
          today={today}
          monthHref={(month) => at({ month })}
          days={list.days.map((day) =>
            dayOf(day, at({ day: day.day, state: 'all', place: 'all', year: undefined, month: filter.month })),
          )}
        />
      </div>
    </Shell>
  )
}

function dayOf({ day, total, late }: DeadlinesList['days'][number], href: string): CalendarDay {
  const words = `${formatCount(total, 'prazo', 'prazos')}${late > 0 ? `, ${formatCount(late, 'atrasado', 'atrasados')}` : ''}`
  return { day, count: total, tone: late > 0 ? 'danger' : 'warning', words, href }
}

function Filters({ href, filter, list, today }: DeadlinesListProps) {
  const years = [...new Set([Number(today.slice(0, 4)), ...list.years])].sort((one, other) => other - one)
  return (
    <SearchForm action={href('/prazos')} label="Filtrar prazos">
      <SearchField name="filtro" label="Texto do prazo ou número do processo" value={filter.text} width="long" />
      <Select
        name="situacao"
        label="Situação"
        value={stateValue[filter.state]}
        options={[
          { value: 'abertos', label: 'Em aberto' },
          { value: 'atrasados', label: 'Atrasados' },
          { value: 'concluidos', label: 'Concluídos' },
          { value: 'todos', label: 'Todos' },
          { value: 'feriados-mudaram', label: 'Feriados mudaram' },
        ]}
      />
      <Select
        name="onde"
        label="Processos"
        value={placeValue[filter.place]}
        options={[
          { value: 'nesta-unidade', label: 'Abertos nesta unidade' },
          { value: 'ja-sairam', label: 'Que já saíram dela' },
          { value: 'todos', label: 'Todos' },
        ]}
      />
      <Select
        name="ano"
        label="Ano"
        emptyLabel="Todos"
        value={filter.year ? String(filter.year) : ''}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Checkbox name="meus" label="Só os que eu defini" checked={filter.mine} />
      <Button icon="filter">Filtrar</Button>
    </SearchForm>
  )
}

const placeValue: Readonly<Record<DeadlinesFilter['place'], string>> = {
  here: 'nesta-unidade',
  gone: 'ja-sairam',
  all: 'todos',
}

const stateValue: Readonly<Record<DeadlinesFilter['state'], string>> = {
  open: 'abertos',
  late: 'atrasados',
  concluded: 'concluidos',
  all: 'todos',
  recounted: 'feriados-mudaram',
}
