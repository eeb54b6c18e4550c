// Run by the test as a process of its own: stores a large upload and prints by how much its memory grew.
import { openFolderFileStore } from './index.ts'

const [folder = '', megabytes = '150'] = process.argv.slice(2)
let peak = 0
const store = await openFolderFileStore({ folder })

// A warm-up, so that what is measured is the upload and not the code that is loaded for the first upload.
await store.put(upload(4), { limitBytes: 1e9 })
globalThis.gc?.()
const before = process.memoryUsage.rss()
peak = before
const sampling = setInterval(sample, 5)
const outcome = await store.put(upload(Number(megabytes)), { limitBytes: 1e9 })
clearInterval(sampling)
console.log(JSON.stringify({ done: outcome.done, grownBytes: peak - before }))

async function* upload(size: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < size * 16; piece++) {
    // Collected every 8 MB: what counts is what the upload holds on to, not when the collector happens to run.
    if (piece % 128 === 0) globalThis.gc?.()
    sample()
    yield Buffer.alloc(64 * 1024, piece % 251)
  }
}

function sample(): void {
  peak = Math.max(peak, process.memoryUsage.rss())
}
