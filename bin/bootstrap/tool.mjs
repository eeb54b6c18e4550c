import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runUntilExit } from './child.mjs'
import { prepare } from './prepare.mjs'
import { failWith, StartupProblem } from './problem.mjs'
import { projectRoot } from './root.mjs'

/** Runs a command that the build bundles into `dist/<name>.js`, with the arguments it was given. */
export async function runBuilt(name, { dev = false } = {}) {
  try {
    const node = await prepare({ dev })
    const script = join(projectRoot, 'dist', `${name}.js`)
    if (!existsSync(script)) throw new StartupProblem(`Este programa não traz o comando ${name}.`)
    runUntilExit(node, [script, ...process.argv.slice(2)])
  } catch (error) {
    failWith(error, `executar ${name}`)
  }
}

/** Runs a script of the checkout as it is; Node 24 takes the types out by itself. */
export async function runScript(path, { build = false } = {}) {
  try {
    const node = await prepare({ dev: true, build })
    runUntilExit(node, [join(projectRoot, path), ...process.argv.slice(2)])
  } catch (error) {
    failWith(error, `executar ${path}`)
  }
}
