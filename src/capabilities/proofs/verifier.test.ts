import { spawnSync } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { sealAll } from '../../../test/support/builders-proofs.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { openFakeAuthority } from '../../platform/time-stamp/fake-authority.test-support.ts'
import { openTimeStamper } from '../../platform/time-stamp/index.ts'
import { canonicalJson } from '../../rich-text/index.ts'
import { timeStampHead } from '../history/index.ts'
import { checkProof } from './verifier.test-support.ts'

type Json = null | number | string | boolean | Json[] | { [name: string]: Json }

let house: TestHouse
let receipt: { [name: string]: Json }
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'carimbo-verificador-'))
  house = await openTestHouse()
  const authority = await openFakeAuthority()
  const { digits } = await aCaseFile(house, {})
  const number = await aDraft(house, digits, { text: 'Autorizo a despesa.' })
  await signDocument(house, number)
  const crc = await signDocument(house, number, { by: 'paulo' })
  const ask = () => house.visitor().open(`/autenticidade/comprovante?codigo=${number}&crc=${crc}`)
  await sealAll(house)
  await timeStampHead(house.db, openTimeStamper(authority.url), house.platform.clock())
  await authority.close()
  receipt = JSON.parse((await ask()).bytes.toString())
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Every place of a value in the receipt, as the way to it. */
function placesOf(value: Json, way: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [way]
  return Object.entries(value).flatMap(([name, part]) =>
    placesOf(part, [...way, Array.isArray(value) ? Number(name) : name]),
  )
}

function changed(value: Json): Json {
  if (typeof value === 'number') return value + 1
  if (value === null) return 'x'
  const words = String(value)
  // The middle letter becomes another of the same kind, so that only its meaning is wrong.
  const middle = Math.floor(words.length / 2)
  const letter = words[middle] === 'a' ? 'b' : words[middle] === '1' ? '2' : /\d/.test(words[middle] ?? '') ? '1' : 'a'
  return words.slice(0, middle) + letter + words.slice(middle + 1)
}

function withChange(way: readonly (string | number)[], change: (value: Json) => Json): { [name: string]: Json } {
  const copy = structuredClone(receipt)
  let holder = copy as Record<string | number, Json>
  for (const step of way.slice(0, -1)) holder = holder[step] as Record<string | number, Json>
  const last = way.at(-1) ?? ''
  holder[last] = change(holder[last] ?? null)
  return copy
}

/** As one would who has stolen the key, or issues for a false log: everything outside the proof itself is in order again. */
function signedAgain(copy: { [name: string]: Json }) {
  const key = createPrivateKey(readFileSync(join(house.platform.config.dataFolder, 'chaves', 'registro.pem')))
  const { assinatura: _, ...rest } = copy
  const words = Buffer.from(`carimbo-comprovante-1\n${canonicalJson(rest)}`)
  return { ...rest, assinatura: sign(null, words, key).toString('base64') }
}

/** What stands in a receipt for people's comfort alone: only its signature covers it. */
const comfort = /^(emitido_em|instalacao\.|documento\.rotulo)/

