import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the kernel counts in on every Linux that Node runs on. */
const msPerTick = 10

/** Memory that a process holds, in MiB. Of several that share some, each is counted with its part of it. */
export function memoryMiB(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const shared = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))
    return Number((shared ?? /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`)))?.[1] ?? 0)
  })
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** Resident memory of one process, in MiB: what the spec of a soak speaks of. */
export function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

export function descriptors(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

export interface CpuSoFar {
  readonly ownMs: number
  readonly machineMs: number
}

/** Processor time of some processes, and of the whole machine. */
export function cpuSoFar(pids: readonly number[]): CpuSoFar {
  const own = pids.map((pid) => {
    const stat = read(`/proc/${pid}/stat`)
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0) + Number(fields[13] ?? 0) + Number(fields[14] ?? 0)
  })
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (read('/proc/stat').split('\n')[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number)
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  return { ownMs: sum(own) * msPerTick, machineMs: sum([user, nice, system, irq, softirq]) * msPerTick }
}

/** Bytes of all files below a folder, in MiB. */
export function diskMiB(folder: string): number {
  let bytes = 0
  for (const name of readdirSync(folder, { recursive: true })) {
    try {
      const found = statSync(join(folder, String(name)))
      if (found.isFile()) bytes += found.size
    } catch {
      // Files of a database come and go.
    }
  }
  return bytes / 1_048_576
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
