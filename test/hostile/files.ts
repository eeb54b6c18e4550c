import { crc32, deflateSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { Random } from '../../tools/faults/random.ts'
import type { FilePart } from './wire.ts'

export type FileKind = 'cut' | 'polyglot' | 'bomb' | 'entities' | 'active' | 'name' | 'table'

export interface HostileFile {
  readonly kind: FileKind
  readonly what: string
  readonly file: Omit<FilePart, 'field'>
}

/** Files that are not what they say, say more than they are (bombs open out to so many bytes), or want to act where they are opened. */
export function hostileFiles(trap: string, swollenBytes: number): readonly HostileFile[] {
  const script = '<script>document.documentElement.dataset.zq=1</script>'
  return [
    one('cut', 'nothing at all', 'vazio.pdf', Buffer.alloc(0)),
    one('cut', 'a PDF of five bytes', 'cinco.pdf', '%PDF-'),
    one('cut', 'a PDF that ends in the middle', 'metade.pdf', aPdf().subarray(0, 120)),
    one(
      'cut',
      'a PDF whose table of objects leads nowhere',
      'indice.pdf',
      `${aPdf().toString('latin1')}\nstartxref\n999999999\n%%EOF`,
    ),
    one('cut', 'half a PNG', 'metade.png', aPng(40, 40).subarray(0, 50)),
    one('cut', 'an office text without its end', 'metade.docx', anOffice('<w:t>a</w:t>').subarray(0, 200)),
    one('polyglot', 'a page called PDF', 'pagina.pdf', `<!doctype html>${script}`),
    one('polyglot', 'a page called PNG', 'pagina.png', `<html>${script}`),
    one('polyglot', 'a PDF with a page before it', 'dois.pdf', `<html>${script}<!--\n${aPdf().toString('latin1')}`),
    one(
      'polyglot',
      'a GIF that is a script',
      'dois.gif',
      'GIF89a/*\x01\x00\x01\x00\x80\x00\x00*/=1;document.documentElement.dataset.zq=1//;',
    ),
    one(
      'polyglot',
      'a PDF that is a ZIP',
      'dois.pdf',
      Buffer.concat([aPdf(), Buffer.from(zipSync({ 'a.html': bytes(script) }))]),
    ),
    one(
      'polyglot',
      'a JPEG whose comment is a page',
      'foto.jpg',
      Buffer.concat([Buffer.from('ffd8fffe0080', 'hex'), Buffer.from(script)]),
    ),
    one('bomb', 'a picture of 60 000 by 60 000', 'larga.png', aPng(60_000, 60_000)),
    one(
      'bomb',
      'an office text that opens out to hundreds of times its size',
      'bomba.docx',
      anOffice('a'.repeat(swollenBytes)),
    ),
    one(
      'bomb',
      'a table that opens out as well',
      'bomba.ods',
      Buffer.from(
        zipSync({
          mimetype: bytes('application/vnd.oasis.opendocument.spreadsheet'),
          'content.xml': new Uint8Array(swollenBytes),
        }),
      ),
    ),
    one('bomb', 'a ZIP of ZIPs', 'matriosca.zip', nested(5)),
    one(
      'bomb',
      'a ZIP of twelve thousand names',
      'muitos.zip',
      Buffer.from(
        zipSync(Object.fromEntries(Array.from({ length: 12_000 }, (_, n) => [`n${n}`, new Uint8Array()])), {
          level: 0,
        }),
      ),
    ),
    one(
      'bomb',
      'a ZIP that leads out of its folder',
      'fuga.docx',
      Buffer.from(
        zipSync({
          [`../../../../tmp/${escapedName}`]: bytes('x'),
          [`/tmp/${escapedName}`]: bytes('x'),
          'word/document.xml': bytes('<w:document/>'),
          '[Content_Types].xml': bytes('<Types/>'),
        }),
      ),
    ),
    one('bomb', 'a PDF of arrays in arrays', 'fundo.pdf', aPdf(`${'['.repeat(60_000)}${']'.repeat(60_000)}`)),
    one('bomb', 'a PDF whose pages lead back to themselves', 'volta.pdf', aPdf('', '/Kids [2 0 R 2 0 R 2 0 R]')),
    one(
      'bomb',
      'a PDF with a stream that swells',
      'jorro.pdf',
      aPdf('', '/Kids [3 0 R]', deflateSync(Buffer.alloc(swollenBytes, ' '))),
    ),
    one('bomb', 'a packed text', 'texto.txt.gz', gzipSync(Buffer.alloc(swollenBytes / 8))),
    one(
      'entities',
      'an office text that asks for a file and an address',
      'pede.docx',
      anOffice(
        '<w:t>&a;&b;</w:t>',
        `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b SYSTEM "${trap}/docx"><!ENTITY % c SYSTEM "${trap}/dtd">%c;]>`,
      ),
    ),
    one(
      'entities',
      'a table of a billion laughs',
      'risadas.xlsx',
      Buffer.from(
        zipSync({
          '[Content_Types].xml': bytes('<Types/>'),
          'xl/workbook.xml': bytes('<workbook/>'),
          'xl/sharedStrings.xml': bytes(laughs()),
        }),
      ),
    ),
    one(
      'entities',
      'a drawing that asks for an address',
      'pede.svg',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "${trap}/svg">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="${trap}/imagem"/><text>&a;</text></svg>`,
    ),
    one(
      'active',
      'a drawing with a script',
      'desenho.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" onload="document.documentElement.dataset.zq=1">${script}</svg>`,
    ),
    one(
      'active',
      'a page',
      'pagina.html',
      `<!doctype html>${script}<img src="${trap}/pagina"><form action="${trap}"><input name=senha>`,
      'text/html',
    ),
    one(
      'active',
      'a page of XML',
      'pagina.xhtml',
      `<html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
      'application/xhtml+xml',
    ),
    one(
      'active',
      'a letter with a page',
      'carta.eml',
      `From: a@b.c\r\nSubject: =?utf-8?B?PHNjcmlwdD4=?=\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n${script}\r\n--x--`,
    ),
    one('active', 'a text that begins as a page', 'notas.txt', `<!doctype html>${script}`, 'text/plain'),
    ...hostileNames.map((name) => one('name', `called ${JSON.stringify(name.slice(0, 30))}`, name, aPdf())),
    one(
      'table',
      'a table that reckons',
      'conta.csv',
      `nome;sigla;e-mail\n=1+1;@SUM(A1);+55\n"=cmd|' /C calc'!A0";-2+3;"\t=1"\n`,
    ),
    one('table', 'a table with quotes that never end', 'aspas.csv', `nome;sigla\n"a;b\n${'"'.repeat(5_001)}`),
    one('table', 'a table of one line without end', 'linha.csv', `nome;sigla\n${';'.repeat(300_000)}`),
    one(
      'table',
      'a table of no language',
      'bytes.csv',
      Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 37) % 256)),
    ),
  ]
}

