import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { ActivityRow } from './activities.queries.ts'
import { refusalsOfTerms } from './activity.rules.ts'
import { explainTerms } from './activity.text.ts'
import type { ActivityTerms } from './activity.ts'

export function readActivity(
  fields: FormFields,
  today: LocalDate,
): { readonly terms: ActivityTerms | undefined; readonly problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const name = form.line('nome', { label: 'o nome', required: true, least: 3, most: 200 })
  const who = form.line('quem', { label: 'quem faz', most: 120 })
  const plannedFrom = form.day('previsto_de', { label: 'o início previsto', required: true })
  const isMilestone = form.flag('marco')
  const typedEnd = form.day('previsto_ate', { label: 'o fim previsto', required: !isMilestone })
  const plannedUntil = typedEnd ?? (isMilestone ? plannedFrom : undefined)
  const begunOn = form.day('comecou_em', { label: 'quando começou' })
  const endedOn = form.day('terminou_em', { label: 'quando terminou' })
  const typedPercent = form.whole('percentual', { label: 'o percentual', least: 0, most: 100 }) ?? 0
  const caseNumber = fieldText(fields, 'processo').replace(/\D/g, '') || undefined
  if (fieldText(fields, 'processo').trim() !== '' && (caseNumber?.length ?? 0) < 5)
    form.note('processo', 'Confira o número do processo.')
  const afterIds = fieldList(fields, 'depende').filter((id) => /^[1-9]\d{0,17}$/.test(id))
  if (form.problems.length > 0 || !plannedFrom || !plannedUntil) return { terms: undefined, problems: form.problems }
  const terms: ActivityTerms = {
    ...{ name, who, plannedFrom, plannedUntil, begunOn, endedOn, isMilestone, caseNumber },
    // What has ended is done.
    percent: endedOn ? 100 : typedPercent,
    isCancelled: form.flag('cancelada'),
    afterIds: [...new Set(afterIds)].slice(0, 50),
  }
  const problems = refusalsOfTerms(terms, today).map(explainTerms)
  return { terms: problems.length > 0 ? undefined : terms, problems }
}

/** The form of an activity as it stands. */
export function fieldsOfActivity(row: ActivityRow): FormFields {
  return {
    nome: row.name,
    quem: row.who,
    previsto_de: row.plannedFrom,
    previsto_ate: row.plannedUntil,
    marco: row.isMilestone ? 'sim' : '',
    comecou_em: row.begunOn ?? '',
    terminou_em: row.endedOn ?? '',
    percentual: String(row.percent),
    cancelada: row.isCancelled ? 'sim' : '',
    depende: row.afterIds,
    processo: row.caseNumber ?? '',
  }
}
