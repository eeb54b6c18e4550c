import { addDays, type LocalDate } from '../../../platform/calendar/index.ts'
import { resources } from '../resources.rules.ts'

/** What of the trail is asked for. Empty words ask for nothing. */
export interface TrailFilter {
  readonly login: string
  readonly unit: string
  readonly resource: string
  readonly ip: string
  /** Digits of a case file or of a document. */
  readonly number: string
  readonly from: LocalDate
  readonly until: LocalDate
  /** The entry after which the page begins. */
  readonly after: string | undefined
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** From an address, which anybody may have written: what cannot be read asks for nothing. A week where no day is said. */
export function readTrailFilter(query: (name: string) => string, today: LocalDate): TrailFilter {
  const line = (name: string, most: number) =>
    query(name)
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, most)
  const dayOf = (name: string, otherwise: LocalDate) => {
    const value = query(name)
    const isDay =
      day.test(value) && value >= '2000' && new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(8))
    return isDay ? (value as LocalDate) : otherwise
  }
  const resource = query('recurso')
  return {
    login: line('usuario', 100).toLowerCase(),
    unit: line('unidade-sigla', 60),
    resource: resources.some(({ key }) => key === resource) ? resource : '',
    ip: line('ip', 60),
    number: line('numero', 60).replace(/\D/g, '').slice(0, 30),
    from: dayOf('de', addDays(today, -7)),
    until: dayOf('ate', today),
    after: /^[1-9]\d{0,17}$/.test(query('depois')) ? query('depois') : undefined,
  }
}

/** The filter as the query of an address. */
export function trailQuery(filter: TrailFilter): string {
  const words = {
    usuario: filter.login,
    'unidade-sigla': filter.unit,
    recurso: filter.resource,
    ip: filter.ip,
    numero: filter.number,
    de: filter.from,
    ate: filter.until,
    depois: filter.after ?? '',
  }
  return `?${new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ''))}`
}
