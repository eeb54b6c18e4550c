import { execFile, spawn } from 'node:child_process'
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as esbuild from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCaseFile, eventsOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload, rowOf } from '../../../../test/support/builders-documents.ts'
import { aPdf, askForCopy, copyOf, idOf, openZip, wordsOf } from '../../../../test/support/builders-output.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { PdfError } from '../../../platform/pdf/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { projectRoot } from '../../../platform/project-root.ts'
import { generatedFiles, generatedFolder } from '../generated-files.ts'
import { outputTasks } from '../output-jobs.ts'
import { runCopy } from './run-copy.ts'

let house: TestHouse
let marina: Person
const probeFolder = join(projectRoot, 'node_modules', `.carimbo-probe-${process.pid}`)

beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(async () => {
  await house.close()
  await rm(probeFolder, { recursive: true, force: true })
})

const task = (name: string) => outputTasks(house.platform)[name]?.({}) ?? Promise.reject(new Error(`no task ${name}`))
const rowOfCopy = async (id: string) => (await house.db`select * from output.export where id = ${id}`)[0] ?? {}

/** The files that lie in the folder of made files, unfinished ones too. */
async function madeFiles(): Promise<string[]> {
  await generatedFiles(house.platform)
  const entries = await readdir(generatedFolder(house.platform), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

async function aCaseOfUploads(count: number) {
  const made = await aCaseFile(house, { level: 'restricted' })
  for (let n = 1; n <= count; n += 1) {
    await anUpload(house, made.digits, {
      fileName: `arquivo-${n}.txt`,
      content: `Conteúdo número ${n} de ${made.number}.`,
    })
  }
  return made
}

describe('R9 a worker that dies in the middle', () => {
  test('is replaced: one copy comes of it, whole, told of once', { timeout: 60_000 }, async () => {
    const made = await aCaseOfUploads(12)
    const id = idOf(await askForCopy(marina, at.prot, made.digits, { kind: 'zip' }))
    const before = await madeFiles()
    const folder = house.platform.config.dataFolder
    const child = spawn(process.execPath, [await builtProbe(), folder, house.databaseUrl, id, '150'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let opened = 0
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => {
        opened += data.toString().split('opened').length - 1
        if (opened >= 4) resolve()
      })
      child.on('exit', () => reject(new Error('the worker ended by itself')))
    })
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
    await new Promise((resolve) => child.on('exit', resolve))

    expect(await rowOfCopy(id)).toMatchObject({ state: 'working', sha256: null })
    expect((await marina.open(`/em/${at.prot}/exportacoes/${id}`)).text).toContain('Andamento')
    expect((await marina.open(`/em/${at.prot}/exportacoes/${id}/arquivo`)).status).toBe(404)

    await task('output:revive')
    await house.workOff()
    expect((await rowOfCopy(id)).state, 'not before it is taken for dead').toBe('working')
    house.passTime(3 * 60_000)
    await task('output:revive')
    await house.workOff()

    const file = await marina.open(`/em/${at.prot}/exportacoes/${id}/arquivo`)
    expect(openZip(file.bytes).names).toHaveLength(14)
    expect((await eventsOf(house, made.id)).filter((kind) => kind === 'case-exported')).toHaveLength(1)
    expect(await house.db`select 1 from output.export where case_file_id = ${made.id}`).toHaveLength(1)
    const left = (await madeFiles()).filter((name) => !before.includes(name) && !name.endsWith('.part'))
    expect(left).toEqual([(await rowOfCopy(id)).sha256])
  })

  test('and wakes up again, changes nothing any more', async () => {
    const made = await aCaseOfUploads(3)
    const id = idOf(await askForCopy(marina, at.prot, made.digits, { kind: 'zip' }))
    const asleep = Promise.withResolvers<void>()
    const stopped = Promise.withResolvers<void>()
    const moment = house.platform.clock()
    const slow: Platform = {
      ...house.platform,
      clock: () => moment,
      randomness: { token: () => 'the-sleeper-has-this-token' },
      files: {
        ...house.platform.files,
        open: async (sha256, range) => {
          stopped.resolve()
          await asleep.promise
          return house.platform.files.open(sha256, range)
        },
      },
    }
    const sleeper = runCopy(slow, { exportId: id })
    await stopped.promise
    house.passTime(3 * 60_000)
    await task('output:revive')
    await house.workOff()
    const made1 = await rowOfCopy(id)
    expect(made1.state).toBe('ready')
    asleep.resolve()
    await sleeper
    expect(await rowOfCopy(id)).toEqual(made1)
    expect((await eventsOf(house, made.id)).filter((kind) => kind === 'case-exported')).toHaveLength(1)
  })

  test('with its file in its hands, does not make it the copy any more', async () => {
    const made = await aCaseFile(house, { level: 'restricted' })
    await signDocument(house, await aDraft(house, made.digits, { text: 'Um texto.' }))
    const id = idOf(await askForCopy(marina, at.prot, made.digits))
    const asleep = Promise.withResolvers<void>()
    const stopped = Promise.withResolvers<void>()
    const moment = house.platform.clock()
    const slow: Platform = {
      ...house.platform,
      clock: () => moment,
      pdf: {
        ...house.platform.pdf,
        renderCaseFile: async (input, path) => {
          const made = await house.platform.pdf.renderCaseFile({ ...input, summary: 'Do adormecido' }, path)
          stopped.resolve()
          await asleep.promise
          return made
        },
      },
    }
    const sleeper = runCopy(slow, { exportId: id })
    await stopped.promise
    house.passTime(3 * 60_000)
    await task('output:revive')
    await house.workOff()
    const ready = await rowOfCopy(id)
    asleep.resolve()
    await sleeper
    expect(ready.state).toBe('ready')
    expect(await rowOfCopy(id)).toEqual(ready)
    expect((await eventsOf(house, made.id)).filter((kind) => kind === 'case-exported')).toHaveLength(1)
  })

  test('time after time, is given up with a sentence', async () => {
    const made = await aCaseOfUploads(1)
    const id = idOf(await askForCopy(marina, at.prot, made.digits, { kind: 'zip' }))
    await house.db`update output.export set attempts = 3 where id = ${id}`
    await house.workOff()
    expect((await marina.open(`/em/${at.prot}/exportacoes/${id}`)).text).toContain('Houve uma falha no servidor')
  })
})

describe('a copy that fails', () => {
  test('says why, and can be tried again', async () => {
    const made = await aCaseFile(house)
    await signDocument(house, await aDraft(house, made.digits, { text: 'Texto que sai na segunda vez.' }))
    const asked = await askForCopy(marina, at.prot, made.digits)
    const id = idOf(asked)
    const falling: Platform = {
      ...house.platform,
      pdf: { ...house.platform.pdf, renderCaseFile: () => Promise.reject(new PdfError('crashed', 'it fell')) },
    }
    await expect(runCopy(falling, { exportId: id })).rejects.toThrow('it fell')
    expect((await rowOfCopy(id)).state).toBe('queued')
    await expect(runCopy(falling, { exportId: id })).rejects.toThrow('it fell')
    await runCopy(falling, { exportId: id })
    const page = await marina.open(asked.url)
    expect(page.text).toContain('A cópia não foi feita')
    expect(page.text).toContain('O gerador de PDF não conseguiu terminar.')
    const again = await marina.send(page, 'form[action$="/nova-tentativa"]')
    expect(again.text).toContain('Esperando a vez')
    await house.workOff()
    expect(await wordsOf((await marina.open(`${asked.url}/arquivo`)).bytes)).toContain('Texto que sai na segunda vez.')
  })

  test('a file that is gone, or was changed on the disk, is told of and costs no other', async () => {
    const made = await aCaseFile(house)
    const gone = await anUpload(house, made.digits, { fileName: 'sumido.pdf', content: await aPdf(house, 'Sumido.') })
    const changed = await anUpload(house, made.digits, {
      fileName: 'mudado.pdf',
      content: await aPdf(house, 'Mudado.'),
    })
    const whole = await anUpload(house, made.digits, {
      fileName: 'inteiro.pdf',
      content: await aPdf(house, 'Inteiro.'),
    })
    await rm(await pathOf(gone), { force: true })
    await chmod(await pathOf(changed), 0o600)
    await writeFile(await pathOf(changed), 'outra coisa')
    const pdf = await wordsOf((await copyOf(house, marina, at.prot, made.digits)).file.bytes)
    expect(pdf).toContain('Inteiro.')
    expect(pdf).toMatch(new RegExp(`${gone}\\) O arquivo não foi encontrado no acervo`))
    expect(pdf).toMatch(new RegExp(`${changed}\\) O arquivo está danificado`))
    const zip = openZip((await copyOf(house, marina, at.prot, made.digits, { kind: 'zip' })).file.bytes)
    expect(zip.manifest.naoIncluidos.map(({ documento }) => documento)).toEqual([gone, changed])
    expect(zip.names).toContain(`003_Requerimento_${whole}.pdf`)
  })
})

describe('R11 the size of a case file does not stand in memory', () => {
  test('200 MB of films become a ZIP within some dozens of MB', { timeout: 120_000 }, async () => {
    const made = await aCaseFile(house)
    const film = Buffer.alloc(9_900_000, 7)
    film.set([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d, 0, 0, 2, 0], 0)
    for (let n = 0; n < 20; n += 1) await anUpload(house, made.digits, { fileName: 'filme.mp4', content: film })
    const id = idOf(await askForCopy(marina, at.prot, made.digits, { kind: 'zip' }))
    const { stdout } = await promisify(execFile)(process.execPath, [
      await builtProbe(),
      house.platform.config.dataFolder,
      house.databaseUrl,
      id,
    ])
    const row = await rowOfCopy(id)
    expect(row.state).toBe('ready')
    expect(Number(row.size_bytes)).toBeGreaterThan(197_000_000)
    expect(Number(/grew (\d+) KiB/.exec(stdout)?.[1])).toBeLessThan(100 * 1024)
  })
})

/** A worker as a program of its own, bundled as a release is. */
async function builtProbe(): Promise<string> {
  const outfile = join(probeFolder, 'run-copy.mjs')
  await mkdir(probeFolder, { recursive: true })
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'run-copy.probe.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  })
  return outfile
}

async function pathOf(number: string): Promise<string> {
  const { id } = await rowOf(house, number)
  const [row] = await house.db<{ sha256: string }[]>`select sha256 from documents.file where document_id = ${id}`
  const sha256 = row?.sha256 ?? ''
  return join(house.platform.config.dataFolder, 'arquivos', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}
