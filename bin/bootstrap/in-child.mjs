// Loaded before the program by child.mjs and by the test runner: how a child behaves towards whoever started it.
import { Socket } from 'node:net'
import { constants } from 'node:os'

const impatientAfterMs = 2_000
const graceMs = 45_000

const fd = Number(process.env.CARIMBO_LACO_FD)
delete process.env.CARIMBO_LACO_FD
if (fd > 2) {
  endWithParent(fd)
  for (const signal of ['SIGINT', 'SIGTERM']) hearOnce(signal)
}

/** The other end of the pipe closes however the launcher ended, even by `kill -9`: then this process ends too. */
function endWithParent(fd) {
  const rope = new Socket({ fd, readable: true, writable: false })
  rope.on('error', () => rope.destroy())
  rope.on('close', () => {
    process.kill(process.pid, 'SIGTERM')
    // A program that does not finish in good order is not left behind either.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref()
  })
  rope.resume()
  rope.unref()
}

/**
 * A terminal, systemd and `timeout` signal every process of the group, and the launcher passes its signal on: the same
 * wish arrives twice and must not cut the orderly end short. Somebody who asks again later means it.
 */
function hearOnce(signal) {
  let firstAt
  process.on(signal, () => {
    const handledByProgram = process.listenerCount(signal) > 1
    const again = firstAt !== undefined && performance.now() - firstAt > impatientAfterMs
    if (again || (firstAt === undefined && !handledByProgram)) process.exit(128 + constants.signals[signal])
    firstAt ??= performance.now()
  })
}
