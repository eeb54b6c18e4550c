// Loaded into the program by the proof put to the proof, and only then: one kind of sync is promised and not done.
import fs from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const what = process.env.CARIMBO_FALTAS_SEM_SYNC
const handle = await open(process.execPath)
const handles = Object.getPrototypeOf(handle) as { sync: FileHandle['sync'] }
await handle.close()
const { sync } = handles
handles.sync = async function (this: FileHandle) {
  const isFolder = (await this.stat()).isDirectory()
  if (what !== (isFolder ? 'folders' : 'files')) await sync.call(this)
}
if (what === 'keys') {
  fs.fsyncSync = () => undefined
  syncBuiltinESMExports()
}
