import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { mostDaysBefore, type ReminderChoice } from './keep-setting.ts'

/** The choice as typed. */
export interface ReminderTyped {
  readonly way: string
  readonly days: string
}

/** What was chosen; undefined where something is wrong. */
export function readReminder(fields: FormFields): {
  typed: ReminderTyped
  choice: ReminderChoice | undefined
  problems: FieldProblem[]
} {
  const typed = { way: fieldText(fields, 'lembrar'), days: fieldText(fields, 'dias').trim().slice(0, 10) }
  const wrong = (field: string, message: string) => ({ typed, choice: undefined, problems: [{ field, message }] })
  if (typed.way === 'orgao') return { typed, choice: 'as-agency', problems: [] }
  if (typed.way === 'nao') return { typed, choice: 'never', problems: [] }
  if (typed.way !== 'dias') return wrong('lembrar', 'Escolha uma opção.')
  const days = /^\d{1,2}$/.test(typed.days) ? Number(typed.days) : -1
  if (days < 0 || days > mostDaysBefore) return wrong('dias', `Informe de 0 a ${mostDaysBefore} dias.`)
  return { typed, choice: days, problems: [] }
}

export function typedReminder(choice: ReminderChoice): ReminderTyped {
  if (choice === 'as-agency') return { way: 'orgao', days: '' }
  return choice === 'never' ? { way: 'nao', days: '' } : { way: 'dias', days: String(choice) }
}
