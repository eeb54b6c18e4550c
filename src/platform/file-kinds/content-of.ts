import { fileTypeFromBuffer } from 'file-type'
import { isDetachedSignature } from './signature-content.ts'
import { textContentOf } from './text-content.ts'
import { zipContentOf } from './zip-content.ts'

/**
 * What the bytes are, whatever the name says: `text`, `xml`, `html`, `svg`, `p7s`, `zip`, `docx`…, `executable`, `macros`
 * (an office file with macros), `mixed` (a PDF hidden behind other content), or what the signature in the first bytes
 * says (`pdf`, `png`…); `unknown` when nothing is recognised.
 */
export async function contentOf(bytes: Uint8Array): Promise<string> {
  const beforePdf = textBeforePdf(bytes)
  if (beforePdf !== undefined && /^\s*$/.test(beforePdf)) return 'pdf'
  if (startsWith(bytes, 0x50, 0x4b)) return zipContentOf(bytes)
  if (isDetachedSignature(bytes)) return 'p7s'
  // Clean text is text even when it opens with two letters that some binary format also opens with (BM, MZ).
  const text = textContentOf(bytes)
  if (text === 'text' || (text && beforePdf === undefined)) return text
  if (beforePdf !== undefined) return 'mixed'
  const found = (await recognise(bytes)) ?? 'unknown'
  return executables.has(found) ? 'executable' : found
}

/** Readers accept a PDF that begins anywhere in the first kilobyte; what stands before it is what makes it suspicious. */
function textBeforePdf(bytes: Uint8Array): string | undefined {
  const beginning = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const at = beginning.indexOf('%PDF-')
  return at < 0 ? undefined : beginning.slice(0, at).replace(/^\xef\xbb\xbf/, '')
}

async function recognise(bytes: Uint8Array): Promise<string | undefined> {
  if (startsWith(bytes, 0x4d, 0x5a)) return 'exe'
  try {
    return (await fileTypeFromBuffer(bytes))?.ext
  } catch {
    // A file cut short in the middle of its own headers is simply not recognised.
    return undefined
  }
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

const executables: ReadonlySet<string> = new Set(
  'exe elf macho class jar apk wasm deb rpm dmg crx xpi swf lnk chm reg'.split(' '),
)
