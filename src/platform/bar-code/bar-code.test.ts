import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barCodeSvg } from './index.ts'

/** Read again from the drawing, as a reader of bar codes does, with its own table of what each symbol weighs. */
function read(svg: string): { text: string; quiet: boolean } {
  const bars = [...svg.matchAll(/M([1-9]\d*) 0h(\d+)v40H\1z/g)].map(
    ([, x, width]) => [Number(x), Number(width)] as const,
  )
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const [first, last] = [bars[0], bars.at(-1)]
  if (!first || !last) throw new Error('there is no bar')
  const modules = Array.from({ length: last[0] + last[1] - first[0] }, (_, at) =>
    bars.some(([x, width]) => at + first[0] >= x && at + first[0] < x + width) ? '1' : '0',
  ).join('')
  const quiet = first[0] >= 10 && side - last[0] - last[1] >= 10
  // The stop alone is thirteen modules wide.
  const values = (modules.slice(0, -13).match(/.{11}/g) ?? []).map((one) => drawn.get(one) ?? Number.NaN)
  expect(modules.slice(-13)).toBe('1100011101011')
  expect((modules.length - 13) % 11).toBe(0)
  const check = values.pop()
  expect(values.reduce((sum, value, at) => sum + value * (at === 0 ? 1 : at), 0) % 103).toBe(check)
  let set = ''
  let text = ''
  for (const value of values) {
    if (value === 104 || value === 100) set = 'B'
    else if (value === 105 || (value === 99 && set === 'B')) set = 'C'
    else text += set === 'B' ? String.fromCharCode(value + 32) : String(value).padStart(2, '0')
  }
  return { text, quiet }
}

/** The symbols drawn module by module: those of the norm that this house meets, and all others by the code's own rule. */
const drawn = new Map<string, number>(symbols().map((modules, value) => [modules, value]))

function symbols(): string[] {
  const found: string[] = []
  // A symbol is eleven modules of three bars and three gaps; its value is told by drawing all the values in set C and B.
  for (let value = 0; value < 100; value += 1) {
    const pair = String(value).padStart(2, '0')
    found.push(modulesAt(barCodeSvg(`${pair}00`), 1))
  }
  return [...found, '10111101110', '11101011110', '11110101110', '11010000100', '11010010000', '11010011100']
}

function modulesAt(svg: string, place: number): string {
  const bars = [...svg.matchAll(/M([1-9]\d*) 0h(\d+)v40H/g)].map(([, x, width]) => [Number(x), Number(width)] as const)
  const from = 10 + place * 11
  return Array.from({ length: 11 }, (_, at) =>
    bars.some(([x, width]) => from + at >= x && from + at < x + width) ? '1' : '0',
  ).join('')
}

test('the symbols are those of the norm', () => {
  // Some that everybody knows from the table: 0, 1, 34 (A of set B is 33), 50, 65 (a), 82, 99.
  const known: readonly (readonly [number, string])[] = [
    [0, '11011001100'],
    [1, '11001101100'],
    [33, '10100011000'],
    [50, '11000101110'],
    [52, '11011100010'],
    [65, '10010110000'],
    [82, '10010011110'],
    [99, '10111011110'],
  ]
  const all = symbols()
  for (const [value, modules] of known) expect(all[value], String(value)).toBe(modules)
  expect(new Set(all).size).toBe(106)
  for (const modules of all) {
    expect(modules).toMatch(/^1.*0$/)
    expect([...modules].filter((one) => one === '1').length % 2, modules).toBe(0)
    expect(modules.match(/1+|0+/g)).toHaveLength(6)
  }
})

test.each(['RR473124829BR', 'AA00000000', '12345', '1234', 'a1', ' ', '~{}'])(
  '%j is read back from its bars',
  (text) => {
    expect(read(barCodeSvg(text))).toEqual({ text, quiet: true })
  },
)

test('whatever is printable is read back', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]{1,30}$/), (text) => {
      expect(read(barCodeSvg(text)).text).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('pairs of digits are drawn half as wide', () => {
  const side = (text: string) => Number(/viewBox="0 0 (\d+)/.exec(barCodeSvg(text))?.[1])
  expect(side('12345678')).toBeLessThan(side('ABCDEFGH'))
})

test('it is told in words, carries no style, and takes nothing else', () => {
  expect(barCodeSvg('A', 'Carta <b>&"')).toContain('<title>Carta &lt;b&gt;&amp;&quot;</title>')
  expect(barCodeSvg('A')).not.toMatch(/style|script|href/)
  for (const wrong of ['', 'ção', 'a\nb', 'x'.repeat(81)]) expect(() => barCodeSvg(wrong)).toThrow()
})
