import { execFile, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, link, mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileStore, openFolderFileStore } from './index.ts'

let folder: string
let store: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carimbo-files-'))
  store = await openFolderFileStore({ folder })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const limitBytes = 1_000_000
const content = Buffer.from('Despacho nº 1: à unidade de licitações.')
const sha256 = createHash('sha256').update(content).digest('hex')
const pathOf = (name: string) => join(folder, name.slice(0, 2), name.slice(2, 4), name)
const temporaryFiles = () => readdir(join(folder, 'temporary'))
const put = (...pieces: Uint8Array[]) => store.put(Readable.from(pieces), { limitBytes })

describe('what is stored', () => {
  test('whatever the bytes and however they arrive in pieces, the same bytes come back under their hash', async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(pieces, async (given) => {
        const whole = Buffer.concat(given)
        const outcome = await put(...given)
        const name = createHash('sha256').update(whole).digest('hex')
        expect(outcome).toEqual({ done: true, value: { sha256: name, sizeBytes: whole.length } })
        const stream = await store.open(name)
        expect(stream && (await buffer(stream))).toEqual(whole)
        expect(await store.stat(name)).toEqual({ sizeBytes: whole.length })
        expect(await store.verify(name)).toBe('intact')
      }),
      { numRuns: 25 },
    )
    expect(await temporaryFiles()).toEqual([])
  })

  test('lies as aa/bb/hash, and nobody may write to it', async () => {
    await put(content)
    expect((await stat(pathOf(sha256))).mode & 0o777).toBe(0o440)
  })

  test('the same content stored by many at once is one file, whole, with a single name', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => put(content.subarray(0, 9), content.subarray(9))),
    )
    expect(outcomes.every((outcome) => outcome.done)).toBe(true)
    expect(await readdir(join(pathOf(sha256), '..'))).toEqual([sha256])
    expect((await stat(pathOf(sha256))).nlink).toBe(1)
    expect(await temporaryFiles()).toEqual([])
  })

  test('stored again over a copy that the disk spoiled, the content is whole again', async () => {
    await put(content)
    await spoil(sha256)
    expect((await put(content)).done).toBe(true)
    expect(await store.verify(sha256)).toBe('intact')
  })
})

describe('reading', () => {
  test.each([
    [{ first: 0, last: 7 }, 'Despacho'],
    [{ first: 9 }, 'nº 1: à unidade de licitações.'],
    [{ first: content.length - 1 }, '.'],
    [{ first: 0, last: 9_999 }, content.toString()],
    [{ first: content.length }, undefined],
    [{ first: 5, last: 4 }, undefined],
    [{ first: -1 }, undefined],
  ])('the part %o of a file', async (range, expected) => {
    await put(content)
    const stream = await store.open(sha256, range)
    expect(stream && (await text(stream))).toBe(expected)
  })

  test.each(['', 'a', '0'.repeat(64), '../'.repeat(30), '../../../../etc/passwd', sha256.toUpperCase(), `${sha256}\n`])(
    'a name that is not here (%j) opens nothing',
    async (name) => {
      await put(content)
      expect(await store.open(name)).toBeUndefined()
      expect(await store.stat(name)).toBeUndefined()
      expect(await store.verify(name)).toBe('missing')
    },
  )

  test('a file that was changed on the disk is told, and never arrives complete', async () => {
    await put(content)
    await spoil(sha256)
    expect(await store.verify(sha256)).toBe('changed')
    const received: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of (await store.open(sha256)) ?? []) received.push(piece)
    })()
    await expect(reading).rejects.toThrow('no longer has the content')
    expect(Buffer.concat(received).length).toBeLessThan(content.length)
  })

  test('a file cut short on the disk is told as changed', async () => {
    await put(content)
    await chmod(pathOf(sha256), 0o640)
    await truncate(pathOf(sha256), 5)
    expect(await store.verify(sha256)).toBe('changed')
  })
})

describe('what is refused leaves nothing behind', () => {
  test('a file one byte over the limit, of which the rest is not even read', async () => {
    const source = Readable.from(endless())
    expect(await store.put(source, { limitBytes: 99_999 })).toEqual({ done: false, refusals: ['too-large'] })
    expect(source.destroyed).toBe(true)
    expect(await temporaryFiles()).toEqual([])
    expect(await store.put(Readable.from([Buffer.alloc(101)]), { limitBytes: 100 })).toMatchObject({ done: false })
    expect(await store.put(Readable.from([Buffer.alloc(100)]), { limitBytes: 100 })).toMatchObject({ done: true })
  })

  test('an upload that breaks half-way fails with its own error', async () => {
    await expect(store.put(Readable.from(breaking()), { limitBytes })).rejects.toThrow('the browser was closed')
    expect(await temporaryFiles()).toEqual([])
    expect((await readdir(folder)).sort()).toEqual(['temporary'])
  })

  test.skipIf(!canMountSmallDisk())(
    'a file that fills the disk; after it, a smaller one is stored',
    async () => {
      const mount = `mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" "$3" "$1"`
      const run = ['-m', 'sh', '-c', mount, 'sh', folder, process.execPath, probe('full-disk')]
      const { stdout } = await promisify(execFile)('unshare', run)
      expect(JSON.parse(stdout)).toEqual({ outcomes: ['done', 'disk-full', 'done'], left: 0 })
    },
    30_000,
  )
})

