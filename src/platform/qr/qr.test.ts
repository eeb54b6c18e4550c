import QRCode from 'qrcode'
import { expect, test } from 'vitest'
import { qrSvg } from './index.ts'

const address = 'https://processos.exemplo.gov.br/autenticidade?codigo=0012345&crc=A1B2C3D4'

test('the drawing is the code, module by module, inside a quiet border of four', () => {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 8
  const dark = darkSquares(qrSvg(address))
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const inside = x >= 4 && y >= 4 && x < side - 4 && y < side - 4
      expect(dark.has(`${x},${y}`), `${x},${y}`).toBe(inside && modules.get(y - 4, x - 4) === 1)
    }
})

test('it tells what it is, and a hostile text stays text', () => {
  expect(qrSvg('a')).toContain('role="img"')
  expect(qrSvg('a', 'Conferir <b>&"')).toContain('<title>Conferir &lt;b&gt;&amp;&quot;</title>')
})

test('it carries no style and no script', () => {
  expect(qrSvg(address)).not.toMatch(/style|script|onload|href/)
})

/** Paints the strips `M x y h width v1 H x z` of the dark path. */
function darkSquares(svg: string): Set<string> {
  const strips = svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)
  return new Set(
    [...strips].flatMap(([, x, y, width]) =>
      Array.from({ length: Number(width) }, (_, at) => `${Number(x) + at},${y}`),
    ),
  )
}
