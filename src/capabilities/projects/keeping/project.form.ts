import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import { type ProjectTerms, projectStates } from './project.ts'
import type { ProjectRow } from './projects.queries.ts'

export function readProject(fields: FormFields): {
  readonly terms: ProjectTerms | undefined
  readonly problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const name = form.line('nome', { label: 'o nome', required: true, least: 3, most: 200 })
  const aim = form.text('objetivo', { label: 'o objetivo', required: true, least: 3, most: 2000 })
  const responsibleId = form.id('responsavel', { label: 'a pessoa responsável', required: true })
  const state = form.choice('situacao', 'a situação', projectStates)
  const startsOn = form.day('inicio', { label: 'o início', required: true })
  const endsOn = form.day('fim', { label: 'o fim', required: true })
  if (startsOn && endsOn && endsOn < startsOn) form.note('fim', 'O fim vem antes do início. Troque as datas.')
  const units = form.lines('unidades', { label: 'as unidades', most: 80, count: 30 })
  const { problems } = form
  if (problems.length > 0 || !responsibleId || !state || !startsOn || !endsOn) return { terms: undefined, problems }
  return { terms: { name, aim, responsibleId, state, startsOn, endsOn, units }, problems }
}

/** The form of a new project. */
export function fieldsToBegin(userId: string, today: LocalDate): FormFields {
  return { nome: '', objetivo: '', responsavel: userId, situacao: 'planned', inicio: today, fim: '', unidades: '' }
}

/** The form of a project as it stands. */
export function fieldsOfProject(row: ProjectRow): FormFields {
  return {
    nome: row.name,
    objetivo: row.aim,
    responsavel: row.responsibleId,
    situacao: row.state,
    inicio: row.startsOn,
    fim: row.endsOn,
    unidades: row.otherUnits.join('\n'),
  }
}
