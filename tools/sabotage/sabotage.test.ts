import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/project-root.ts'
import { catalogue } from './catalogue.ts'
import { tellPage } from './report.text.ts'
import { changed, commandOf, type Sabotage, type TestProof } from './sabotage.ts'
import { type Told, toldOfCommand, verdictOn } from './verdict.ts'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const sources = new Map([...new Set(catalogue.map(({ change }) => change.file))].map((file) => [file, read(file)]))

describe('the catalogue of sabotages', () => {
  it('has each under a name of its own, with a harm in words and at least one test of the specification', () => {
    const ids = catalogue.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id))).toEqual([])
    const wordless = catalogue.filter(({ harm, guards }) => harm.length < 20 || guards.length === 0)
    expect(wordless.map(({ id }) => id)).toEqual([])
  })

  it('changes a text that stands exactly once in its file', () => {
    const lost = catalogue.filter(({ change }) => changed(sources.get(change.file) ?? '', change) === undefined)
    expect(lost.map(({ id, change }) => `${id}: ${change.file}`)).toEqual([])
  })

  it('names proofs that are there, tests by words that stand in their file', () => {
    const proofs = catalogue.flatMap(({ proof }) => ('file' in proof ? [proof] : []))
    const missing = proofs.filter(({ file }) => !existsSync(join(projectRoot, file)))
    expect(missing.map(commandOf)).toEqual([])
    const unnamed = proofs.filter((proof) => !titleStands(proof, read(proof.file)))
    expect(unnamed.map(commandOf)).toEqual([])
  })

  it('asks of each proof words that a program which cannot be loaded does not say', () => {
    const anything = ['', 'SyntaxError: Unexpected token', 'Cannot find module', 'Transform failed with 1 error']
    const lax = catalogue.filter(({ says }) => anything.some((words) => says.test(words)))
    expect(lax.map(({ id }) => id)).toEqual([])
  })
})

describe('a change', () => {
  it.each([
    ['once', 'a b c', 'a X c'],
    ['not at all', 'a c', undefined],
    ['twice', 'b b', undefined],
  ])('of a text that stands there %s', (_how, text, expected) => {
    expect(changed(text, { file: 'x', find: 'b', put: 'X' })).toBe(expected)
  })

  it('that changes nothing is none', () => {
    expect(changed('a b', { file: 'x', find: 'b', put: 'b' })).toBeUndefined()
  })
})

describe('a sabotage', () => {
  const says = /número repetido/
  it.each<[string, Told, string]>([
    ['is found by the words of its proof', told({ failures: ['T-15: número repetido'] }), 'found'],
    ['is not found where the proof passes', told({ passed: 3 }), 'missed'],
    ['is not found by other words', told({ passed: 1, failures: ['expected 200 to be 500'] }), 'otherwise'],
    ['is not found by a file that cannot be loaded', told({ broke: 'número repetido?' }), 'otherwise'],
    ['is left out where nothing of its proof can run', told({}), 'left-out'],
    ['is found by a command that ends with 1', toldOfCommand(1, 'problema: número repetido'), 'found'],
    ['is not found by one that cannot begin', toldOfCommand(2, 'número repetido'), 'otherwise'],
    ['is not found by one that ends well', toldOfCommand(0, ''), 'missed'],
  ])('%s', (_how, said, verdict) => {
    expect(verdictOn({ says }, said)).toBe(verdict)
  })
})

describe('the page', () => {
  const sabotage = { ...catalogue[0], id: 'uma-trava-a-menos', says: /repetido/ } as Sabotage
  const on = new Date('2026-03-10T12:00:00Z')
  const pageOf = (failures: string[], before: string, ids = ['uma-trava-a-menos', 'outra-porta-aberta']) =>
    tellPage(
      { commit: 'abc', on, machine: '2 núcleos', tried: [{ sabotage, told: told({ failures }), seconds: 2.6 }] },
      ids,
      before,
    )
  const other =
    '| `outra-porta-aberta`: harm | T-29 | `a.ts` | `npm test` | 3 | achada: 403 | 09/03/2026, commit aaa, x |'

  it('keeps the rows of what was not tried this time, in the order of the catalogue, and counts them', () => {
    const page = pageOf(['número repetido | <b>'], `# Antes\n${other}\n`)
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('| 3 | achada: número repetido \\| &lt;b> | 10/03/2026, commit abc, 2 núcleos |')
    expect(rows[1]).toBe(other)
    expect(page).toContain('2 de 2 sabotagens')
    expect(pageOf(['número repetido'], page, ['uma-trava-a-menos'])).not.toContain('outra-porta-aberta')
  })

  it('does not count what failed by other words', () => {
    const page = pageOf(['expected 200 to be 500'], '')
    expect(page).toContain('0 de 2 sabotagens')
    expect(page).toContain('**outra falha**: expected 200 to be 500')
  })
})

function told(some: Partial<Told>): Told {
  return { passed: 0, failures: [], broke: undefined, ...some }
}

/** Full names join those of a group and of a test, so the words may begin in one line and end in another. */
function titleStands({ test }: TestProof, text: string): boolean {
  return test === undefined || text.includes(test)
}
