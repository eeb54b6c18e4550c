import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { processMark } from './lock.mjs'

const inChild = new URL('./in-child.mjs', import.meta.url).href

/**
 * Runs Node with these arguments until it ends, passing signals on, and ends with its code. Should this process be killed
 * outright, the child notices and ends in good order, so that the next start finds its port and its database free.
 */
export function runUntilExit(node, args, env = process.env) {
  const child = spawn(node, ['--enable-source-maps', '--import', inChild, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...env, CARIMBO_LACO_FD: '3' },
  })
  // A terminal that closes is a request to end in good order, like any other.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
  // A terminal sends its Ctrl-C to the child too: passing it on would count as a second, impatient one.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  watchNpm(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`\nNão foi possível executar o Node.js em ${node}: ${error.message}.\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/** npm killed outright cannot tell us: whoever started `npm start` and killed it wants the server gone, not left over. */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return
  const marks = npmAncestors().map((pid) => [pid, processMark(pid)])
  if (marks.length === 0) return
  setInterval(() => {
    if (marks.some(([pid, mark]) => processMark(pid) !== mark)) onGone()
  }, 1000).unref()
}

/** Ourselves ← perhaps a shell ← npm, which names itself in its title. */
function npmAncestors() {
  const found = []
  let pid = process.ppid
  for (let step = 0; step < 3 && pid > 1; step++) {
    try {
      found.push(pid)
      if (/^npm\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return found
      pid = Number(
        readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')[1],
      )
    } catch {
      return []
    }
  }
  return []
}
