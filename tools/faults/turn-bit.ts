import { chmodSync, closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'

/** Turns one bit of a file, as a worn-out disk does; answers what turns it back. */
export function turnBit(path: string, at: number, bit: number): () => void {
  const { mode } = statSync(path)
  // What is filed may not be written to, by nobody but a disk.
  chmodSync(path, mode | 0o200)
  const file = openSync(path, 'r+')
  try {
    const byte = Buffer.alloc(1)
    if (at < 0 || readSync(file, byte, 0, 1, at) !== 1) throw new Error('there is no such byte')
    writeSync(file, Buffer.from([(byte[0] ?? 0) ^ (1 << bit)]), 0, 1, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
    chmodSync(path, mode)
  }
  return () => void turnBit(path, at, bit)
}
