import { addDays, type LocalDate, localDate, parseLocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'

/** What the public page may be asked for, as it stands in the address. */
export const bulletinFields = ['q', 'numero', 'tipo', 'unidade', 'veiculo', 'de', 'ate'] as const

export type BulletinTyped = Readonly<Record<(typeof bulletinFields)[number], string>>

export interface BulletinAsked {
  readonly typed: BulletinTyped
  readonly problems: readonly FieldProblem[]
  /** Undefined: nothing is looked for, and the edition of a day is shown. */
  readonly search:
    | {
        readonly text: string
        readonly from: LocalDate
        readonly until: LocalDate
        readonly vehicleId: string | undefined
        readonly typeId: string | undefined
        readonly unit: string | undefined
        readonly number: string | undefined
      }
    | undefined
}

const first = localDate('1900-01-01')

/** Reads what is asked of the bulletin. Days ahead find nothing, and nothing is said of why. */
export function readBulletin(query: (name: string) => string, today: LocalDate): BulletinAsked {
  const clean = (name: string) =>
    query(name)
      .toWellFormed()
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 500)
  const typed = Object.fromEntries(bulletinFields.map((name) => [name, clean(name)])) as BulletinTyped
  const problems: FieldProblem[] = []
  const day = (field: 'de' | 'ate') => {
    const found = parseLocalDate(typed[field])
    if (typed[field] !== '' && !found) problems.push({ field, message: 'Informe dia, mês e ano.' })
    return found
  }
  const [from, until] = [day('de'), day('ate')]
  if (from && until && from > until)
    problems.push({ field: 'ate', message: 'O fim vem antes do começo. Troque os dias.' })
  const id = (value: string) => (/^\d{1,18}$/.test(value) ? value : undefined)
  const isAsked = bulletinFields.some((name) => typed[name] !== '')
  if (!isAsked || problems.length > 0) return { typed, problems, search: undefined }
  return {
    typed,
    problems,
    search: {
      text: typed.q,
      from: from ?? first,
      until: until ?? addDays(today, 1),
      vehicleId: id(typed.veiculo),
      typeId: id(typed.tipo),
      unit: typed.unidade.slice(0, 50) || undefined,
      number: typed.numero.slice(0, 30) || undefined,
    },
  }
}

/** The address that asks the same, on that page. */
export function addressOfBulletin(typed: BulletinTyped, page: number): string {
  const asked = bulletinFields.flatMap((name) => (typed[name] === '' ? [] : [[name, typed[name]]]))
  return `/boletim?${new URLSearchParams([...asked, ...(page > 1 ? [['pagina', String(page)]] : [])])}`
}
