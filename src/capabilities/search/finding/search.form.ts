import { z } from 'zod'
import { parseLocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import type { SearchRequest, What } from './search-request.ts'

/** The search as it was typed, to be shown again. */
export interface SearchTyped {
  readonly q: string
  readonly tipo: readonly string[]
  readonly unidades: string
  readonly antecessoras: string
  readonly orgao: string
  readonly passou: string
  readonly tipoProcesso: string
  readonly tipoDocumento: string
  readonly interessado: string
  readonly especificacao: string
  readonly sei: string
  readonly numero: string
  readonly arvore: string
  readonly assinante: string
  readonly autores: string
  readonly data: string
  readonly de: string
  readonly ate: string
  readonly ordem: string
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
  q: text(1000),
  tipo: z.array(z.string().max(20)).max(10).catch([]),
  unidades: text(300),
  antecessoras: text(3),
  orgao: text(3),
  passou: text(3),
  tipoProcesso: text(19),
  tipoDocumento: text(19),
  interessado: text(120),
  especificacao: text(200),
  sei: text(30),
  numero: text(30),
  arvore: text(60),
  assinante: text(100),
  autores: text(300),
  data: text(10),
  de: text(10),
  ate: text(10),
  ordem: text(10),
})

/** The names of all fields, as they stand in addresses. */
export const searchFields = Object.keys(shape.shape) as (keyof SearchTyped)[]

/** The address of a search as it was typed: what it found can be kept and sent as a link. */
export function searchAddress(path: string, typed: SearchTyped, page = 1): string {
  const entries = searchFields.flatMap((name) =>
    [typed[name]].flat().flatMap((value) => (value === '' ? [] : [[name, value] as [string, string]])),
  )
  const query = new URLSearchParams(page > 1 ? [...entries, ['pagina', String(page)]] : entries).toString()
  return query ? `${path}?${query}` : path
}

const kinds: ReadonlyMap<string, What> = new Map([
  ['processos', 'cases'],
  ['gerados', 'authored'],
  ['externos', 'uploaded'],
])

/** Reads a search. Without a request there are problems, each with its field. */
export function readSearch(fields: FormFields): {
  readonly typed: SearchTyped
  readonly request: SearchRequest | undefined
  readonly problems: readonly FieldProblem[]
} {
  const given = Object.fromEntries(searchFields.map((name) => [name, fieldText(fields, name)]))
  const typed = shape.parse({ ...given, tipo: fieldList(fields, 'tipo') })
  const problems = problemsOf(typed)
  return { typed, request: problems.length > 0 ? undefined : requestOf(typed), problems }
}

function requestOf(typed: SearchTyped): SearchRequest {
  return {
    text: typed.q,
    what: typed.tipo.flatMap((one) => kinds.get(one) ?? []),
    units: listed(typed.unidades, 20),
    withPredecessors: typed.antecessoras === 'sim',
    ownAgency: typed.orgao === 'sim',
    passedHere: typed.passou === 'sim',
    caseTypeId: idOf(typed.tipoProcesso),
    documentTypeId: idOf(typed.tipoDocumento),
    party: typed.interessado,
    summary: typed.especificacao,
    number: typed.sei.replace(/\D/g, ''),
    typeNumber: typed.numero,
    treeName: typed.arvore,
    signer: typed.assinante,
    authors: listed(typed.autores, mostAuthors),
    from: typed.de || undefined,
    to: typed.ate || undefined,
    dateOf: typed.data === 'documento' ? 'document' : 'inclusion',
    order: typed.ordem === 'relevancia' ? 'relevance' : 'date',
  }
}

const mostAuthors = 3

function problemsOf(typed: SearchTyped): FieldProblem[] {
  const problem = (wrong: boolean, field: keyof SearchTyped, message: string) => (wrong ? [{ field, message }] : [])
  const isDay = (day: string) => day === '' || parseLocalDate(day) !== undefined
  return [
    ...problem(!isDay(typed.de), 'de', 'Informe um dia que exista no calendário, como 21/11/2026.'),
    ...problem(!isDay(typed.ate), 'ate', 'Informe um dia que exista no calendário, como 21/11/2026.'),
    ...problem(
      isDay(typed.de) && isDay(typed.ate) && typed.de !== '' && typed.ate !== '' && typed.de > typed.ate,
      'ate',
      'O fim do período não pode vir antes do início.',
    ),
    ...problem(
      typed.sei !== '' && !/^\D*(?:\d\D*){1,15}$/.test(typed.sei),
      'sei',
      'O nº SEI tem só algarismos, como 0000123.',
    ),
    ...problem(
      listed(typed.autores, 100).length > mostAuthors,
      'autores',
      'Informe no máximo três usuários, separados por vírgula.',
    ),
  ]
}

function listed(value: string, most: number): string[] {
  const names = value.split(/[,;\n]/).flatMap((one) => one.trim() || [])
  return [...new Set(names)].slice(0, most)
}

function idOf(value: string): string | undefined {
  return /^\d{1,18}$/.test(value) ? value : undefined
}
