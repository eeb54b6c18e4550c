import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { IconName, MarkColour, Tone } from '../../../ui/index.ts'
import { selectWatched, type WatchedRow } from './marks.queries.ts'

/** A sign beside a number on the desk, and the column to which it goes where a person has chosen that. */
export interface WatchMark {
  readonly label: string
  readonly tone: Tone
  readonly icon?: IconName
  readonly colour?: MarkColour
  readonly detail?: string
  readonly column?: 'note' | 'labels'
}

/** Notes, labels, checkpoints and follow-ups of the actor's unit on these case files, which passed the desk's own rule. */
export async function watchMarksOn(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly WatchMark[]>> {
  if (caseFileIds.length === 0) return new Map()
  const rows = await selectWatched(db, actor, caseFileIds, now)
  return new Map(rows.map((row) => [row.caseFileId, marksOf(row)]))
}

/** The signs of one case file, in the order of their reading: what is urgent first. */
export function marksOf({ note, labels, checkpoint, followedIn }: Omit<WatchedRow, 'caseFileId'>): WatchMark[] {
  return [
    ...(note
      ? [
          {
            label: note.priority ? 'Anotação prioritária' : 'Anotação',
            tone: note.priority ? ('danger' as const) : ('warning' as const),
            icon: 'note' as const,
            ...(note.text ? { detail: note.text } : {}),
            column: 'note' as const,
          },
        ]
      : []),
    ...labels.map(({ name, colour, text }) => ({
      label: name,
      tone: 'neutral' as const,
      colour,
      column: 'labels' as const,
      ...(text ? { detail: text } : {}),
    })),
    ...(checkpoint ? [{ label: checkpoint, tone: 'info' as const, icon: 'flag' as const }] : []),
    ...(followedIn.length > 0
      ? [
          {
            label: 'Acompanhado',
            tone: 'neutral' as const,
            icon: 'eye' as const,
            detail: followedIn.filter((name) => name !== null).join(', '),
          },
        ]
      : []),
  ]
}
