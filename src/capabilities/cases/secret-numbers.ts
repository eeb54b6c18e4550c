import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { selectSecretDigits } from './gate.queries.ts'

/**
 * Which of these numbers are of case files that only holders of a credential know of today, this actor not being one
 * (PRO-063). For what was written down when they were open still: the history of another case file.
 */
export async function secretNumbers(
  db: Database,
  actor: Actor,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const digitsOf = (number: string) => number.replace(/\D/g, '')
  const secret = new Set(await selectSecretDigits(db, actor, numbers.map(digitsOf)))
  return new Set(numbers.filter((number) => secret.has(digitsOf(number))))
}
