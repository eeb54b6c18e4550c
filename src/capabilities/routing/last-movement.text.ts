import { type CaseEvent, tell } from '../history/index.ts'
import type { DeskRow } from './desk-filter.ts'

/** The last thing that happened to a case file; of a confidential one only when, since the desk asks no password. */
export function lastMovement({ lastEvent }: Pick<DeskRow, 'lastEvent'>): { at: Date; text: string } | undefined {
  if (!lastEvent) return undefined
  const { at, kind, facts } = lastEvent
  return { at: new Date(at), text: kind ? tell({ kind, ...facts } as CaseEvent) : '' }
}
