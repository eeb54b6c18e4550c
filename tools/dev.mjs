// The developer's server: builds, starts, and does both again whenever a source changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, 'dist')
const inChild = new URL('../bin/bootstrap/in-child.mjs', import.meta.url).href
const calmMs = 120

let server
let timer
let busy = false
let again = false

await rebuild()
for (const folder of ['src', 'db/migrations']) watch(join(root, folder), { recursive: true }, changed)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await stopServer()
    process.exit(0)
  })
}

function changed(_event, file) {
  if (/\.test\.tsx?$|\.md$|~$/.test(file ?? '')) return
  clearTimeout(timer)
  timer = setTimeout(rebuild, calmMs)
}

async function rebuild() {
  if (busy) {
    again = true
    return
  }
  busy = true
  const started = performance.now()
  try {
    await build({ root, output })
    await stopServer()
    server = spawn(process.execPath, ['--enable-source-maps', '--import', inChild, join(output, 'main.js')], {
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
      env: { ...process.env, CARIMBO_LACO_FD: '3' },
    })
    console.error(`[dev] built in ${Math.round(performance.now() - started)} ms`)
  } catch (error) {
    console.error(`[dev] ${error.message}`)
  }
  busy = false
  if (again) {
    again = false
    await rebuild()
  }
}

async function stopServer() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
}
