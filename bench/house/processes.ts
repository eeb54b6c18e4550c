import { readdirSync, readFileSync } from 'node:fs'

/** Hundredths of a second: what the kernel counts in on every Linux that Node runs on. */
const msPerTick = 10

export interface CpuMs {
  readonly application: number
  readonly database: number
}

/** CPU that the application and PostgreSQL have used so far, with all their processes; zeros where there is no /proc. */
export function cpuSoFar(applicationPid: number, postmasterPid: number): CpuMs {
  const stats = allStats()
  return { application: ofTree(stats, applicationPid), database: ofTree(stats, postmasterPid) }
}

/** Resident memory of a process and of all below it, in MiB. */
export function residentMiB(pid: number): number {
  const stats = allStats()
  const kilobytes = tree(stats, pid).map(({ pid }) =>
    Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0),
  )
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024)
}

/** The same, each page of memory that several share counted once. */
export function proportionalMiB(pid: number): number {
  const kilobytes = tree(allStats(), pid).map(({ pid }) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  )
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024)
}

interface Stat {
  readonly pid: number
  readonly parent: number
  /** Its own, and that of its children which have ended. */
  readonly ticks: number
}

function allStats(): readonly Stat[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name)) ?? [])
  } catch {
    return []
  }
}

function statOf(pid: number): Stat | undefined {
  const text = read(`/proc/${pid}/stat`)
  // The name stands in brackets and may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  if (fields.length < 15) return undefined
  const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number)
  const ticks = (user ?? 0) + (system ?? 0) + (childrenUser ?? 0) + (childrenSystem ?? 0)
  return { pid, parent: Number(fields[1]), ticks }
}

function tree(stats: readonly Stat[], root: number): readonly Stat[] {
  const below = (pid: number): readonly Stat[] =>
    stats.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)])
  return [...stats.filter(({ pid }) => pid === root), ...below(root)]
}

function ofTree(stats: readonly Stat[], root: number): number {
  return tree(stats, root).reduce((sum, { ticks }) => sum + ticks, 0) * msPerTick
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
