import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const unreadableForMs = 5_000

/**
 * Takes the lock file, waiting for whoever holds it, and answers the function that gives it back. A lock whose holder
 * died (even by `kill -9`, even before a reboot) is taken over. `onWait` is called once, if there is a wait.
 */
export async function holdLock(path, { onWait, deadlineMs = 900_000 } = {}) {
  mkdirSync(dirname(path), { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), mark: processMark(process.pid) })
  const started = Date.now()
  let told = false
  for (;;) {
    try {
      // Flushed: after a power cut it would be there without its words, and be waited for.
      writeFileSync(path, mine, { flag: 'wx', mode: 0o644, flush: true })
      return () => giveBack(path, mine)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (takeOverIfAbandoned(path)) continue
    if (Date.now() - started > deadlineMs) {
      throw new Error(`the lock ${path} was not given back in ${Math.round(deadlineMs / 1000)} s`)
    }
    if (!told && Date.now() - started > 700) {
      told = true
      onWait?.()
    }
    await sleep(50)
  }
}

/**
 * What tells this process from a later one with the same number; undefined when there is no such process. On Linux it is
 * the boot and the moment the process began; elsewhere only the number itself is known.
 */
export function processMark(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return undefined
  }
  if (process.platform !== 'linux') return String(pid)
  try {
    // The name in parentheses may hold spaces; state is the first field after it, the beginning the twentieth.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? undefined : `${bootId()}:${fields[19]}`
  } catch {
    return undefined
  }
}

function bootId() {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

function takeOverIfAbandoned(path) {
  const seen = read(path)
  if (seen === undefined) return true
  if (!isAbandoned(path, seen)) return false
  // Only one of many takers moves the file away. Should it have moved a newer lock, it puts that back.
  const moved = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    renameSync(path, moved)
    if (read(moved) !== seen) linkSync(moved, path)
  } catch {
    // Another taker was faster.
  }
  rmSync(moved, { force: true })
  return true
}

function isAbandoned(path, content) {
  try {
    const holder = JSON.parse(content)
    // A number of another machine or container says nothing here; its holder gives the lock back or somebody deletes it.
    return holder.host === hostname() && processMark(holder.pid) !== holder.mark
  } catch {
    // Created but not yet written, or cut off by a full disk.
    return ageMs(path) > unreadableForMs
  }
}

function giveBack(path, mine) {
  if (read(path) === mine) rmSync(path, { force: true })
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}
