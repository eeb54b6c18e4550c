import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWitness, writeWitness } from './witness.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carimbo-cabecas-'))
  file = join(folder, 'registro', 'cabecas.txt')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['half a line', 'Y2FiZcOnYQ'],
  ['room that was given and never filled', '\0'.repeat(40)],
])('a head written after a power cut that left %s stands in a line of its own', (_, torn) => {
  writeWitness([file], 'primeira')
  appendFileSync(file, torn)
  expect(readWitness(file)).toEqual(['primeira'])
  writeWitness([file], 'segunda')
  expect(readWitness(file)).toEqual(['primeira', 'segunda'])
})

it('a file of which nothing but half a line was left begins anew', () => {
  writeWitness([file], '')
  rmSync(file)
  appendFileSync(file, 'Y2Fi')
  writeWitness([file], 'primeira')
  expect(readWitness(file)).toEqual(['primeira'])
})
