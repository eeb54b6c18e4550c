import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import { EmptyState, Link, type PageContext, Shell, StatusTag, Table } from '../../../ui/index.ts'
import type { OfficeOfUnit } from './calendar.ts'

interface AuthoritiesPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly offices: readonly OfficeOfUnit[]
  readonly mayChange: boolean
  readonly result: ActResult | undefined
}

/** The offices of the unit, with and without an agenda. */
export function AuthoritiesPage({ page, href, offices, mayChange, result }: AuthoritiesPageProps) {
  return (
    <Shell
      page={page}
      title="Autoridades com agenda"
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Agenda', href: href('/agenda') },
        { label: 'Autoridades' },
      ]}
      lead="A agenda é do cargo. Quem atende em cada dia vem do cadastro de cargos: o titular ou quem o substitui."
    >
      <ActResultMessage result={result} />
      <Table
        id="autoridades"
        caption="Cargos da unidade"
        rows={offices}
        rowKey={({ officeId }) => officeId}
        empty={
          <EmptyState title="A unidade não tem cargos cadastrados" icon="calendar">
            Peça à administração que cadastre o cargo e o titular em Administração, Cargos e substituições.
          </EmptyState>
        }
        columns={[
          {
            key: 'cargo',
            header: 'Cargo',
            rowHeader: true,
            width: 'wide',
            cell: ({ officeId, title }) =>
              mayChange ? <Link href={href(`/agenda/autoridades/${officeId}`)}>{title}</Link> : title,
          },
          {
            key: 'quem',
            header: 'Quem atende hoje',
            cell: ({ attendant, capacity }) =>
              attendant ? (
                <>
                  {attendant}
                  <div class="secondary">{capacity}</div>
                </>
              ) : (
                'Cargo vago'
              ),
          },
          {
            key: 'horario',
            header: 'Horário',
            cell: ({ calendar }) => (calendar ? `${calendar.opens} às ${calendar.closes}` : '–'),
          },
          {
            key: 'mantem',
            header: 'Quem mantém',
            cell: ({ officeId, title, calendar }) =>
              calendar ? (
                <Link href={href(`/agenda/autoridades/${officeId}/quem-mantem`)}>
                  Ver <span class="visually-hidden">quem mantém a agenda: {title}</span>
                </Link>
              ) : (
                '–'
              ),
          },
          {
            key: 'situacao',
            header: 'Agenda',
            cell: ({ calendar }) =>
              calendar ? (
                <StatusTag tone={calendar.isPublic ? 'success' : 'neutral'}>
                  {calendar.isPublic ? 'Pública' : 'Interna'}
                </StatusTag>
              ) : (
                <StatusTag>Não aberta</StatusTag>
              ),
          },
        ]}
      />
    </Shell>
  )
}
