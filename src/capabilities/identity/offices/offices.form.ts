import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import { type Reason, reasons, type Style, styles } from './office.ts'

interface Read<Request> {
  readonly request: Request | undefined
  readonly problems: readonly FieldProblem[]
}

export interface TypedOffice {
  readonly title: string
  /** As typed; resolved against the register. '' where the office is there already: it stays in its unit. */
  readonly unitLabel: string
}

export function readOffice(fields: FormFields, { isNew }: { readonly isNew: boolean }): Read<TypedOffice> {
  const form = readForm(fields)
  const title = form.line('cargo', { label: 'o nome do cargo', required: true, least: 2, most: 100 })
  const unitLabel = isNew ? form.line('unidade', { label: 'a unidade', required: true, most: 80 }) : ''
  return { request: form.problems.length === 0 ? { title, unitLabel } : undefined, problems: form.problems }
}

export interface TypedTenure {
  readonly login: string
  readonly act: string
  readonly from: LocalDate
  readonly until: LocalDate | undefined
}

export function readTenure(fields: FormFields): Read<TypedTenure> {
  const form = readForm(fields)
  const login = form.line('titular', { label: 'o usuário do titular', required: true, most: 100 }).toLowerCase()
  const act = form.line('ato', { label: 'o ato', required: true, least: 3, most: 200 })
  const from = form.day('desde', { label: 'o primeiro dia', required: true })
  const until = form.day('ate', { label: 'o último dia' })
  return {
    request: form.problems.length === 0 && from ? { login, act, from, until } : undefined,
    problems: form.problems,
  }
}

export interface TypedSubstitution {
  readonly login: string
  readonly reason: Reason
  readonly act: string
  readonly style: Style
  readonly from: LocalDate
  readonly until: LocalDate
  /** Chosen where the office is vacant. */
  readonly profileId: string | undefined
}

export function readSubstitution(fields: FormFields): Read<TypedSubstitution> {
  const form = readForm(fields)
  const login = form.line('substituto', { label: 'o usuário do substituto', required: true, most: 100 }).toLowerCase()
  const reason = form.choice('motivo', 'o motivo', reasons)
  const act = form.line('ato', { label: 'o ato', required: true, least: 3, most: 200 })
  const style = form.choice('forma', 'como o substituto assina', styles)
  const from = form.day('desde', { label: 'o primeiro dia', required: true })
  const until = form.day('ate', { label: 'o último dia', required: true })
  const profileId = reason === 'vacancy' ? form.id('perfil', { label: 'o perfil' }) : undefined
  if (form.problems.length > 0 || !reason || !style || !from || !until) {
    return { request: undefined, problems: form.problems }
  }
  return { request: { login, reason, act, style, from, until, profileId }, problems: [] }
}
