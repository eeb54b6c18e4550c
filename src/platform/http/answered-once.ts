import { type Database, inTransaction, type Pool } from '../db/index.ts'
import { failpoint } from '../failpoints/index.ts'
import { sha256Hex } from '../sha256.ts'
import { sentBefore } from './problem-pages.tsx'
import type { Answer, Visit } from './visit.ts'

/** Not an error: the way out of a transaction whose act was refused. */
const undo = Symbol('undo')

/**
 * Carries out an act at most once for each key that its form carried, in one transaction with the key.
 *
 * The second of two equal requests waits for the first at the unique index; then it gets the first one's answer. An
 * act that was refused leaves nothing behind, so the same form may be mended and sent again. The same key with other
 * words (a form changed after the browser went back to it) is told so, and does nothing.
 */
export async function answeredOnce(pool: Pool, visit: Visit, act: (db: Database) => Promise<Answer>): Promise<Answer> {
  const key = typeof visit.form._chave === 'string' ? visit.form._chave.slice(0, 100) : ''
  let answer: Answer | undefined
  try {
    await inTransaction(pool, async (trx) => {
      const earlier = key.length >= 8 ? await claim(trx, visit, key) : undefined
      failpoint('act.claimed')
      answer = earlier ?? (await act(trx))
      failpoint('act.carried-out')
      if (earlier) return
      if (answer.kind !== 'redirect') throw undo
      if (key.length >= 8) {
        await trx`update platform.answered_request set location = ${answer.location}, answered_at = now()
          where session_hash = decode(${visit.sessionHash}, 'hex') and key = ${key}`
      }
      failpoint('act.recorded')
    })
    failpoint('act.committed')
  } catch (error) {
    if (error !== undo) throw error
  }
  if (!answer) throw new Error('an act gave no answer')
  return answer
}

async function claim(trx: Database, visit: Visit, key: string): Promise<Answer | undefined> {
  const content = contentHash(visit)
  const claimed = await trx`insert into platform.answered_request (session_hash, key, path, content_hash)
    values (decode(${visit.sessionHash}, 'hex'), ${key}, ${visit.path.slice(0, 500)}, decode(${content}, 'hex'))
    on conflict do nothing returning 1`
  if (claimed.length > 0) return undefined
  const [row] = await trx<{ location: string | null; same: boolean }[]>`
    select location, coalesce(content_hash = decode(${content}, 'hex'), true) as same from platform.answered_request
     where session_hash = decode(${visit.sessionHash}, 'hex') and key = ${key}`
  const location = row?.location ?? visit.path
  return row?.same === false ? sentBefore(visit, location) : { kind: 'redirect', location }
}

/** What was sent, whatever the order of its fields; never a password, of which not even a hash is kept. */
function contentHash({ path, form, uploads }: Visit): string {
  const fields = Object.entries(form)
    .filter(([name]) => !name.startsWith('_') && !/senha/i.test(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const files = uploads.map(({ field, fileName, stored }) => [field, fileName, stored?.sha256])
  return sha256Hex(JSON.stringify([path, fields, files]))
}