describe('the verifier', () => {
  it('finds nothing wrong with a receipt as it was issued, time-stamp and all', () => {
    const { exit, lines } = checkProof(receipt)
    expect(lines.filter(({ mark }) => mark === 'bad')).toEqual([])
    expect(exit).toBe(0)
    expect(lines.some(({ text }) => text.startsWith('Carimbo do tempo de'))).toBe(true)
  })

  it('R2 notices a change of any field, and any field that is missing', () => {
    const places = placesOf(receipt)
    expect(places.length).toBeGreaterThan(30)
    for (const way of places) {
      for (const copy of [withChange(way, changed), withChange(way, () => null)]) {
        if (canonicalJson(copy) !== canonicalJson(receipt)) expect(checkProof(copy).exit, way.join('.')).not.toBe(0)
      }
    }
  })

  it('R2 notices it even when the receipt was signed again with the stolen key', () => {
    for (const way of placesOf(receipt)) {
      const name = way.join('.')
      if (comfort.test(name) || name === 'assinatura') continue
      // Without time-stamp, or with none, a receipt is only weaker: it says so itself.
      const copy = withChange(way, changed)
      expect(checkProof(signedAgain(copy)).exit, name).not.toBe(0)
    }
  })

  it('R2 notices a head that was not signed so, where no time-stamp tells of it either', () => {
    const head = receipt.cabeca as { nota: string; chave: string }
    const withNote = (nota: string) => signedAgain({ ...receipt, carimbo_do_tempo: null, cabeca: { ...head, nota } })
    expect(checkProof(withNote(head.nota)).exit).toBe(0)
    const at = head.nota.indexOf('em 20') + 5
    const later = head.nota.slice(0, at) + (head.nota[at] === '9' ? '8' : '9') + head.nota.slice(at + 1)
    const signature = head.nota.length - 20
    const other = head.nota[signature] === 'A' ? 'B' : 'A'
    const forged = head.nota.slice(0, signature) + other + head.nota.slice(signature + 1)
    for (const note of [later, forged, `${head.nota}x`, head.nota.replace('\n\n', '\nmais\n\n')]) {
      expect(checkProof(withNote(note)).exit).toBe(2)
    }
  })

  it('R2 notices signatures and records that were left out', () => {
    const cut = (name: string) => ({ ...receipt, [name]: (receipt[name] as Json[]).slice(0, -1) })
    for (const name of ['assinaturas', 'registros', 'selos']) {
      expect(checkProof(signedAgain(cut(name) as typeof receipt)).exit, name).toBe(2)
    }
  })

  it.each<[string, unknown, number]>([
    ['no object at all', 'palavra', 3],
    ['null', null, 3],
    ['an empty object', {}, 3],
    ['a form without content', { formato: 'carimbo-comprovante-1' }, 2],
    ['lists that are none', { formato: 'carimbo-consistencia-1', chave: 'AAAA', de: '', ate: '', caminho: {} }, 2],
  ])('answers %s and never throws', (_name, proof, exit) => {
    expect(checkProof(proof).exit).toBe(exit)
  })

  it('holds the key against the one that somebody has by another way', () => {
    const key = (receipt.cabeca as { chave: string }).chave
    expect(checkProof(receipt, { key }).exit).toBe(0)
    expect(checkProof(receipt, { key: `${key.slice(0, -4)}AAA=` }).exit).toBe(2)
  })

  it('is one file that runs alone, and says by its exit code what it found', () => {
    const alone = join(folder, 'verificador.mjs')
    copyFileSync('bin/verify.mjs', alone)
    const write = (name: string, content: unknown) => {
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
      return join(folder, name)
    }
    const good = write('comprovante.json', receipt)
    const bad = write('alterado.json', withChange(['conteudo', 'sha256'], changed))
    const run = (...args: string[]) => spawnSync(process.execPath, [alone, ...args], { encoding: 'utf8', cwd: folder })
    const fine = run(good, '--extrair', join(folder, 'texto.json'))
    expect([fine.status, fine.stderr]).toEqual([0, ''])
    expect(fine.stdout).toContain('TUDO CONFERE.')
    expect(readFileSync(join(folder, 'texto.json'), 'utf8')).toContain('Autorizo a despesa.')
    expect(run(bad).status).toBe(2)
    expect(run(bad).stdout).toContain('NÃO CONFIE')
    expect(run(write('outro.json', 'não é JSON')).status).toBe(3)
    expect(run(write('print.pdf', '%PDF-1.7'), good).status).toBe(3)
    const print = run(good, join(folder, 'print.pdf'))
    expect([print.status, print.stdout.includes('é uma impressão do documento')]).toEqual([2, true])
    expect(run().status).toBe(1)
  })
})
