import { EmptyState, formatLongDate, LinkButton, type PageContext, Shell, Table } from '../../../ui/index.ts'
import type { Calendar } from '../authorities/calendar.ts'
import { agendaCrumbs } from '../crumbs.ts'
import { tellParticipant } from '../participants/participant.ts'
import { kindWords, stateWords } from './commitment.text.ts'
import type { CommitmentRow } from './commitments.queries.ts'
import { tellSpan } from './wall-clock.ts'

interface SheetPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly calendar: Calendar
  readonly day: string
  readonly rows: readonly CommitmentRow[]
}

/** The day of an authority on one sheet, to be printed and carried in a folder. */
export function SheetPage({ page, href, calendar, day, rows }: SheetPageProps) {
  return (
    <Shell
      page={page}
      title={`Folha do dia: ${calendar.title}`}
      breadcrumb={agendaCrumbs(href, { label: 'Folha do dia' })}
      lead={
        <p>
          {formatLongDate(day)}
          {calendar.attendant ? ` – ${calendar.attendant}, ${calendar.capacity}` : ''}
        </p>
      }
      headingActions={
        <LinkButton href={href(`/agenda?autoridade=${calendar.officeId}&dia=${day}`)}>Ver a semana</LinkButton>
      }
    >
      <Table
        id="folha"
        caption="Compromissos do dia"
        captionHidden
        rows={rows.filter(({ state }) => state !== 'cancelled')}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nada marcado neste dia" icon="calendar" />}
        columns={[
          {
            key: 'hora',
            header: 'Hora',
            rowHeader: true,
            width: 'narrow',
            cell: ({ from, to }) => tellSpan(from, to),
          },
          {
            key: 'assunto',
            header: 'Assunto',
            width: 'wide',
            cell: ({ subject, kind, officeId, title, isTold }) => (
              <>
                {subject}
                <div class="secondary">
                  {isTold ? kindWords[kind] : ''}
                  {officeId === calendar.officeId ? '' : `, no lugar de ${title}`}
                </div>
              </>
            ),
          },
          { key: 'local', header: 'Local', cell: ({ place }) => place },
          {
            key: 'quem',
            header: 'Participantes',
            cell: ({ participants }) =>
              participants.length === 0
                ? '–'
                : participants.map((participant) => <div key={participant.name}>{tellParticipant(participant)}</div>),
          },
          { key: 'situacao', header: 'Situação', cell: ({ state }) => stateWords[state].word },
          { key: 'notas', header: 'Anotações', cell: () => <>&nbsp;</> },
        ]}
      />
    </Shell>
  )
}
