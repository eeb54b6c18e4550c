import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { sha256Hex } from '../../platform/sha256.ts'
import { countUnfinished, insertImport, moveOn, selectImport } from './import.queries.ts'
import { readFile } from './read-file.rules.ts'
import type { ImportableRegister } from './registers.ts'

export type SendRefusal = { readonly kind: 'bad-file'; readonly message: string } | { readonly kind: 'busy' }
export type ConfirmRefusal =
  | { readonly kind: 'not-tried' }
  | { readonly kind: 'other-file' }
  | { readonly kind: 'busy' }

/** The job that tries a file out, and later carries it out. */
export const importTask = 'register-import:work'

/** Takes in a file: its rows wait, and a job tries them out. Nothing of the register changes. */
export async function sendFile(
  db: Database,
  actor: Actor,
  file: { readonly register: ImportableRegister; readonly fileName: string; readonly bytes: Uint8Array },
  now: Date,
): Promise<Outcome<{ id: string }, SendRefusal>> {
  const read = readFile(file.register, file.bytes)
  if ('problem' in read) return refuse({ kind: 'bad-file', message: read.problem })
  return inTransaction(db, async (trx) => {
    if ((await countUnfinished(trx, actor.userId)) > 0) return refuse({ kind: 'busy' })
    const id = await insertImport(
      trx,
      {
        register: file.register.name,
        fileName: file.fileName,
        sha256: sha256Hex(file.bytes),
        accountId: actor.userId,
        unitId: actor.unitId,
        rows: read.rows,
      },
      now,
    )
    await enqueue(trx, importTask, { importId: id }, { key: `${importTask}:${id}` })
    return done({ id })
  })
}

/** Carries out a file that was tried, and no other: `sha256` is that of the file whose trial was looked at. */
export async function confirmImport(
  db: Database,
  actor: Actor,
  request: { readonly id: string; readonly sha256: string },
  now: Date,
): Promise<Outcome<true, ConfirmRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const found = await selectImport(trx, request.id, actor)
    if (!found) return undefined
    if (found.sha256 !== request.sha256) return refuse({ kind: 'other-file' })
    if ((await countUnfinished(trx, actor.userId)) > 0) return refuse({ kind: 'busy' })
    if (!(await moveOn(trx, found.id, 'tried', { state: 'running', doneCount: 0 }, now))) {
      return refuse({ kind: 'not-tried' })
    }
    await enqueue(trx, importTask, { importId: found.id }, { key: `${importTask}:${found.id}` })
    return done(true)
  })
}
