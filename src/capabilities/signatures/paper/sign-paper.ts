import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { selectSigningUnit } from '../signatures.queries.ts'
import { crcOf, statementSha256 } from '../signed-bytes.ts'

/** A signature of something that is no document of a case file, as whoever keeps that thing keeps it. */
export interface PaperSignature {
  readonly accountId: string
  readonly signerName: string
  readonly capacity: string
  readonly unitAcronym: string
  readonly agencyAcronym: string
  /** SHA-256 of what is signed. */
  readonly sha256: string
  readonly statementSha256: string
  readonly crc: string
  readonly signedAt: Date
}

export type SignPaperRefusal = { readonly kind: 'capacity-not-of-unit' }

/** The capacities in which somebody may sign in their unit today, the one used last first. */
export async function capacitiesOf(db: Database, actor: Actor, now: Date): Promise<readonly string[]> {
  return (await selectSigningUnit(db, actor, todayIn(now))).capacities
}

/**
 * Signs what is kept elsewhere than in a case file, by its name and its SHA-256: the statement is that of every other
 * signature. The password was confirmed before; whoever keeps the thing keeps the signature with it.
 */
export async function signPaper(
  db: Database,
  actor: Actor,
  paper: { readonly name: string; readonly sha256: string; readonly capacity: string },
  now: Date,
): Promise<Outcome<PaperSignature, SignPaperRefusal>> {
  const unit = await selectSigningUnit(db, actor, todayIn(now))
  if (!unit.capacities.includes(paper.capacity)) return refuse({ kind: 'capacity-not-of-unit' })
  const words = {
    ...{ accountId: actor.userId, signerName: actor.name, capacity: paper.capacity },
    ...{ unitAcronym: unit.acronym, agencyAcronym: unit.agencyAcronym, sha256: paper.sha256, signedAt: now },
  }
  const own = digestOf(paper.name, words)
  return done({ ...words, statementSha256: own, crc: crcOf(paper.sha256, [own]) })
}

/** Whether a signature is of this thing as it is now: no word of either has changed since. */
export function isPaperSigned(paper: { readonly name: string; readonly sha256: string }, one: PaperSignature): boolean {
  return (
    one.sha256 === paper.sha256 &&
    one.statementSha256 === digestOf(paper.name, one) &&
    one.crc === crcOf(one.sha256, [one.statementSha256])
  )
}

function digestOf(name: string, words: Omit<PaperSignature, 'statementSha256' | 'crc'>): string {
  return statementSha256({ ...words, number: name, kind: 'signature', version: undefined, method: 'password' })
}
