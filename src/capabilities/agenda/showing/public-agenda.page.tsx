import { addDays, type LocalDate } from '../../../platform/calendar/index.ts'
import {
  Button,
  Card,
  DateField,
  DateTime,
  Day,
  type Description,
  DescriptionList,
  Details,
  EmptyState,
  formatCount,
  formatDate,
  LinkButton,
  Message,
  type PageContext,
  Pagination,
  PublicShell,
  SearchForm,
  Select,
  StatusTag,
  Tag,
  Toolbar,
} from '../../../ui/index.ts'
import type { Absence } from '../authorities/calendar.ts'
import { kindWords, stateWords } from '../commitments/commitment.text.ts'
import { tellSpan } from '../commitments/wall-clock.ts'
import { tellAbsence } from '../commitments/week.page.tsx'
import { tellParticipant } from '../participants/participant.ts'
import { publicPageSize } from './find-public.ts'
import type { PublicCalendar } from './public.queries.ts'
import type { PublicEntry } from './public-entry.ts'
import { tellChange } from './trail.text.ts'

interface PublicAgendaPageProps {
  readonly page: PageContext
  readonly calendars: readonly PublicCalendar[]
  /** Undefined: no agenda is public. */
  readonly calendar: PublicCalendar | undefined
  readonly from: LocalDate
  readonly until: LocalDate
  readonly entries: readonly PublicEntry[]
  readonly total: number
  /** Of the page, from 1. */
  readonly number: number
  readonly absences: readonly Absence[]
}

/** The agenda of an authority, for everybody (Lei 12.813/2013, art. 11; Decreto 10.889/2021). */
export function PublicAgendaPage(props: PublicAgendaPageProps) {
  const { page, calendars, calendar, from, until, entries, total, absences } = props
  if (!calendar) {
    return (
      <PublicShell page={page} title="Agenda de autoridades">
        <EmptyState title="Nenhuma agenda é pública ainda" icon="calendar" />
      </PublicShell>
    )
  }
  const query = (days: { de: string; ate: string }) =>
    `?${new URLSearchParams({ autoridade: calendar.officeId, ...days })}`
  const asked = query({ de: from, ate: until })
  return (
    <PublicShell
      page={page}
      title={`Agenda: ${calendar.title}`}
      lead={`${calendar.agency}, de ${formatDate(from)} a ${formatDate(until)}. Não é preciso se identificar.`}
    >
      <SearchForm action="/agenda-publica" label="Escolher a agenda e os dias">
        <Select
          name="autoridade"
          label="Autoridade"
          value={calendar.officeId}
          options={calendars.map(({ officeId, title, agency, unit }) => ({
            value: officeId,
            label: `${title} – ${agency}/${unit}`,
          }))}
        />
        <DateField name="de" label="De" value={from} />
        <DateField name="ate" label="Até" value={until} />
        <Button icon="filter">Mostrar</Button>
      </SearchForm>
      <Toolbar label="Outras semanas e dados abertos">
        <LinkButton
          href={`/agenda-publica${query({ de: addDays(from, -7), ate: addDays(from, -1) })}`}
          icon="arrowLeft"
        >
          Semana anterior
        </LinkButton>
        <LinkButton
          href={`/agenda-publica${query({ de: addDays(until, 1), ate: addDays(until, 7) })}`}
          icon="arrowRight"
        >
          Semana seguinte
        </LinkButton>
        <LinkButton href={`/agenda-publica/dados.csv${asked}`} icon="sheet">
          CSV
        </LinkButton>
        <LinkButton href={`/agenda-publica/dados.json${asked}`} icon="download">
          JSON
        </LinkButton>
        <LinkButton href={`/agenda-publica/calendario.ics?autoridade=${calendar.officeId}`} icon="calendar">
          iCalendar
        </LinkButton>
      </Toolbar>
      {absences.length > 0 ? (
        <Message kind="info" title="Substituições no período">
          <ul>
            {absences.map((one) => (
              <li key={`${one.officeId}${one.from}`}>{tellAbsence(one, calendar.officeId)}</li>
            ))}
          </ul>
        </Message>
      ) : null}
      <p id="total">{formatCount(total, 'compromisso publicado', 'compromissos publicados')}.</p>
      {entries.length === 0 ? (
        <EmptyState title="Nenhum compromisso publicado nestes dias" icon="calendar" />
      ) : (
        entries.map((entry) => <Entry key={entry.uid} entry={entry} />)
      )}
      {total > publicPageSize ? (
        <Pagination
          label="Compromissos"
          page={props.number}
          pageCount={Math.ceil(total / publicPageSize)}
          href={(number) => `/agenda-publica${asked}&pagina=${number}`}
          total={formatCount(total, 'compromisso', 'compromissos')}
        />
      ) : null}
    </PublicShell>
  )
}

function Entry({ entry }: { readonly entry: PublicEntry }) {
  const { word, tone, icon } = stateWords[entry.state]
  return (
    <Card
      id={`c-${entry.uid}`}
      title={`${formatDate(entry.from)}, ${tellSpan(entry.from, entry.to)} – ${entry.subject}`}
    >
      <p>
        <StatusTag tone={tone} icon={icon}>
          {word}
        </StatusTag>{' '}
        {entry.isHidden ? null : <Tag>{kindWords[entry.kind]}</Tag>}{' '}
        {entry.isLate ? <Tag tone="danger">Publicado com atraso</Tag> : null}{' '}
        {entry.trail.length > 0 ? <Tag tone="warning">Alterado depois de publicado</Tag> : null}
      </p>
      <DescriptionList items={itemsOf(entry)} />
      {entry.trail.length > 0 ? (
        <Details summary="Alterações depois da publicação">
          <ul>
            {entry.trail.map(({ at, changes }) => (
              <li key={at.toISOString()}>
                <DateTime value={at} />: {changes.map(tellChange).join('; ')}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Card>
  )
}

function itemsOf(entry: PublicEntry): Description[] {
  const some = (term: string, description: string) => (description ? [{ term, description }] : [])
  return [
    { term: 'Quem atende', description: entry.attendant ? `${entry.attendant}, ${entry.capacity}` : entry.capacity },
    ...some('Em substituição', entry.isOwn ? '' : `No lugar de ${entry.title}`),
    ...some('Local', entry.place),
    ...(entry.participants.length > 0
      ? [
          {
            term: 'Participantes',
            description: (
              <ul>
                {entry.participants.map((one) => (
                  <li key={tellParticipant(one)}>
                    {tellParticipant(one)}
                    {one.isPrivate ? ' – representa interesse privado' : ''}
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...some('Representante de interesses', entry.representative),
    ...some('Representado', entry.represented),
    ...some('Interesses', entry.interests),
    ...some('Hipótese legal da reserva', entry.basis ?? ''),
    ...(entry.discloseOn ? [{ term: 'Divulgação em', description: <Day value={entry.discloseOn} /> }] : []),
    { term: 'Registrado em', description: <DateTime value={entry.registeredAt} /> },
    { term: 'Publicado em', description: <DateTime value={entry.publishedAt} /> },
  ]
}
