import { zipSync } from 'fflate'
import type { Random } from '../../tools/faults/random.ts'
import { aPng, hostileNames } from './files.ts'
import type { FilePart } from './wire.ts'

export interface MutatedFile {
  readonly what: string
  readonly file: Omit<FilePart, 'field'>
}

/** A sound file of each kind that people send. */
const sound: Readonly<Record<string, () => Buffer>> = {
  pdf: () => aSoundPdf(),
  docx: () =>
    office(
      'word/document.xml',
      '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Requer.</w:t></w:r></w:p></w:body></w:document>',
    ),
  xlsx: () => office('xl/sharedStrings.xml', '<sst><si><t>Valor</t></si></sst>'),
  odt: () =>
    office(
      'content.xml',
      '<office:document-content><text:p>Requer.</text:p></office:document-content>',
      'application/vnd.oasis.opendocument.text',
    ),
  html: () =>
    Buffer.from(`<!doctype html><title>a</title><p>Requer.</p><script>document.documentElement.dataset.zq=1</script>`),
  svg: () =>
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>document.documentElement.dataset.zq=1</script><text>a</text></svg>',
    ),
  png: () => aPng(20, 20),
  gif: () =>
    Buffer.from('47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b', 'hex'),
  jpg: () =>
    Buffer.from(
      'ffd8ffe000104a46494600010101004800480000ffdb004300ffc0000b080001000101011100ffda0008010100003f00d2cf20ffd9',
      'hex',
    ),
  eml: () =>
    Buffer.from(
      'From: a@b.example\r\nTo: c@d.example\r\nSubject: =?utf-8?Q?Requer?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n' +
        '--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nRequer.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Requer.</p>\r\n--x--\r\n',
    ),
  rtf: () => Buffer.from('{\\rtf1\\ansi Requer.\\par}'),
  csv: () => Buffer.from('nome;sigla\nAna;A\n=1+1;B\n'),
  txt: () => Buffer.from('Requer o que lhe cabe.\n'),
  zip: () => Buffer.from(zipSync({ 'a.txt': text('a'), 'b/c.html': text('<script>1</script>') })),
}
const kinds = Object.keys(sound)
const types = ['application/octet-stream', 'application/pdf', 'text/html', 'image/svg+xml', 'image/png', 'x/y', '']

/** One file that is not what it was: by the seed, always the same. */
export function mutatedFile(random: Random): MutatedFile {
  const kind = random.pick(kinds)
  const whole = sound[kind]?.() ?? Buffer.alloc(0)
  const deed = random.pick(Object.keys(deeds))
  const content = deeds[deed]?.(random, whole) ?? whole
  // The wrong extension, a double one, or a name that means ill.
  const extension = random.chance(0.4) ? random.pick(kinds) : kind
  const name = random.chance(0.1) ? random.pick(hostileNames) : `arquivo-${random.whole(1, 99_999)}.${extension}`
  return { what: `${kind}, ${deed}, called .${extension}`, file: { name, type: random.pick(types), content } }
}

const deeds: Readonly<Record<string, (random: Random, whole: Buffer) => Buffer>> = {
  'as it is': (_random, whole) => whole,
  'of no bytes': () => Buffer.alloc(0),
  'cut off': (random, whole) => whole.subarray(0, random.whole(0, whole.length)),
  'some bytes changed': (random, whole) => {
    const content = Buffer.from(whole)
    for (let times = random.whole(1, 20); times > 0; times--)
      content[random.whole(0, content.length - 1)] = random.whole(0, 255)
    return content
  },
  'its numbers enormous': (_random, whole) =>
    Buffer.from(whole.toString('latin1').replace(/\d+/g, '99999999999'), 'latin1'),
  'a piece many times': (random, whole) => {
    const at = random.whole(0, whole.length - 1)
    const piece = whole.subarray(at, at + random.whole(1, 64))
    return Buffer.concat([whole.subarray(0, at), ...Array.from({ length: 400 }, () => piece), whole.subarray(at)])
  },
  'pieces in another order': (random, whole) => {
    const at = random.whole(0, whole.length)
    return Buffer.concat([whole.subarray(at), whole.subarray(0, at)])
  },
  'zero bytes within': (random, whole) => {
    const at = random.whole(0, whole.length)
    return Buffer.concat([whole.subarray(0, at), Buffer.alloc(random.whole(1, 300)), whole.subarray(at)])
  },
  'another kind behind it': (random, whole) => Buffer.concat([whole, sound[random.pick(kinds)]?.() ?? whole]),
  'another kind before it': (random, whole) => Buffer.concat([sound[random.pick(kinds)]?.() ?? whole, whole]),
  'a page before it': (_random, whole) =>
    Buffer.concat([Buffer.from('<html><script>document.documentElement.dataset.zq=1</script>\n'), whole]),
  'its head and then noise': (random, whole) => {
    const noise = Buffer.alloc(random.whole(1, 5_000))
    for (let at = 0; at < noise.length; at++) noise[at] = random.whole(0, 255)
    return Buffer.concat([whole.subarray(0, 16), noise])
  },
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}

function office(part: string, xml: string, mimetype?: string): Buffer {
  const first: Record<string, Uint8Array> = mimetype
    ? { mimetype: text(mimetype) }
    : { '[Content_Types].xml': text('<Types/>') }
  return Buffer.from(zipSync({ ...first, [part]: text(`<?xml version="1.0"?>${xml}`) }, { level: 1 }))
}

function aSoundPdf(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    '<</Length 32>>stream\nBT /F1 12 Tf 9 99 Td (Requer) Tj ET\nendstream',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj${object}endobj\n`
    return String(place).padStart(10, '0')
  })
  const table = places.map((place) => `${place} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}
