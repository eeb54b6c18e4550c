import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { meaningOf } from './form-fields.ts'
import { projectRoot } from './project-root.ts'

describe('what a word of an address or a form stands for', () => {
  const table = { salvo: 'Salvo.', excluido: 'Excluído.' }

  it.each([
    ['salvo', 'Salvo.'],
    ['excluido', 'Excluído.'],
    ['', undefined],
    ['toString', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['hasOwnProperty', undefined],
  ])('%j: %j', (word, meaning) => {
    expect(meaningOf(table, word)).toBe(meaning)
  })

  it('is looked up nowhere without asking whether the table has it', () => {
    const folder = join(projectRoot, 'src')
    const files = readdirSync(folder, { recursive: true }).map(String)
    const careless = files.filter(
      (name) =>
        /(?<!\.test)\.tsx?$/.test(name) &&
        /\w\)?\[(visit\.(query|param)|fieldText)\([^\]]*\)( as [^\]]*)?\]/.test(
          readFileSync(join(folder, name), 'utf8'),
        ),
    )
    expect(careless).toEqual([])
  })
})
