import type { LocalDate } from '../../../platform/calendar/index.ts'
import {
  Day,
  EmptyState,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Shell,
  Stack,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { urgencyOf } from '../demand.text.ts'
import { nameOf } from '../demands.page.tsx'
import type { DueDay } from './due-days.ts'

interface CalendarPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  /** `2026-11`, the one before and the one after. */
  readonly month: string
  readonly before: string
  readonly after: string
  readonly days: readonly DueDay[]
}

const months = 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ')
const weekdays = ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado']

/** `2026-11` → `novembro de 2026` */
export const monthName = (month: string) => `${months[Number(month.slice(5)) - 1] ?? ''} de ${month.slice(0, 4)}`

/** What of a month is due, day by day: demands that the unit follows, and answers that it owes to other units. */
export function CalendarPage({ page, href, month, before, after, days }: CalendarPageProps) {
  const weekday = (day: LocalDate) => weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()]
  return (
    <Shell
      page={page}
      title={`Demandas externas: ${monthName(month)}`}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Demandas externas', href: href('/demandas') },
        { label: 'Calendário' },
      ]}
      lead={<p>O que vence em cada dia: as demandas desta unidade e o que outras pediram a ela.</p>}
      headingActions={
        <LinkButton href={href('/demandas/calendario.ics')} icon="download" download>
          Baixar para a agenda do computador (iCalendar)
        </LinkButton>
      }
    >
      <Stack>
        <nav aria-label="Meses" class="not-printed">
          <LinkButton kind="quiet" href={href(`/demandas/calendario?mes=${before}`)}>
            {`← ${monthName(before)}`}
          </LinkButton>{' '}
          <LinkButton kind="quiet" href={href(`/demandas/calendario?mes=${after}`)}>
            {`${monthName(after)} →`}
          </LinkButton>
        </nav>
        <Table
          id="dias"
          caption={`${formatCount(days.length, 'prazo', 'prazos', 'Nenhum prazo')} em ${monthName(month)}`}
          rows={days}
          rowKey={({ demand, askedBy }) => `${demand.id}-${askedBy ?? ''}`}
          rowTone={({ on }) => {
            const { tone } = urgencyOf({ dueOn: on, doneOn: null }, page.now)
            return tone === 'danger' || tone === 'warning' ? tone : undefined
          }}
          empty={<EmptyState title="Nada vence neste mês" icon="calendar" />}
          columns={[
            {
              key: 'dia',
              header: 'Dia',
              rowHeader: true,
              width: 'narrow',
              cell: ({ on }) => (
                <>
                  <Day value={on} />
                  <div class="secondary">{weekday(on)}</div>
                </>
              ),
            },
            {
              key: 'demanda',
              header: 'O que vence',
              width: 'wide',
              cell: ({ demand }) => (
                <>
                  {demand.isTold ? <Link href={href(`/demandas/${demand.id}`)}>{nameOf(demand)}</Link> : demand.body}
                  <div class="secondary">{demand.subject}</div>
                </>
              ),
            },
            {
              key: 'de-quem',
              header: 'Prazo',
              cell: ({ askedBy }) => (askedBy ? `Interno, pedido por ${askedBy}` : 'Da demanda'),
            },
            {
              key: 'falta',
              header: 'Falta',
              cell: ({ on }) => {
                const { words, tone } = urgencyOf({ dueOn: on, doneOn: null }, page.now)
                return <Tag tone={tone}>{words}</Tag>
              },
            },
          ]}
        />
      </Stack>
    </Shell>
  )
}