describe('what was eliminated', () => {
  test('leaves its place also where coming back was once cut off before the other name went', async () => {
    await put(content)
    await store.setAside(sha256)
    await link(join(folder, 'eliminados', sha256), pathOf(sha256))
    expect(await store.setAside(sha256)).toBe(true)
    expect(await store.verify(sha256)).toBe('missing')
    await store.bringBack(sha256)
    expect(await store.verify(sha256)).toBe('intact')
    expect(await readdir(join(folder, 'eliminados'))).toEqual([])
  })
})

describe('what is taken away because nobody names it', () => {
  test('is there again, whole, for whoever stores the same content at that very moment', async () => {
    const longAgo = new Date('2026-01-01')
    const outcomes = new Set<boolean>()
    for (let n = 0; n < 60; n++) {
      await put(content)
      await utimes(pathOf(sha256), longAgo, longAgo)
      const taking = store.setAsideIfStoredBefore(sha256, new Date('2026-01-02'))
      // Now before, now after, and now in the middle of it.
      for (let turns = 0; turns < n % 12; turns++) await new Promise((goOn) => setImmediate(goOn))
      const [isAside] = await Promise.all([taking, put(content)])
      outcomes.add(isAside)
      expect(await store.verify(sha256)).toBe('intact')
      await store.removeAside(sha256)
    }
    expect(outcomes).toContain(true)
  })

  test('is listed by the first figures of its name, and by its age', async () => {
    await put(content)
    const prefix = sha256.slice(0, 2)
    const soon = new Date(Date.now() + 60_000)
    expect(await store.names(prefix)).toEqual([sha256])
    expect(await store.names(prefix, soon)).toEqual([sha256])
    expect(await store.names(prefix, new Date('2026-01-01'))).toEqual([])
    expect(await store.names(prefix === 'ff' ? '00' : 'ff')).toEqual([])
    await expect(store.names('..')).rejects.toThrow()
  })
})

describe('left-over uploads', () => {
  test('of a process that was killed are deleted at the next start, those of living processes are not', async () => {
    const child = spawn(process.execPath, [probe('killed-upload'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((goOn) => child.stdout.once('data', goOn))
    const ended = new Promise((goOn) => child.once('exit', goOn))

    await openFolderFileStore({ folder })
    expect(await temporaryFiles()).toHaveLength(1)
    child.kill('SIGKILL')
    await ended
    await openFolderFileStore({ folder })
    expect(await temporaryFiles()).toEqual([])
  }, 30_000)

  test('of other machines are deleted when they are old, and nothing else is', async () => {
    const old = join(folder, 'temporary', `${'0'.repeat(12)}-99999999-${'0'.repeat(24)}.part`)
    const recent = join(folder, 'temporary', `${'0'.repeat(12)}-99999999-${'1'.repeat(24)}.part`)
    const foreign = join(folder, 'temporary', 'LEIA-ME.txt')
    for (const path of [old, recent, foreign]) await writeFile(path, 'half')
    for (const path of [old, foreign]) await utimes(path, new Date('2026-01-01'), new Date('2026-01-01'))

    await openFolderFileStore({ folder })
    expect(await temporaryFiles()).toHaveLength(3)
    expect(await store.sweepTemporary(new Date('2026-01-02'))).toBe(1)
    expect((await temporaryFiles()).sort()).toEqual([recent, foreign].map((path) => path.split('/').at(-1)))
  })
})

test('an upload of 150 MB takes less than 32 MB of memory', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', probe('upload-memory'), folder, '150'])
  const { done, grownBytes } = JSON.parse(stdout)
  expect(done).toBe(true)
  expect(grownBytes).toBeLessThan(32 * 1024 * 1024)
}, 60_000)

async function spoil(name: string): Promise<void> {
  await chmod(pathOf(name), 0o640)
  const spoiled = Buffer.from(content)
  spoiled[3] = (spoiled[3] ?? 0) ^ 1
  await writeFile(pathOf(name), spoiled)
}

async function* endless() {
  for (;;) yield Buffer.alloc(1000)
}

async function* breaking() {
  yield Buffer.from('half')
  throw new Error('the browser was closed')
}

function probe(name: string): string {
  return fileURLToPath(new URL(`./${name}.probe.ts`, import.meta.url))
}

/** A disk of one megabyte needs Linux and the right to mount; elsewhere this one test is left out. */
function canMountSmallDisk(): boolean {
  const attempt = 'mount -t tmpfs -o size=1m tmpfs /mnt'
  return process.platform === 'linux' && spawnSync('unshare', ['-m', 'sh', '-c', attempt]).status === 0
}
