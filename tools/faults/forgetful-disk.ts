import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolderNow } from '../../src/platform/sync-folder.ts'
import { killOutright, processesBelow } from './processes.ts'

/**
 * A small disk of its own whose power can be cut: an ext4 image in a file, mounted where only this process and its children
 * see it. What was not yet written to it when the power goes is lost, as on a real machine, and nothing of it comes back.
 */
export interface ForgetfulDisk {
  /** Where it is mounted. */
  readonly path: string
  /** Writes all that is still in memory: what comes before the proof is no part of it. */
  settle(): void
  /** From this moment nothing reaches the disk: pages in memory and the open part of the journal are never written. */
  cutPower(): void
  /** The power is back: checks the file system, which plays its journal, and mounts it again. */
  bringBack(): void
  /** Takes it away with all that is on it. May be called twice. */
  remove(): void
}

/** Makes the disk in a folder, formats and mounts it, and sees that it really forgets. Throws where it does not. */
export function openForgetfulDisk(folder: string, megabytes: number): ForgetfulDisk {
  const image = join(folder, 'disco.img')
  const path = join(folder, 'disco')
  mkdirSync(path)
  writeFileSync(image, '', { mode: 0o600 })
  // Sparse: it takes no more room than what is written to it.
  truncateSync(image, megabytes * 1_048_576)
  run('mkfs.ext4', ['-q', '-F', '-b', '4096', '-m', '0', image])
  // The journal waits five minutes instead of five seconds, so that only what somebody asked for reaches the disk.
  const mount = () => run('mount', ['-t', 'ext4', '-o', 'loop,nodev,nosuid,commit=300', image, path])
  let mounted = false
  const unmount = () => {
    if (!mounted) return
    killOutright(processesBelow(path))
    run('umount', [path])
    mounted = false
  }
  const disk: ForgetfulDisk = {
    path,
    settle: () => run('sync', ['-f', path]),
    cutPower: () => {
      run(...stopping(path))
    },
    bringBack: () => {
      patiently(unmount)
      // 1 is a journal that was played or a small mending; from 4 on the disk itself would be broken.
      run('e2fsck', ['-p', image], 1)
      mount()
      mounted = true
    },
    remove: () => {
      if (!existsSync(path)) return
      patiently(unmount)
      for (const one of [path, image]) rmSync(one, { recursive: true, force: true })
    },
  }
  mount()
  mounted = true
  try {
    assertForgets(disk)
  } catch (error) {
    disk.remove()
    throw error
  }
  return disk
}

/** What calls EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: Node has no ioctl, Debian's base has Perl. */
export const ioctlCallers: Readonly<Record<string, string>> = {
  perl: 'open(my $d, "<", $ARGV[0]) or die $!; my $f = pack("L", 2); ioctl($d, 0x8004587d, $f) or die "ioctl: $!"',
  python3:
    'import fcntl,os,struct,sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack("I", 2))',
}

/** Whether a program is installed. */
export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, program)))
}

function stopping(path: string): [string, string[]] {
  const caller = Object.keys(ioctlCallers).find(isInstalled) ?? 'perl'
  return [caller, [caller === 'perl' ? '-e' : '-c', ioctlCallers[caller] ?? '', path]]
}

/** A disk that kept everything would let every fault through: one file was asked to the disk, the other was not. */
function assertForgets(disk: ForgetfulDisk): void {
  const [asked, unasked] = [join(disk.path, 'pedido'), join(disk.path, 'nao-pedido')]
  writeFileSync(asked, 'fica', { flush: true })
  syncFolderNow(disk.path)
  writeFileSync(unasked, 'some')
  disk.cutPower()
  let stillWrites = true
  try {
    writeFileSync(join(disk.path, 'tarde'), 'demais', { flush: true })
  } catch {
    stillWrites = false
  }
  disk.bringBack()
  if (stillWrites || !existsSync(asked) || existsSync(unasked)) {
    throw new Error('O disco de prova não esquece o que não foi gravado: este núcleo não serve para esta prova.')
  }
  rmSync(asked)
}

/** Processes that were killed let go of a disk a moment later. */
function patiently(work: () => void): void {
  for (let tries = 1; ; tries++) {
    try {
      work()
      return
    } catch (error) {
      if (tries === 100) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
}

function run(command: string, args: readonly string[], highestCode = 0): void {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { status } = error as { status?: number | null }
    if (typeof status !== 'number' || status > highestCode) throw error
  }
}
