import QRCode from 'qrcode'

/**
 * A QR code as SVG that draws only paths, fit for a page under a strict policy and for PDF: `title` is what readers
 * hear. The quiet border of four modules that the norm (ISO/IEC 18004) asks for is inside.
 */
export function qrSvg(text: string, title = `Código QR: ${text}`): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  const rows = Array.from({ length: modules.size }, (_, y) => rowPath(modules.size, y, (x) => modules.get(y, x) === 1))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" shape-rendering="crispEdges">`,
    `<title>${escaped(title)}</title>`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${rows.join('')}"/></svg>`,
  ].join('')
}

const QUIET = 4

/** Dark neighbours of a row as one strip: shorter, and without the hairlines that lone squares leave. */
function rowPath(size: number, y: number, isDark: (x: number) => boolean): string {
  let path = ''
  for (let x = 0; x < size; x += 1) {
    if (!isDark(x)) continue
    const from = x
    while (x + 1 < size && isDark(x + 1)) x += 1
    path += `M${from + QUIET} ${y + QUIET}h${x - from + 1}v1H${from + QUIET}z`
  }
  return path
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
