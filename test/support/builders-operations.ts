import { endScrub, insertScrub } from '../../src/capabilities/operations/scrubbing/scrub.queries.ts'
import type { TestHouse } from './house.ts'

/** A night that read a seventh of everything again and found a file and a table damaged. */
export async function aDamagedNight({ db, platform }: TestHouse): Promise<void> {
  const now = platform.clock()
  const id = await insertScrub(db, 0, now)
  const found = [
    { kind: 'file-changed', what: 'ab'.repeat(32), told: 'O conteúdo não dá mais o resumo que é o seu nome.' },
    { kind: 'relation', what: 'documents.version', told: 'invalid page in block 3 of relation "base/16385/17012"' },
  ] as const
  await endScrub(db, { id, portion: 0, files: 1_204, relations: 140, checker: 'amcheck' }, found, [now, now])
}
