// Run by the test on a disk of one megabyte: stores what fits, is refused what does not, and prints what happened.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openFolderFileStore } from './index.ts'

const [folder = ''] = process.argv.slice(2)
const store = await openFolderFileStore({ folder })
const outcomes = []
for (const kilobytes of [100, 4000, 200]) {
  const outcome = await store.put(upload(kilobytes), { limitBytes: 1e9 })
  outcomes.push(outcome.done ? 'done' : outcome.refusals[0])
}
console.log(JSON.stringify({ outcomes, left: readdirSync(join(folder, 'temporary')).length }))

async function* upload(kilobytes: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < kilobytes / 4; piece++) yield Buffer.alloc(4096, kilobytes % 251)
}
