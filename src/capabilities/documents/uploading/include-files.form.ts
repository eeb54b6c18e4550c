import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { readDay, readNames } from '../drafting/draft-document.form.ts'
import { type LevelTyped, readLevel } from '../level/level.form.ts'
import type { IncludeRequest } from './include-files.ts'

export interface IncludeTyped extends LevelTyped {
  readonly typeId: string
  readonly datedOn: string
  readonly origin: string
  readonly conferenceKindId: string
  readonly description: string
  readonly treeName: string
  readonly typeNumber: string
  /** Files that came with an earlier sending of the form. */
  readonly waitingIds: readonly string[]
}

const origins: Readonly<Record<string, IncludeRequest['origin']>> = {
  'nato-digital': 'born-digital',
  digitalizado: 'digitized',
}

export function readInclude(
  fields: FormFields,
  caseDigits: string,
  justReceived: readonly string[],
): { typed: IncludeTyped; request: IncludeRequest | undefined; problems: FieldProblem[] } {
  const level = readLevel(fields)
  const names = readNames(fields)
  const number = readTypeNumber(fields)
  const typed: IncludeTyped = {
    ...level.typed,
    ...names.typed,
    typeId: fieldText(fields, 'tipo'),
    typeNumber: number.typed,
    datedOn: fieldText(fields, 'data'),
    ...readOrigin(fields),
    waitingIds: [...fieldList(fields, 'recebido').filter((id) => /^\d{1,18}$/.test(id)), ...justReceived],
  }
  const date = readDay(typed.datedOn)
  const origin = Object.hasOwn(origins, typed.origin) ? origins[typed.origin] : undefined
  const problems = [
    ...(/^\d{1,18}$/.test(typed.typeId) ? [] : [{ field: 'tipo', message: 'Escolha o tipo do documento.' }]),
    ...date.problems,
    ...(origin ? [] : [{ field: 'formato', message: 'Diga se o documento nasceu digital ou foi digitalizado.' }]),
    ...names.problems,
    ...number.problems,
    ...level.problems,
  ]
  if (problems.length > 0 || !origin || !date.day || !level.request) return { typed, request: undefined, problems }
  return {
    typed,
    request: {
      caseDigits,
      typeId: typed.typeId,
      waitingIds: typed.waitingIds,
      ...names.request,
      typeNumber: number.request,
      datedOn: date.day,
      origin,
      conferenceKindId: /^\d{1,18}$/.test(typed.conferenceKindId) ? typed.conferenceKindId : undefined,
      ...level.request,
    },
    problems,
  }
}

/** The number that a document brings with it, such as `123/2026`. */
export function readTypeNumber(fields: FormFields) {
  const typed = fieldText(fields, 'numero')
  const request = typed.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const problems = request.length > 40 ? [{ field: 'numero', message: 'O número passa de 40 caracteres.' }] : []
  return { typed, request, problems }
}

export function readOrigin(fields: FormFields): Pick<IncludeTyped, 'origin' | 'conferenceKindId'> {
  return { origin: fieldText(fields, 'formato'), conferenceKindId: fieldText(fields, 'conferencia') }
}

export function originOf(typed: string): IncludeRequest['origin'] | undefined {
  return Object.hasOwn(origins, typed) ? origins[typed] : undefined
}
