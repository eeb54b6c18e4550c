import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STRIP, sheetOf } from './sheet.ts'

const rounded = ({ width, height }: { width: number; height: number }) => `${Math.round(width)}x${Math.round(height)}`

test.each([
  ['A4', 595, 842, 'pdf', '595x842'],
  ['American letter', 612, 792, 'pdf', '595x842'],
  ['A4 on its side', 842, 595, 'pdf', '842x595'],
  ['A3', 842, 1191, 'pdf', '842x1191'],
  ['a small receipt', 200, 300, 'pdf', '595x842'],
  ['a photo of 4,000 pixels', 4000, 3000, 'image', '842x595'],
] as const)('%s goes on a sheet of its own size, A4 at least', (_, width, height, media, sheet) => {
  expect(rounded(sheetOf({ width, height }, media).sheet)).toBe(sheet)
})

test('the page never reaches the strip, never leaves the sheet, is never enlarged and keeps its shape', () => {
  const length = fc.double({ min: 1, max: 30_000, noNaN: true })
  fc.assert(
    fc.property(length, length, fc.constantFrom('pdf' as const, 'image' as const), (width, height, media) => {
      const { sheet, drawn } = sheetOf({ width, height }, media)
      expect(drawn.width).toBeLessThanOrEqual(Math.min(width, sheet.width))
      expect(drawn.height).toBeLessThanOrEqual(Math.min(height, sheet.height - STRIP))
      expect(drawn.width / drawn.height / (width / height)).toBeCloseTo(1, 6)
      expect(Math.max(sheet.width, sheet.height)).toBeLessThanOrEqual(14_400)
    }),
  )
})
