import { meaningOf } from '../../platform/form-fields.ts'
import type { DeskFilter } from './desk-filter.ts'

const lists = ['all', 'received', 'generated'] as const
const listNames: Record<string, DeskFilter['list']> = { todos: 'all', recebidos: 'received', gerados: 'generated' }
const sortNames: Record<string, DeskFilter['sort']> = {
  desde: 'since',
  numero: 'number',
  tipo: 'type',
  especificacao: 'summary',
  atribuicao: 'assignee',
  prioridade: 'priority',
}
const onlyNames: Record<string, NonNullable<DeskFilter['only']>> = {
  'nao-abertos': 'unreceived',
  novidades: 'news',
  'nao-lidos': 'unread',
  'a-devolver': 'to-return',
  'aguardando-retorno': 'awaited',
}

interface Query {
  query(name: string): string
}

/** The desk that the address asks for. Whatever is not understood is left out, never refused. */
export function readDeskFilter(visit: Query): DeskFilter {
  const page = Number(visit.query('pagina'))
  const assignedTo = visit.query('atribuido')
  const typeId = visit.query('tipo')
  const labelId = visit.query('marcador')
  const text = visit.query('filtro').trim().slice(0, 100)
  return {
    list: meaningOf(listNames, visit.query('lista')) ?? lists[0],
    assignedTo: /^\d{1,18}$/.test(assignedTo) ? assignedTo : assignedTo === 'ninguem' ? 'nobody' : undefined,
    typeId: /^\d{1,18}$/.test(typeId) ? typeId : undefined,
    labelId: /^\d{1,18}$/.test(labelId) ? labelId : labelId === 'sem' ? 'none' : undefined,
    followed: visit.query('acompanhamento') === 'sem' ? 'no' : undefined,
    text: text || undefined,
    only: meaningOf(onlyNames, visit.query('so')),
    sort: meaningOf(sortNames, visit.query('ordem')) ?? 'since',
    direction: visit.query('sentido') === 'crescente' ? 'asc' : 'desc',
    page: Number.isInteger(page) && page > 0 && page <= 400 ? page : 1,
  }
}

/** The address of a desk, leaving out what is the usual. */
export function deskQuery(filter: Partial<DeskFilter>): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | undefined) => value && query.set(name, value)
  put('lista', filter.list === 'all' ? undefined : keyOf(listNames, filter.list))
  put('atribuido', filter.assignedTo === 'nobody' ? 'ninguem' : filter.assignedTo)
  put('tipo', filter.typeId)
  put('marcador', filter.labelId === 'none' ? 'sem' : filter.labelId)
  put('acompanhamento', filter.followed === 'no' ? 'sem' : undefined)
  put('filtro', filter.text)
  put('so', keyOf(onlyNames, filter.only))
  if (filter.sort && (filter.sort !== 'since' || filter.direction === 'asc')) {
    put('ordem', keyOf(sortNames, filter.sort))
    put('sentido', filter.direction === 'asc' ? 'crescente' : 'decrescente')
  }
  put('pagina', filter.page && filter.page > 1 ? String(filter.page) : undefined)
  const text = query.toString()
  return text ? `?${text}` : ''
}

function keyOf<Value>(names: Record<string, Value>, value: Value | undefined): string | undefined {
  return Object.keys(names).find((name) => names[name] === value)
}
