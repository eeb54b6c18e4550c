import { join } from 'node:path'
import { holdLock } from './lock.mjs'
import { installPackages, packagesAreReady } from './packages.mjs'
import { applyPatches } from './patches.mjs'
import { buildProgram, programIsReady } from './program.mjs'
import { projectRoot } from './root.mjs'
import { installRuntime, readyRuntime } from './runtime.mjs'

/**
 * Makes sure that the packages, a Node 24 and (unless `build` is false) the built program are in place, doing only what
 * is missing, and answers the path of that Node. Two starts at once wait for each other.
 */
export async function prepare({ dev = false, build = true } = {}) {
  const ready = () => packagesAreReady({ dev }) && readyRuntime() !== undefined && (!build || programIsReady())
  if (!ready()) {
    const release = await holdLock(join(projectRoot, '.runtime', 'preparo.lock'), {
      onWait: () => process.stderr.write('Outro comando está preparando o programa nesta pasta; aguardando…\n'),
    })
    try {
      if (readyRuntime() === undefined) await installRuntime()
      if (!packagesAreReady({ dev })) await installPackages({ dev })
      if (build && !programIsReady()) await buildProgram()
    } finally {
      release()
    }
  }
  applyPatches()
  return readyRuntime()
}
