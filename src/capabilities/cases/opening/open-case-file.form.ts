import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type CaseFieldsTyped, oneLine, readCaseFields } from '../fields/case-fields.form.ts'
import { readOtherNumber } from '../gate/other-number.form.ts'
import { type LevelTyped, readLevel } from '../level/level.form.ts'
import { readObservation } from '../observation/observation.form.ts'
import type { OpenRequest } from './open-case-file.ts'

export interface OpenTyped {
  readonly fields: CaseFieldsTyped
  readonly level: LevelTyped
  readonly observation: string
  readonly informedNumber: string
  readonly filedOn: string
  /** Digits of the case file to which the new one is related at once; '' for none (PRO-180). */
  readonly related: string
}

export function readOpening(form: FormFields): {
  typed: OpenTyped
  request: OpenRequest | undefined
  problems: FieldProblem[]
} {
  const fields = readCaseFields(form)
  const level = readLevel(form)
  const observation = readObservation(form)
  const informedNumber = oneLine(fieldText(form, 'numero_informado')).slice(0, 60)
  const filedOn = fieldText(form, 'autuado_em').slice(0, 10)
  const problems = [...fields.problems, ...level.problems, ...observation.problems]
  if (informedNumber && !isDay(filedOn)) {
    problems.push({ field: 'autuado_em', message: 'Informe a data de autuação do processo já numerado.' })
  }
  const related = readOtherNumber(form, 'relacionado').digits
  const informed = informedNumber ? { number: informedNumber, filedOn } : undefined
  return {
    typed: {
      fields: fields.typed,
      level: level.typed,
      observation: observation.text,
      informedNumber,
      filedOn,
      related,
    },
    request:
      problems.length === 0 && level.request
        ? { ...fields.request, ...level.request, observation: observation.text, informed }
        : undefined,
    problems,
  }
}

/** '2026-02-30' is none. */
function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) && text >= '1800-01-01'
}
