import { addDays, type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import {
  Button,
  Card,
  DateField,
  EmptyState,
  formatCount,
  formatDate,
  formatLongDate,
  Grid,
  Link,
  LinkButton,
  Message,
  type PageContext,
  SearchForm,
  Select,
  Shell,
  StatusTag,
  Tag,
  Toolbar,
} from '../../../ui/index.ts'
import type { Absence, Calendar } from '../authorities/calendar.ts'
import { agendaCrumbs } from '../crumbs.ts'
import { kindWords, stateWords } from './commitment.text.ts'
import type { CommitmentRow } from './commitments.queries.ts'
import { tellSpan } from './wall-clock.ts'

interface WeekPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly calendars: readonly Calendar[]
  readonly calendar: Calendar
  readonly monday: LocalDate
  readonly today: LocalDate
  readonly rows: readonly CommitmentRow[]
  readonly absences: readonly Absence[]
  readonly waiting: number
  readonly mayChange: boolean
}

const dayNames = ['Segunda-feira', 'Terça-feira', 'Quarta-feira', 'Quinta-feira', 'Sexta-feira', 'Sábado', 'Domingo']

/** A week of an authority: a card a day, the days without work only where something is in them. */
export function WeekPage(props: WeekPageProps) {
  const { page, href, calendar, monday, today, rows, waiting, mayChange } = props
  const week = (day: LocalDate) => href(`/agenda?autoridade=${calendar.officeId}&dia=${day}`)
  const days = dayNames
    .map((name, place) => ({ name, day: addDays(monday, place) }))
    .map((one) => ({ ...one, rows: rows.filter(({ from }) => todayIn(from) === one.day) }))
    .filter((one, place) => place < 5 || one.rows.length > 0)
  return (
    <Shell
      page={page}
      title={`Agenda: ${calendar.title}`}
      breadcrumb={agendaCrumbs(href).slice(0, 1).concat({ label: 'Agenda' })}
      lead={<p>Semana de {formatLongDate(monday)}</p>}
      headingActions={
        <>
          {mayChange ? (
            <LinkButton href={href(`/agenda/novo?autoridade=${calendar.officeId}`)} kind="primary" icon="plus">
              Marcar compromisso
            </LinkButton>
          ) : null}
          <LinkButton href={href('/agenda/pedidos')} icon="receive">
            Pedidos{waiting > 0 ? ` (${waiting})` : ''}
          </LinkButton>
          <LinkButton href={href('/agenda/autoridades')} icon="settings">
            Autoridades
          </LinkButton>
        </>
      }
    >
      <SearchForm action={href('/agenda')} label="Escolher a agenda e a semana">
        <Select
          name="autoridade"
          label="Agenda de"
          value={calendar.officeId}
          options={props.calendars.map(({ officeId, title }) => ({ value: officeId, label: title }))}
        />
        <DateField name="dia" label="Dia" value={monday} />
        <Button icon="filter">Mostrar</Button>
      </SearchForm>
      <Toolbar label="Outras semanas">
        <LinkButton href={week(addDays(monday, -7))} icon="arrowLeft">
          Semana anterior
        </LinkButton>
        <LinkButton href={week(today)}>Esta semana</LinkButton>
        <LinkButton href={week(addDays(monday, 7))} icon="arrowRight">
          Semana seguinte
        </LinkButton>
      </Toolbar>
      <Absences {...props} />
      <p id="total">
        {formatCount(rows.length, 'compromisso', 'compromissos', 'Nenhum compromisso')} na semana.{' '}
        {calendar.isPublic ? (
          <Link href={`/agenda-publica?autoridade=${calendar.officeId}`}>Ver a agenda pública</Link>
        ) : null}
      </p>
      <Grid min="medium">
        {days.map((one) => (
          <Card
            key={one.day}
            id={`dia-${one.day}`}
            title={`${one.name}, ${formatDate(one.day)}`}
            actions={
              <Link href={href(`/agenda/folha?autoridade=${calendar.officeId}&dia=${one.day}`)}>Folha do dia</Link>
            }
          >
            {one.rows.length === 0 ? (
              <p class="secondary">Nada marcado.</p>
            ) : (
              <ul class="places">
                {one.rows.map((row) => (
                  <Line key={row.id} row={row} {...props} />
                ))}
              </ul>
            )}
          </Card>
        ))}
      </Grid>
    </Shell>
  )
}

function Line({ row, href, calendar }: WeekPageProps & { readonly row: CommitmentRow }) {
  const { word, tone, icon } = stateWords[row.state]
  return (
    <li>
      <strong>{tellSpan(row.from, row.to)}</strong>{' '}
      {row.isTold ? <Link href={href(`/agenda/compromissos/${row.id}`)}>{row.subject}</Link> : row.subject}{' '}
      <StatusTag tone={tone} icon={icon}>
        {word}
      </StatusTag>{' '}
      {row.reservedBasis ? <Tag tone="warning">Reservado</Tag> : null}
      <div class="secondary">
        {row.isTold ? `${kindWords[row.kind]} – ${row.place}` : 'Só quem mantém a agenda lê este compromisso.'}
      </div>
      {row.officeId === calendar.officeId ? null : <div class="secondary">No lugar de: {row.title}</div>}
      {row.officeId === calendar.officeId && row.attendant && row.capacity !== row.title ? (
        <div class="secondary">
          Atende {row.attendant} ({row.capacity})
        </div>
      ) : null}
    </li>
  )
}

function Absences({ absences, calendar }: WeekPageProps) {
  return absences.length === 0 ? null : (
    <Message kind="info" title="Substituições na semana">
      <ul>
        {absences.map((one) => (
          <li key={`${one.officeId}${one.from}`}>{tellAbsence(one, calendar.officeId)}</li>
        ))}
      </ul>
    </Message>
  )
}

/** Both sides say so (AG-06): who is away, and who answers instead. */
export function tellAbsence(
  { officeId, title, holder, substitute, capacity, from, until }: Absence,
  of: string,
): string {
  const days = `de ${formatDate(from)} a ${formatDate(until)}`
  if (officeId === of)
    return `${holder ? `${holder}: ausente` : 'Cargo vago'} ${days}. Responde ${substitute} (${capacity}).`
  return `${substitute} responde por ${title} ${days}; os compromissos desse cargo estão também aqui.`
}

/** No agenda was opened in this unit. */
export function NoAgendaPage({ page, href, mayChange }: Pick<WeekPageProps, 'page' | 'href' | 'mayChange'>) {
  return (
    <Shell page={page} title="Agenda" breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Agenda' }]}>
      <EmptyState
        title="A unidade ainda não mantém nenhuma agenda"
        icon="calendar"
        action={
          mayChange ? (
            <LinkButton href={href('/agenda/autoridades')} kind="primary" icon="plus">
              Abrir a agenda de um cargo
            </LinkButton>
          ) : undefined
        }
      >
        A agenda é de um cargo da unidade, como o de Secretário.
      </EmptyState>
    </Shell>
  )
}
