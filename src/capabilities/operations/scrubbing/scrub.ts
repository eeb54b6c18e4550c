import { prefixesOf, seventhOf } from '../../../platform/files/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { namedFilesBelow } from '../../documents/index.ts'
import { type Damage, endScrub, findChecker, insertScrub, selectDamageOf, selectRelations } from './scrub.queries.ts'

/**
 * Reads a seventh of all stored files and of all tables and indexes again, and notes what is no longer as it was put there.
 * Nothing is mended: a copy is for that, as long as it is younger than the damage.
 */
export async function scrub({
  db,
  files,
  log,
  clock,
}: Pick<Platform, 'db' | 'files' | 'log' | 'clock'>): Promise<void> {
  const began = clock()
  const portion = seventhOf(began)
  const id = await insertScrub(db, portion, began)
  const found: Damage[] = []
  let count = 0
  for (const prefix of prefixesOf(portion)) {
    const kept = await files.names(prefix)
    for (const sha256 of kept) found.push(...(await damageOf(files, sha256)))
    const there = new Set(kept)
    for (const sha256 of await namedFilesBelow(db, prefix)) {
      // Filed after the folder was read, it is there by now.
      if (there.has(sha256) || (await files.stat(sha256))) continue
      found.push({ kind: 'file-missing', what: sha256, told: 'Um documento o nomeia, e ele não está na pasta.' })
    }
    count += kept.length
  }
  const checker = await findChecker(db)
  const relations = await selectRelations(db, portion)
  found.push(...(await selectDamageOf(db, relations, checker)))
  await endScrub(db, { id, portion, files: count, relations: relations.length, checker }, found, [began, clock()])
  for (const { kind, what } of found) log.error({ kind, what }, 'what lies on the disk is damaged')
}

async function damageOf(files: Platform['files'], sha256: string): Promise<Damage[]> {
  try {
    if ((await files.verify(sha256)) !== 'changed') return []
    return [{ kind: 'file-changed', what: sha256, told: 'O conteúdo não dá mais o resumo que é o seu nome.' }]
  } catch (error) {
    return [{ kind: 'file-unreadable', what: sha256, told: String((error as { code?: string }).code ?? error) }]
  }
}
