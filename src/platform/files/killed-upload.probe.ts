// Run by the test as a process of its own: starts an upload that never ends, says so, and waits to be killed.
import { openFolderFileStore } from './index.ts'

const [folder = ''] = process.argv.slice(2)
const store = await openFolderFileStore({ folder })
await store.put(endless(), { limitBytes: 1e9 })

async function* endless(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half of a')
  yield Buffer.from('n upload')
  console.log('half-way')
  await new Promise((goOn) => setTimeout(goOn, 60_000))
}
