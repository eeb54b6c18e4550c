import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type ComparedPart, compareWords } from '../../../rich-text/index.ts'
import { type Matter, type MatterLine, textOfMatter } from '../matter/matter.ts'
import { digestOf, normalised, rejoined } from '../matter/normalised.ts'
import { hold, tell } from '../publishing/hold-publication.ts'
import { insertComparison } from './comparison.queries.ts'
import { matterOf } from './matter-of.ts'
import { noteStep } from './steps.queries.ts'
import { type StepRefusal, stepsFrom } from './steps.rules.ts'

/** Two texts beside each other, word by word. */
export interface PrintedComparison {
  readonly parts: readonly ComparedPart[]
  /** Places where words are missing, were added, or are others. */
  readonly differences: number
  readonly sha256: string
}

/** What was sent beside what was printed; blanks, line ends and broken words do not count. */
export function comparePrinted(sent: string, printed: string): PrintedComparison {
  const whole = rejoined(printed, sent)
  const parts = compareWords(normalised(sent), normalised(whole))
  const marked = parts.map(({ kind, text }) => kind !== 'same' && text.trim() !== '')
  const differences = marked.filter((one, index) => one && !marked[index - 1]).length
  return { parts, differences, sha256: digestOf(whole) }
}

/** The same, of a matter: lines of its letterhead and foot that a gazette leaves out do not count. */
export function compareMatter(
  { lines, signers }: Pick<Matter, 'lines' | 'signers'>,
  printed: string,
): PrintedComparison {
  const whole = comparePrinted(textOfMatter({ lines, signers }), printed)
  if (whole.differences === 0 || !lines.some(({ isFrame }) => isFrame)) return whole
  const seen = normalised(rejoined(printed, textOfMatter({ lines, signers })))
  const first = lines.find(({ isFrame }) => !isFrame)
  const start = first ? seen.indexOf(normalised(first.cells.join('\t')).slice(0, 40)) : -1
  // Words of the letterhead may stand in the act, too.
  const head = start < 0 ? seen : seen.slice(0, start)
  const isSeen = ({ cells }: MatterLine) => head.includes(normalised(cells.join('\t')))
  const without = [lines.filter((line) => !line.isFrame || isSeen(line)), lines.filter(({ isFrame }) => !isFrame)]
  return without
    .map((some) => comparePrinted(textOfMatter({ lines: some, signers }), printed))
    .reduce((best, one) => (one.differences < best.differences ? one : best), whole)
}

/**
 * Writes down that what a gazette printed was compared with what was sent to it, and what differs (DOE-03). May be done again.
 * Undefined where there is no such publication for this actor.
 */
export async function recordComparison(
  db: Database,
  actor: Actor,
  { number, printed }: { readonly number: string; readonly printed: string },
  now: Date,
): Promise<Outcome<PrintedComparison, StepRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const held = await hold(trx, actor, number, now)
    if (!held) return undefined
    const { publication, document } = held
    if (publication.vehicle.kind !== 'external') return refuse<StepRefusal>({ kind: 'not-external' })
    if (!stepsFrom.checked.includes(publication.stage))
      return refuse<StepRefusal>({ kind: 'step', from: publication.stage })
    const matter = await matterOf(trx, document, publication)
    if (!matter) return undefined
    const comparison = compareMatter(matter, printed)
    const { sha256, differences } = comparison
    await Promise.all([
      insertComparison(trx, actor, publication.id, { printed, sha256, differences }, now),
      noteStep(trx, actor, publication.id, { step: 'checked', note: tellDifferences(differences) }, now),
      tell(
        trx,
        actor,
        held,
        (told) => ({ kind: 'publication-checked', ...told, differences: String(differences) }),
        now,
      ),
    ])
    return done(comparison)
  })
}

/** How the comparison ended, in words. */
export function tellDifferences(differences: number): string {
  if (differences === 0) return 'Confere com o texto enviado.'
  return differences === 1 ? 'Difere do texto enviado em 1 ponto.' : `Difere do texto enviado em ${differences} pontos.`
}
