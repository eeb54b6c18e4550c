import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { processMark } from '../bin/bootstrap/lock.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Stands for the product: says its number, and takes half a second to end in good order. */
const program = `
console.log('pid', process.pid)
process.once('SIGTERM', () => setTimeout(() => { console.log('ended in order'); process.exit(0) }, 500))
setInterval(() => undefined, 1000)
export {}
`

let checkout: string
const started: ChildProcess[] = []

describe('npm start, on a small program of its own', { timeout: 60_000 }, () => {
  beforeAll(() => {
    checkout = mkdtempSync(join(tmpdir(), 'carimbo-inicio-'))
    for (const path of ['bin', 'tools/build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      cpSync(join(root, path), join(checkout, path), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
    write('src/main.ts', program)
    write('src/ui/styles/main.css', 'body { color: red }')
    write('src/islands/editor.ts', `import { word } from './editor/word.ts'\nconsole.log(word)\n`)
    write('src/islands/editor/word.ts', `export const word = 'ilha'\n`)
    write('src/platform/pdf/worker.ts', `console.log('worker')\n`)
  })

  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL')
  })

  afterAll(() => rmSync(checkout, { recursive: true, force: true }))

  test('builds what is there, names what browsers fetch by its content, and starts', async () => {
    const run = start()
    await run.says(/pid \d+/)
    const manifest = JSON.parse(readFileSync(join(checkout, 'dist/public/manifest.json'), 'utf8')) as Record<
      string,
      string
    >
    expect(Object.keys(manifest)).toEqual(['editor.js', 'main.css'])
    expect(manifest['editor.js']).toMatch(/^editor-[A-Z0-9]{8}\.js$/)
    expect(existsSync(join(checkout, `dist/public/${manifest['main.css']}.br`))).toBe(true)
    expect(existsSync(join(checkout, 'dist/pdf.worker.js'))).toBe(true)
  })

  test('a second start builds nothing', async () => {
    const before = statSync(join(checkout, 'dist/main.js')).ino
    await start().says(/pid \d+/)
    expect(statSync(join(checkout, 'dist/main.js')).ino).toBe(before)
  })

  test('a changed source is built again', async () => {
    write('src/main.ts', `console.log('changed')\n${program}`)
    await start().says(/changed/)
  })

  test('two starts at once wait for each other', async () => {
    write('src/main.ts', program)
    const both = [start(), start()]
    await Promise.all(both.map((run) => run.says(/pid \d+/)))
    expect(both.filter((run) => run.output().includes('Preparando o programa'))).toHaveLength(1)
  })

  test('asked twice to end, as a process group is, it still ends in order', async () => {
    const run = start()
    const pid = Number((await run.says(/pid (\d+)/))[1])
    process.kill(pid, 'SIGTERM')
    run.child.kill('SIGTERM')
    await run.says(/ended in order/)
    expect(await run.code).toBe(0)
  })

  test('the program does not outlive a launcher killed outright', async () => {
    const run = start()
    const pid = Number((await run.says(/pid (\d+)/))[1])
    run.child.kill('SIGKILL')
    await run.says(/ended in order/)
    while (processMark(pid) !== undefined) await sleep(20)
  })

  test('a build that fails has ended when it says so: nobody writes any more where it is cleared away', async () => {
    write('src/main.ts', 'const = 1')
    const words = Array.from({ length: 400 }, (_, at) => at)
    for (const at of words) write(`src/islands/many/word-${at}.ts`, `export const word${at} = '${'x'.repeat(2000)}'\n`)
    write(
      'src/islands/many.ts',
      words.map((at) => `import { word${at} } from './many/word-${at}.ts'\nconsole.log(word${at})\n`).join(''),
    )
    const output = join(checkout, 'failing')
    const { build } = (await import(pathToFileURL(join(checkout, 'tools/build.mjs')).href)) as {
      build(of: { root: string; output: string }): Promise<void>
    }
    await expect(build({ root: checkout, output })).rejects.toThrow(/main\.ts/)
    expect(readdirSync(join(output, 'public')).filter((name) => name.startsWith('many-'))).toHaveLength(1)
    for (const path of ['src/islands/many.ts', 'src/islands/many', 'failing']) {
      rmSync(join(checkout, path), { recursive: true })
    }
  })

  test.each([
    [
      'a source that does not compile',
      () => write('src/main.ts', 'const = 1'),
      /^Não foi possível preparar o programa: .*main\.ts, linha 1\)\.$/,
    ],
    ['a lock that is gone', () => rmSync(join(checkout, 'package-lock.json')), /^Falta o arquivo package-lock\.json/],
  ])('%s is told in one sentence', async (_what, breakIt, sentence) => {
    breakIt()
    const run = start()
    expect(await run.code).toBe(1)
    const lines = run
      .output()
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith('…'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(sentence)
  })
})

function start() {
  const child = spawn(process.execPath, [join(checkout, 'bin/start.mjs')], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  return {
    child,
    output: () => text,
    code: new Promise<number | null>((resolve) => child.once('close', resolve)),
    async says(pattern: RegExp): Promise<RegExpExecArray> {
      for (const since = Date.now(); Date.now() - since < 20_000; await sleep(10)) {
        const match = pattern.exec(text)
        if (match) return match
      }
      throw new Error(`it never said ${pattern}, but: ${text}`)
    },
  }
}

function write(path: string, content: string): void {
  mkdirSync(join(checkout, path, '..'), { recursive: true })
  writeFileSync(join(checkout, path), content)
}
