import { spawn } from 'node:child_process'

/**
 * Leaves a shell that waits for our end: `read` returns when the pipe closes, however we died. It then stops the test
 * server at once and removes its cluster. A server stopped in good order is no longer named in `postmaster.pid`, and
 * the shell does nothing.
 */
export function dieTogether(pid: number, cluster: string): void {
  if (process.platform === 'win32') return
  const script = `
    trap '' INT TERM HUP
    read -r line
    [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ] || exit 0
    kill -QUIT "$1"
    tries=0
    while [ -e "$2/postmaster.pid" ] && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
    rm -rf "$2"`
  const shell = spawn('/bin/sh', ['-c', script, 'sh', String(pid), cluster], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => undefined)
  shell.unref()
  if (shell.stdin && 'unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref()
}