/** Some bytes of it otherwise, cut, doubled or put elsewhere. */
export function spoiled(random: Random, { kind, what, file }: HostileFile): HostileFile {
  const content = Buffer.from(file.content.subarray(0, 200_000))
  if (content.length > 8)
    for (let times = random.whole(1, 12); times > 0; times--) {
      const at = random.whole(0, content.length - 2)
      const deeds = [
        () => content.writeUInt8(random.whole(0, 255), at),
        () => content.fill(random.whole(0, 255), at, Math.min(content.length, at + random.whole(1, 64))),
        () => content.copy(content, at, random.whole(0, at)),
      ]
      random.pick(deeds)()
    }
  const whole = random.chance(0.3) ? content.subarray(0, random.whole(0, content.length)) : content
  return { kind, what: `${what}, spoiled`, file: { ...file, content: whole } }
}

/** What an archive that leads out of its folder would leave there. */
export const escapedName = 'zq-fuga'

export const hostileNames: readonly string[] = [
  '../../../../etc/passwd.pdf',
  '..\\..\\windows\\system32\\con.pdf',
  'nul.pdf',
  '\u202Efdp.exe\u2066.pdf',
  'a%0d%0aX-Zq-Injetado: 1.pdf',
  `${'ã'.repeat(160)}.pdf`,
  '.pdf',
  '-rf.pdf',
  '<img src=x onerror=document.documentElement.dataset.zq=1>.pdf',
  "' ; drop table documents.document; --.pdf",
  'a;filename=b.html',
  '%00.pdf',
  'pagina.html',
]

function one(
  kind: FileKind,
  what: string,
  name: string,
  content: Buffer | string,
  type = 'application/octet-stream',
): HostileFile {
  return {
    kind,
    what,
    file: { name, type, content: typeof content === 'string' ? Buffer.from(content, 'utf8') : content },
  }
}

const bytes = (text: string) => new TextEncoder().encode(text)

function aPdf(extra = '', kids = '/Kids [3 0 R]', stream = Buffer.from('BT /F1 12 Tf (oi) Tj ET')): Buffer {
  const packed = stream[0] === 0x78 ? '/Filter /FlateDecode ' : ''
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>/X ${extra || 0}>>endobj\n` +
        `2 0 obj<</Type/Pages/Count 1${kids}>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n` +
        `4 0 obj<<${packed}/Length ${stream.length}>>stream\n`,
    ),
    stream,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ])
}

/** A PNG that says how large it is, with next to nothing in it. */
export function aPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function anOffice(inside: string, head = ''): Buffer {
  const xml = `<?xml version="1.0"?>${head}<w:document xmlns:w="w"><w:body><w:p><w:r>${inside}</w:r></w:p></w:body></w:document>`
  return Buffer.from(
    zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'word/document.xml': bytes(xml) }, { level: 1 }),
  )
}

function nested(depth: number): Buffer {
  let inner = zipSync({ 'zeros.txt': new Uint8Array(5_000_000) })
  for (let level = 0; level < depth; level++)
    inner = zipSync(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`${n}.zip`, inner])), { level: 1 })
  return Buffer.from(inner)
}

function laughs(): string {
  const levels = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
  return `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY l0 "ha">${levels}]><sst><si><t>&l12;</t></si></sst>`
}
