import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Reads the words of one picture, given as a file of a kind that is known (PNG, JPEG, GIF, WebP, PNM). */
export type RecognitionEngine = (picture: Uint8Array) => string

/** What of the engine is used here; the package describes nothing. */
interface Tesseract {
  readonly FS: { writeFile(path: string, content: Uint8Array): void }
  readonly TessBaseAPI: new () => {
    Init(folder: string | null, language: string, mode: number): number
    SetVariable(name: string, value: string): boolean
    SetImageFile(orientation: number, angle: number): number
    Recognize(monitor: null): number
    GetUTF8Text(): string
    Clear(): void
  }
}
type OpenTesseract = (options: {
  readonly wasmBinary: Uint8Array
  readonly print: () => void
  readonly printErr: () => void
}) => Promise<Tesseract>

const packages = createRequire(import.meta.url)
const neuralNetworkOnly = 1

/**
 * Tesseract as WebAssembly, with the Portuguese that came with the packages: nothing is fetched from anywhere. It blocks
 * for seconds, and belongs in a thread.
 */
export async function openRecognitionEngine(): Promise<RecognitionEngine> {
  const { open, wasmBinary } = bestForThisProcessor()
  const tesseract = await open({ wasmBinary, print: () => undefined, printErr: () => undefined })
  tesseract.FS.writeFile('./por.traineddata', gunzipSync(readFileSync(portuguese())))
  const api = new tesseract.TessBaseAPI()
  if (api.Init(null, 'por', neuralNetworkOnly) !== 0) throw new Error('the language could not be opened')
  // Columns, titles and stamps are looked for, instead of taking the page for one block of lines.
  api.SetVariable('tessedit_pageseg_mode', '3')
  return (picture) => {
    tesseract.FS.writeFile('/input', picture)
    if (api.SetImageFile(orientationOf(picture), 0) === 1) throw new Error('no picture that can be read')
    try {
      if (api.Recognize(null) !== 0) throw new Error('the picture could not be read')
      return api.GetUTF8Text()
    } finally {
      api.Clear()
    }
  }
}

/** The quick arithmetic of new processors where this one has it: the engine itself says whether it would run. */
function bestForThisProcessor(): { open: OpenTesseract; wasmBinary: Uint8Array } {
  const folder = dirname(packages.resolve('tesseract.js-core/package.json'))
  for (const variant of ['relaxedsimd-lstm', 'simd-lstm', 'lstm']) {
    const wasmBinary = readFileSync(join(folder, `tesseract-core-${variant}.wasm`))
    if (WebAssembly.validate(wasmBinary))
      return { open: packages(`tesseract.js-core/tesseract-core-${variant}`), wasmBinary }
  }
  throw new Error('no engine runs on this processor')
}

/** The small whole-number model: a fifth of the size, and faster. */
function portuguese(): string {
  const folder = dirname(packages.resolve('@tesseract.js-data/por/package.json'))
  return join(folder, '4.0.0_best_int', 'por.traineddata.gz')
}

/** How a photograph was held, as cameras note it (EXIF, tag 0x0112); 1 is upright. */
export function orientationOf(picture: Uint8Array): number {
  const head = Buffer.from(picture.buffer, picture.byteOffset, Math.min(picture.byteLength, 65_536))
  const at = head.indexOf('Exif\0\0', 0, 'latin1')
  if (head[0] !== 0xff || at < 0) return 1
  const block = head.subarray(at + 6)
  const little = block[0] === 0x49
  const word = (place: number) =>
    place + 2 > block.length ? 0 : little ? block.readUInt16LE(place) : block.readUInt16BE(place)
  const long = (place: number) =>
    place + 4 > block.length ? 0 : little ? block.readUInt32LE(place) : block.readUInt32BE(place)
  const first = long(4)
  for (let entry = 0; entry < Math.min(word(first), 100); entry++) {
    const place = first + 2 + entry * 12
    if (word(place) !== 0x0112) continue
    const value = word(place + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
