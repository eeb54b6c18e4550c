import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readForm } from './form-reader.ts'

const read = (value: string | readonly string[]) => readForm({ campo: value })
const rule = { label: 'a sigla', required: true, least: 2, most: 5 }

describe('a line of a form', () => {
  test.each([
    ['  AB  C ', 'AB C', []],
    ['', '', ['Informe a sigla.']],
    [' \t ', '', ['Informe a sigla.']],
    ['A', 'A', ['A sigla precisa de ao menos 2 caracteres.']],
    ['ABCDEF', 'ABCDEF', ['A sigla tem mais de 5 caracteres. Abrevie.']],
    ['A\u0000B\u0007', 'AB', []],
    ['\ud800A', '\ufffdA', []],
  ])('%j is %j, %j', (typed, line, messages) => {
    const form = read(typed)
    expect(form.line('campo', rule)).toBe(line)
    expect(form.problems.map(({ message }) => message)).toEqual(messages)
  })

  it('sent twice is the first one, and not sent at all is empty', () => {
    expect(read(['AB', 'CD']).line('campo', rule)).toBe('AB')
    expect(readForm({}).line('campo', { label: 'a sigla' })).toBe('')
  })
})

describe('other fields', () => {
  test.each([
    ['12', 12, 0],
    [' 12 ', 12, 0],
    ['', undefined, 0],
    ['1.5', undefined, 1],
    ['-1', undefined, 1],
    ['1e3', undefined, 1],
    ['99', undefined, 1],
  ])('the number %j is %j', (typed, value, problems) => {
    const form = read(typed)
    expect(form.whole('campo', { label: 'o prazo', most: 50 })).toBe(value)
    expect(form.problems).toHaveLength(problems)
  })

  test.each([
    ['2026-11-22', '2026-11-22', 0],
    ['', undefined, 0],
    ['2026-02-30', undefined, 1],
    ['0001-01-01', undefined, 1],
    ['22/11/2026', undefined, 1],
  ])('the day %j is %j', (typed, value, problems) => {
    const form = read(typed)
    expect(form.day('campo', { label: 'o dia' })).toBe(value)
    expect(form.problems).toHaveLength(problems)
  })

  it('lines are said once each, and only so many', () => {
    const form = read('a\r\nb\n\n b \nc')
    expect(form.lines('campo', { label: 'os cargos', count: 3 })).toEqual(['a', 'b', 'c'])
    expect(form.problems).toEqual([])
    read('a\nb').lines('campo', { label: 'os cargos', count: 3 })
    const many = read('a\nb\nc\nd')
    many.lines('campo', { label: 'os cargos', count: 3 })
    expect(many.problems).toHaveLength(1)
  })

  it('whatever is typed, what PostgreSQL refuses never gets through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const form = read(typed)
        const texts = [
          form.line('campo', { label: 'x' }),
          form.text('campo', { label: 'x' }),
          ...form.lines('campo', { label: 'x', count: 9 }),
        ]
        for (const text of texts) {
          expect(text).not.toContain('\u0000')
          expect(text.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})
