import { processMark } from '../../../bin/bootstrap/lock.mjs'
import { othersAlive, readState } from './state.ts'

/**
 * A program that ends without `stop` (a refused port, a bug, an impatient Ctrl-C) still takes its server along, unless
 * somebody else uses it. At this point only a signal can be sent; the server finishes by itself.
 */
export function leaveAtExit(dataFolder: string, me: string): { watch(pid: number): void; forget(): void } {
  let watched: { pid: number; mark: string | undefined } | undefined
  const leave = () => {
    if (!watched || watched.mark === undefined || processMark(watched.pid) !== watched.mark) return
    try {
      const state = readState(dataFolder)
      if (!state || !othersAlive(state, me)) process.kill(watched.pid, 'SIGINT')
    } catch {
      // Nothing more can be done; the next start joins the server or stops it.
    }
  }
  return {
    watch(pid) {
      if (!watched) process.once('exit', leave)
      watched = { pid, mark: processMark(pid) }
    },
    forget() {
      process.off('exit', leave)
    },
  }
}
