import { Inflate } from 'fflate'

const openDocument: Readonly<Record<string, string>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}

const officeFolders: readonly (readonly [folder: string, kind: string, mainType: string])[] = [
  ['word/', 'docx', 'wordprocessingml.document.main+xml'],
  ['xl/', 'xlsx', 'spreadsheetml.sheet.main+xml'],
  ['ppt/', 'pptx', 'presentationml.presentation.main+xml'],
]

/**
 * What a ZIP holds, from the entries at its beginning: an office document of some kind, a program, or any files (`zip`).
 * ZIPs written in one go leave the sizes out of their entries, so the next one is sought by its signature.
 */
export function zipContentOf(bytes: Uint8Array): string {
  const entries = entriesOf(bytes)
  const [first] = entries
  if (!first) return 'unknown'
  if (first.name === 'mimetype') return openDocument[textOf(first.data, 128)] ?? 'unknown'
  const names = entries.map((entry) => entry.name)
  const types = entries.find((entry) => entry.name === '[Content_Types].xml')
  const declared = types ? inflateStart(types) : ''
  if (/macroenabled|vbaproject/i.test(declared) || names.some((name) => /vbaProject\.bin$/i.test(name))) return 'macros'
  const office = officeFolders.find(([folder, , mainType]) => declared.includes(mainType) || hasFolder(names, folder))
  if (office && isOfOffice(first.name) && (types || names.includes('_rels/.rels'))) return office[1]
  return names.some(isOfPrograms) ? 'executable' : 'zip'
}

/** A ZIP of any files may hold a folder called `word`, too; but it does not begin as an office program begins. */
function isOfOffice(firstName: string): boolean {
  return /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/)/.test(firstName)
}

function isOfPrograms(name: string): boolean {
  return /^(?:META-INF\/MANIFEST\.MF|AndroidManifest\.xml)$|\.(?:exe|scr|com|bat|cmd|msi|ps1|vbs|jse?|hta|lnk|jar)$/i.test(
    name,
  )
}

function hasFolder(names: readonly string[], folder: string): boolean {
  return names.some((name) => name.startsWith(folder))
}

type Entry = { readonly name: string; readonly deflated: boolean; readonly data: Uint8Array }

function entriesOf(bytes: Uint8Array): Entry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = Buffer.from([0x50, 0x4b, 0x03, 0x04])
  const entries: Entry[] = []
  let next = 0
  for (let at = buffer.indexOf(signature); at >= 0; at = buffer.indexOf(signature, next)) {
    if (at + 30 > buffer.length || entries.length >= 1000) break
    const nameEnd = at + 30 + buffer.readUInt16LE(at + 26)
    const dataStart = nameEnd + buffer.readUInt16LE(at + 28)
    const size = buffer.readUInt32LE(at + 18)
    next = dataStart + size
    entries.push({
      name: buffer.toString('utf8', at + 30, nameEnd),
      deflated: buffer.readUInt16LE(at + 8) === 8,
      data: buffer.subarray(dataStart, size > 0 ? dataStart + size : undefined),
    })
  }
  return entries
}

function textOf(data: Uint8Array, limit: number): string {
  return Buffer.from(data.subarray(0, limit)).toString('latin1')
}

/** The first kilobytes of an entry. Deflate cut short gives what it has and no error, because the end is never awaited. */
function inflateStart(entry: Entry): string {
  if (!entry.deflated) return textOf(entry.data, 16_384)
  let text = ''
  try {
    const inflate = new Inflate((piece) => {
      text += textOf(piece, 16_384)
    })
    for (let at = 0; at < entry.data.length && text.length < 16_384; at += 512)
      inflate.push(entry.data.subarray(at, at + 512))
  } catch {
    // What came out before the damage is judged; an empty text names no kind.
  }
  return text
}
