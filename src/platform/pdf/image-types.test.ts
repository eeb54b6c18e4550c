import { expect, test } from 'vitest'
import { isReasonablePicture } from './image-types.ts'
import { aHugePicture, aPicture } from './pdf.fixture.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', '').padEnd(80, '0'), 'hex'))
const RIFF = '52494646 00000000 57454250'

test.each([
  ['a PNG of 2 × 2', aPicture.bytes, true],
  ['a PNG of 60,000 × 60,000', aHugePicture.bytes, false],
  ['a GIF of 16 × 16', bytes('474946383961 1000 1000'), true],
  ['a GIF of 65,535 × 65,535', bytes('474946383961 ffff ffff'), false],
  ['a JPEG of 16 × 16', bytes('ffd8 ffe0 0004 0000 ffc0 0011 08 0010 0010'), true],
  ['a JPEG of 65,535 × 65,535', bytes('ffd8 ffe0 0004 0000 ffc2 0011 08 ffff ffff'), false],
  ['a lossy WebP of 16 × 16', bytes(`${RIFF} 56503820 00000000 000000 9d012a 1000 1000`), true],
  ['a lossy WebP of 16,383 × 16,383', bytes(`${RIFF} 56503820 00000000 000000 9d012a ff3f ff3f`), false],
  ['a lossless WebP of 16,384 × 16,384', bytes(`${RIFF} 5650384c 00000000 2f ffffff0f`), false],
  ['an extended WebP of 16 × 16', bytes(`${RIFF} 56503858 0a000000 00000000 0f0000 0f0000`), true],
  ['an extended WebP of 65,536 × 65,536', bytes(`${RIFF} 56503858 0a000000 00000000 ffff00 ffff00`), false],
  ['no picture', new TextEncoder().encode('nothing of the kind, but rather long'), false],
  ['nothing', new Uint8Array(), false],
])('%s: %#', (_, picture, reasonable) => {
  expect(isReasonablePicture(picture)).toBe(reasonable)
})
