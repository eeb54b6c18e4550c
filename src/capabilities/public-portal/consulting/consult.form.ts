import { z } from 'zod'
import { parseLocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { publicAddresses } from '../addresses.ts'
import { asksForCpf } from '../mask-cpfs.rules.ts'

/** The search of the public face as it was typed. */
export interface ConsultTyped {
  readonly q: string
  readonly em: string
  readonly interessado: string
  readonly unidade: string
  readonly tipo: string
  readonly de: string
  readonly ate: string
}

/** Control characters cannot be sent to the database. */
const text = (most: number) =>
  z.string().transform((value) =>
    value
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, most)
      .toWellFormed(),
  )
const shape = z.object({
  q: text(500),
  em: text(10),
  interessado: text(120),
  unidade: text(100),
  tipo: text(19),
  de: text(10),
  ate: text(10),
})

/** The names of all fields, as they stand in addresses. */
export const consultFields = Object.keys(shape.shape) as (keyof ConsultTyped)[]

/** The address of a search as it was typed, at one of its pages. */
export function addressOfConsult(typed: ConsultTyped, page: number): string {
  const entries = consultFields.flatMap((name) => (typed[name] ? [[name, typed[name]]] : []))
  const query = new URLSearchParams(page > 1 ? [...entries, ['pagina', String(page)]] : entries).toString()
  return query ? `${publicAddresses.search}?${query}` : publicAddresses.search
}

/** The page asked for, within the limits of the list. */
export function pageAsked(value: string, most: number): number {
  const page = Number(value || 1)
  return Number.isInteger(page) ? Math.min(Math.max(page, 1), most) : 1
}

/** Reads a search; its problems have their fields. */
export function readConsult(fields: FormFields): { typed: ConsultTyped; problems: readonly FieldProblem[] } {
  const typed = shape.parse(Object.fromEntries(consultFields.map((name) => [name, fieldText(fields, name)])))
  return { typed, problems: problemsOf(typed) }
}

function problemsOf(typed: ConsultTyped): FieldProblem[] {
  const isDay = (day: string) => day === '' || parseLocalDate(day) !== undefined
  const problem = (wrong: boolean, field: keyof ConsultTyped, message: string) => (wrong ? [{ field, message }] : [])
  const cpf = 'A consulta pública não procura por CPF. Use o número do processo ou outras palavras.'
  return [
    ...problem(asksForCpf(typed.q), 'q', cpf),
    ...problem(asksForCpf(typed.interessado), 'interessado', cpf),
    ...problem(!isDay(typed.de), 'de', 'Informe um dia que exista no calendário, como 21/11/2026.'),
    ...problem(!isDay(typed.ate), 'ate', 'Informe um dia que exista no calendário, como 21/11/2026.'),
    ...problem(
      isDay(typed.de) && isDay(typed.ate) && typed.de !== '' && typed.ate !== '' && typed.de > typed.ate,
      'ate',
      'O fim do período não pode vir antes do início.',
    ),
  ]
}
