import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'

const none = new Set<string>()

test.each([
  ['linha\numa\tduas', 'linha uma duas'],
  ['nulo\u0000 sino\u0007', 'nulo sino'],
  ['vira \u202eocsirf\u202c', 'vira ocsirf'],
  ['meio \ud83d par', 'meio \ufffd par'],
  ['uso privado \ue000', 'uso privado ‹U+E000›'],
  ['acentuação, § 1º, nº – “aspas”', 'acentuação, § 1º, nº – “aspas”'],
])('%j is drawn as %j', (given, drawn) => {
  expect(cleanText(given, none)).toBe(drawn)
})

test('what has no drawing is named; joiners and selectors vanish', () => {
  expect(cleanText('a 😀\u200d\ufe0f b', new Set(['😀', '\u200d', '\ufe0f']))).toBe('a ‹U+1F600› b')
})

test('what is not text is nothing', () => {
  for (const value of [undefined, null, 7, {}, []]) expect(cleanText(value, none)).toBe('')
})

test('a long word may break, and says the same', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{1,300}$/), (word) => {
      const drawn = cleanText(word, none)
      expect(drawn.replaceAll('\u200b', '')).toBe(word)
      for (const piece of drawn.split('\u200b')) expect(piece.length).toBeLessThan(50)
    }),
  )
})
