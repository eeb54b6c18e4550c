import { type FormFields, fieldList, fieldText } from '../../platform/form-fields.ts'

export const mostCaseFiles = 100
export const mostDestinations = 50

/** The form as typed, to be shown again. */
export interface SendTyped {
  /** Digits of the case files. */
  readonly caseNumbers: readonly string[]
  readonly to: readonly string[]
  /** Words with which more units are looked for. */
  readonly unitText: string
  readonly keepOpen: boolean
  readonly returnDue: string
  readonly notify: boolean
  /** The button "Procurar" was pressed: the page comes back with more units to choose. */
  readonly searching: boolean
}

export function readSend(fields: FormFields): SendTyped {
  return {
    caseNumbers: digitsList(fieldList(fields, 'processo')),
    to: [...new Set(fieldList(fields, 'destinos').filter((id) => /^\d{1,18}$/.test(id)))].slice(0, mostDestinations),
    unitText: fieldText(fields, 'unidade').slice(0, 80),
    keepOpen: fieldText(fields, 'manter') === 'sim',
    returnDue: readDay(fieldText(fields, 'retorno')),
    notify: fieldText(fields, 'avisar') === 'sim',
    searching: fieldText(fields, 'procurar') !== '',
  }
}

/** Digits of case numbers, each once. */
export function digitsList(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.replace(/\D/g, '')).filter(Boolean))].slice(0, mostCaseFiles)
}

/** A day as browsers send it; anything else is as if nothing was typed. */
function readDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return ''
  const moment = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== value ? '' : value
}
