import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../../history/index.ts'
import { numberOf } from '../numbered.text.ts'
import { selectLabels } from './labels.queries.ts'
import type { LetterStep } from './letter.ts'
import type { LetterRow } from './letters.queries.ts'

/** Writes a step of letters into the history of their case files, whoever posts them: it names neither place nor addressee. */
export async function recordLetters(
  db: Database,
  actor: Actor,
  letters: readonly LetterRow[],
  what: {
    readonly step: LetterStep | 'charged'
    readonly on?: string
    readonly reason?: string
    readonly receipt?: string
  },
  now: Date,
): Promise<void> {
  const labels = await selectLabels(
    db,
    letters.map(({ documentId }) => documentId),
  )
  await record(
    db,
    actor,
    now,
    letters.map((letter) => ({
      caseFileId: letter.caseFileId,
      documentId: letter.documentId,
      event: {
        kind: 'letter-moved',
        document: labels.get(letter.documentId) ?? '',
        letter: letter.id,
        number: numberOf(letter),
        ...what,
      } as const,
    })),
  )
}
