import type { LocalDate } from '../../../platform/calendar/index.ts'
import { csvOf } from '../../../platform/csv/index.ts'
import { formatDate } from '../../../ui/index.ts'
import type { ProjectState } from '../keeping/project.ts'
import type { ActivityRow } from './activities.queries.ts'
import { standingOf } from './activity.rules.ts'
import { tellStanding } from './activity.text.ts'

const header = [
  ...['Projeto', 'Nº', 'Atividade', 'Quem faz', 'Início previsto', 'Fim previsto', 'Começou em', 'Terminou em'],
  ...['Percentual feito', 'Situação', 'Marco', 'Depende de', 'Processo'],
]

/** The table of a project, for spreadsheets. */
export function projectCsv(
  project: { readonly name: string; readonly state: ProjectState },
  activities: readonly ActivityRow[],
  today: LocalDate,
): string {
  const numbers = new Map(activities.map(({ id }, place) => [id, String(place + 1)]))
  const day = (value: LocalDate | null) => (value ? formatDate(value) : '')
  return csvOf(
    header,
    activities.map((one) => [
      ...[project.name, numbers.get(one.id) ?? '', one.name, one.who, day(one.plannedFrom), day(one.plannedUntil)],
      ...[day(one.begunOn), day(one.endedOn), String(one.percent)],
      ...[tellStanding(standingOf(one, project.state, today)).word, one.isMilestone ? 'sim' : 'não'],
      ...[one.afterIds.map((id) => numbers.get(id) ?? '').join(', '), one.caseNumber ?? ''],
    ]),
  )
}
