import { type FormFields, fieldText } from '../../../platform/form-fields.ts'
import type { AskRefusal } from './review-requests.rules.ts'

export interface AskTyped {
  /** `unit-account`, as the list offers them. */
  readonly reviewer: string
  readonly message: string
  readonly dueOn: string
}

export interface AskRequest {
  readonly reviewer: { readonly accountId: string; readonly unitId: string }
  readonly message: string
  readonly dueOn: string | undefined
}

/** What was typed, and what it asks for where it says so. */
export function readAsk(form: FormFields): {
  readonly typed: AskTyped
  readonly request: AskRequest | undefined
  readonly problems: readonly AskRefusal[]
} {
  const typed = {
    reviewer: fieldText(form, 'revisor'),
    message: fieldText(form, 'mensagem').trim(),
    dueOn: fieldText(form, 'prazo').trim(),
  }
  const [, unitId, accountId] = /^(\d{1,18})-(\d{1,18})$/.exec(typed.reviewer) ?? []
  const badDay = typed.dueOn !== '' && !isDay(typed.dueOn)
  const problems: AskRefusal[] = [
    ...(unitId && accountId ? [] : [{ kind: 'nobody' } as const]),
    ...(badDay ? [{ kind: 'bad-day' } as const] : []),
  ]
  const request =
    unitId && accountId && !badDay
      ? { reviewer: { unitId, accountId }, message: typed.message, dueOn: typed.dueOn || undefined }
      : undefined
  return { typed, request, problems }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
