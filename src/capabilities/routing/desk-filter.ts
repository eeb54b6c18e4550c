import type { LocalDate } from '../../platform/calendar/index.ts'
import type { ReturnSide } from './returns/return.text.ts'

export const deskPageSize = 50
/** Counting stops here: "mais de 10.000" says enough. */
export const mostCounted = 10_000

export interface DeskFilter {
  readonly list: 'all' | 'received' | 'generated'
  /** Account id, or `nobody` for those assigned to nobody. */
  readonly assignedTo?: string | undefined
  readonly typeId?: string | undefined
  /** Id of a label of the unit, or `none` for those without any. */
  readonly labelId?: string | undefined
  /** `no`: those that the unit does not have in special follow-up. */
  readonly followed?: 'no' | undefined
  /** Digits of the number, or words of summary, type and interested parties. */
  readonly text?: string | undefined
  readonly only?: 'unreceived' | 'news' | 'unread' | 'to-return' | 'awaited' | undefined
  readonly sort: 'since' | 'number' | 'type' | 'summary' | 'assignee' | 'priority'
  readonly direction: 'asc' | 'desc'
  readonly page: number
}

/** A scheduled return of a case file on the desk, with the other unit. */
export interface DeskReturn {
  side: ReturnSide
  unit: string
  due: LocalDate
  returnedOn: LocalDate | null
}

export interface DeskRow {
  id: string
  number: string
  digits: string
  typeName: string
  summary: string
  level: 'public' | 'restricted' | 'confidential'
  priority: string | null
  origin: 'generated' | 'received'
  since: Date
  received: boolean
  assignedTo: string | null
  assignedToName: string | null
  interested: string | null
  interestedCount: number
  /** Something was included or signed since this person last opened it. */
  news: boolean
  /** Scheduled returns both ways: those awaited, the soonest first, then those that came back since it lies here. */
  returns: DeskReturn[]
  /** Marked as not read by this person, and not opened since. */
  unread: boolean
  unsignedDrafts: number
  /** Of the unit; null where the column was not asked for, or the case file is confidential. */
  observation: string | null
  /** Null where the column was not asked for; without kind and facts in a confidential case file. */
  lastEvent: { at: string; kind: string | null; facts: Record<string, unknown> | null } | null
}

export interface DeskFigures {
  unreceived: number
  mine: number
  toReturn: number
  overdue: number
  awaited: number
}

/** Whether less than the whole list is asked for. */
export function isFiltered({ text, typeId, labelId, assignedTo, followed, only }: DeskFilter): boolean {
  return Boolean(text || typeId || labelId || assignedTo || followed || only)
}

/** The whole desk, however it is sorted: its total is known without counting again. */
export function filtersNothing(filter: DeskFilter): boolean {
  return filter.list === 'all' && !isFiltered(filter)
}

/** The case files of one type on the desk, with and without what is confidential. */
export interface DeskType {
  id: string
  name: string
  /** Confidential ones only where this person holds a credential. */
  total: number
  confidential: number
}

/** The desk as a whole, and the types to filter it by: confidential case files are in no such list. */
export function summed(types: readonly DeskType[]) {
  return {
    total: Math.min(
      types.reduce((all, { total }) => all + total, 0),
      mostCounted + 1,
    ),
    types: types
      .map(({ id, name, total, confidential }) => ({ id, name, total: total - confidential }))
      .filter(({ total }) => total > 0)
      .slice(0, 200),
  }
}
