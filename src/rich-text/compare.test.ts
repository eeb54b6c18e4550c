import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignEqual } from './align.ts'
import { anyDocument } from './arbitrary-content.ts'
import { blocks, doc, section } from './authoring.ts'
import { compareContents, compareWords } from './compare.ts'
import { comparisonToHtml } from './compare-html.ts'
import { unitsOf } from './compare-units.ts'
import { parseContent } from './validate.ts'

const text = (content: string) => doc(section('corpo', 'body', blocks(content)))
const summary = (before: string, after: string) =>
  compareContents(text(before), text(after)).blocks.map(({ kind, parts }) => [
    kind,
    parts.map((part) => `${part.kind === 'added' ? '+' : part.kind === 'removed' ? '-' : ''}${part.text}`).join('·'),
  ])

describe('comparing two texts', () => {
  it.each<[string, string, string, unknown]>([
    [
      'equal',
      'um\n\ndois',
      'um\n\ndois',
      [
        ['same', 'um'],
        ['same', 'dois'],
      ],
    ],
    [
      'a paragraph more',
      'um',
      'um\n\ndois',
      [
        ['same', 'um'],
        ['added', '+dois'],
      ],
    ],
    [
      'a paragraph less',
      'um\n\ndois',
      'dois',
      [
        ['removed', '-um'],
        ['same', 'dois'],
      ],
    ],
    [
      'a word changed',
      'o prazo é de dez dias',
      'o prazo é de cinco dias',
      [['changed', 'o prazo é de ·-dez·+cinco· dias']],
    ],
    [
      'another paragraph altogether',
      'defiro o pedido',
      'nada consta aqui',
      [
        ['removed', '-defiro o pedido'],
        ['added', '+nada consta aqui'],
      ],
    ],
    [
      'a list item',
      '- um\n- dois',
      '- um\n- dois e meio',
      [
        ['same', '• um'],
        ['changed', '• dois·+ e meio'],
      ],
    ],
    [
      'a row',
      '| a | b |\n| c | d |',
      '| a | b |\n| c | e |',
      [
        ['same', 'a | b'],
        ['changed', 'c | ·-d·+e'],
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(summary(before, after)).toEqual(expected)
  })

  it('tells when only the form changed', () => {
    const [block] = compareContents(text('um dois'), text('um **dois**')).blocks
    expect(block).toMatchObject({ kind: 'changed', formOnly: true })
    expect(comparisonToHtml(compareContents(text('um dois'), text('um **dois**')))).toContain('Só a forma mudou')
  })

  it('loses no word of either text', () => {
    const parse = (json: unknown) => {
      const parsed = parseContent(json)
      if (!parsed.ok) throw new Error('unreachable')
      return parsed.content
    }
    fc.assert(
      fc.property(anyDocument.map(parse), anyDocument.map(parse), (before, after) => {
        const parts = compareContents(before, after).blocks.map((block) => block.parts)
        const side = (gone: string) =>
          parts.map((list) =>
            list
              .filter(({ kind }) => kind !== gone)
              .map((part) => part.text)
              .join(''),
          )
        expect(side('added').join('')).toBe(
          unitsOf(before)
            .map((unit) => unit.text)
            .join(''),
        )
        expect(side('removed').join('')).toBe(
          unitsOf(after)
            .map((unit) => unit.text)
            .join(''),
        )
        expect(compareContents(before, before).identical).toBe(true)
      }),
    )
  })

  it('compares words without losing any', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const parts = compareWords(before, after)
        expect(
          parts
            .filter(({ kind }) => kind !== 'added')
            .map((part) => part.text)
            .join(''),
        ).toBe(before)
        expect(
          parts
            .filter(({ kind }) => kind !== 'removed')
            .map((part) => part.text)
            .join(''),
        ).toBe(after)
      }),
    )
  })

  it('escapes what it shows', () => {
    const html = comparisonToHtml(compareContents(text('<img src=x>'), text('<script>')))
    expect(html).not.toMatch(/<img|<script/)
    expect(html).toContain('<del>&lt;img')
  })

  it('does not show long stretches in which nothing changed', () => {
    const many = Array.from({ length: 20 }, (_, index) => `parágrafo ${index}`).join('\n\n')
    expect(comparisonToHtml(compareContents(text(many), text(`${many}\n\nfim`)))).toContain('18 parágrafos iguais')
  })

  it('finds the longest common subsequence', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(letters, letters, (first, second) => {
        const pairs = alignEqual(first, second)
        for (const [a, b] of pairs) expect(first[a]).toBe(second[b])
        for (const [index, [a, b]] of pairs.entries()) {
          const [beforeA, beforeB] = pairs[index - 1] ?? [-1, -1]
          expect(a > beforeA && b > beforeB).toBe(true)
        }
        expect(pairs.length).toBe(longest(first, second))
      }),
    )
  })
})

function longest(first: readonly string[], second: readonly string[]): number {
  let row = new Array<number>(second.length + 1).fill(0)
  for (const a of first) {
    const next = [0]
    for (const [j, b] of second.entries())
      next.push(a === b ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
