import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readlinkSync } from 'node:fs'
import { ioctlCallers, isInstalled } from './forgetful-disk.ts'

/** What is missing here for cutting the power of a disk, in Portuguese; empty where nothing is. */
export function missingForPowerCuts(): string[] {
  if (process.platform !== 'linux') return ['Linux']
  const programs = ['mkfs.ext4', 'e2fsck', 'mount', 'umount', 'unshare'].filter((program) => !isInstalled(program))
  const lacks = (holds: boolean, what: string) => (holds ? [] : [what])
  const missing = [
    ...lacks(process.getuid?.() === 0, 'ser root'),
    ...programs.map((program) => `o programa ${program}`),
    ...lacks(Object.keys(ioctlCallers).some(isInstalled), 'perl ou python3, para a chamada ioctl'),
    ...lacks(existsSync('/dev/loop-control'), 'dispositivos de laço (/dev/loop-control)'),
  ]
  if (missing.length > 0) return missing
  return lacks(spawnSync('unshare', [...apart, 'true']).status === 0, 'o direito de montar discos')
}

/**
 * Starts a script where mounts are its own: nobody else sees the disk, nobody else can keep it busy, and it goes away with
 * the last process that uses it, however that one ended.
 */
export function startApart(script: string, args: readonly string[], output: 'inherit' | 'pipe'): ChildProcess {
  return spawn('unshare', [...apart, process.execPath, script, ...args], {
    stdio: ['ignore', output, output],
    env: { ...process.env, [seenBy]: mountsHere() },
  })
}

/** Whether this very process was started so. */
export function isApart(): boolean {
  const parents = process.env[seenBy]
  return parents !== undefined && parents !== mountsHere()
}

const apart = ['--mount', '--propagation', 'private']
const seenBy = 'CARIMBO_FALTAS_MONTAGENS'

function mountsHere(): string {
  return readlinkSync('/proc/self/ns/mnt')
}
