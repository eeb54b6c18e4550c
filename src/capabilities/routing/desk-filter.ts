export const deskPageSize = 50
/** Counting stops here: "mais de 10.000" says enough. */
export const mostCounted = 10_000

export interface DeskFilter {
  readonly list: 'all' | 'received' | 'generated'
  /** Account id, or `nobody` for those assigned to nobody. */
  readonly assignedTo?: string | undefined
  readonly typeId?: string | undefined
  /** Digits of the number, or words of summary, type and interested parties. */
  readonly text?: string | undefined
  readonly only?: 'unreceived' | 'news' | 'to-return' | 'awaited' | undefined
  readonly sort: 'since' | 'number' | 'type' | 'summary' | 'assignee'
  readonly direction: 'asc' | 'desc'
  readonly page: number
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
  returnDue: string | null
  awaitedDue: string | null
  unsignedDrafts: number
}

export interface DeskFigures {
  unreceived: number
  mine: number
  toReturn: number
  overdue: number
  awaited: number
}
