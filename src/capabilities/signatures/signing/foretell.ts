import type { Actor } from '../../../platform/actor.ts'
import type { Transaction } from '../../../platform/db/index.ts'
import type { SigningUnitRow } from '../signatures.queries.ts'
import { declarationText } from '../signed-bytes.ts'
import type { SigningMeans } from '../statement.ts'
import { cover, type Gathered } from './gather-to-sign.ts'

interface As {
  readonly unit: SigningUnitRow
  readonly capacity: string
  readonly method: SigningMeans['method']
}

class Undone extends Error {}

/**
 * The declarations that signatures by certificate would be of, were all these documents signed now, in their order. What it
 * takes to know them (the number of the type, the version that holds it) is done and undone again: it leaves nothing.
 */
export async function foretell(
  trx: Transaction,
  actor: Actor,
  as: As,
  attempts: readonly { readonly found: Gathered; readonly token: string }[],
  now: Date,
): Promise<string[]> {
  const declarations: string[] = []
  try {
    await trx.savepoint(async (within) => {
      const covered = await Promise.all(attempts.map(({ found }) => cover(within, actor, found, now)))
      for (const [place, { version, sha256 }] of covered.entries()) {
        const { found, token } = attempts[place] as (typeof attempts)[number]
        declarations.push(
          declarationText(
            {
              number: found.document.number,
              kind: 'signature',
              version,
              accountId: actor.userId,
              signerName: actor.name,
              capacity: as.capacity,
              unitAcronym: as.unit.acronym,
              agencyAcronym: as.unit.agencyAcronym,
              method: as.method,
              sha256,
            },
            token,
          ),
        )
      }
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return declarations
}
