import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { detectKind, explainFileKind, fileKinds, kindOfExtension, permittedList, sniffBytes } from './index.ts'

const kindOf = async (bytes: Uint8Array | string, name: string, declared = '') => {
  const outcome = await detectKind(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name, declared)
  return outcome.done ? outcome.value.extension : outcome.refusals[0].reason
}
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const padded = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat([...parts.map((one) => Buffer.from(one)), Buffer.alloc(600)])

const ooxml = (folder: string, type: string, extra: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(`<Types><Override ContentType="application/vnd.${type}.main+xml"/></Types>`),
    '_rels/.rels': strToU8('<Relationships/>'),
    [`${folder}/main.xml`]: strToU8('<x/>'),
    ...extra,
  })
const odf = (type: string) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
    'content.xml': strToU8('<x/>'),
  })
const docx = ooxml('word', 'openxmlformats-officedocument.wordprocessingml.document')
const png = padded(
  hex('89504E470D0A1A0A 0000000D49484452 00000001000000010802000000 907753DE'),
  hex('0000000C 49444154'),
)
const p7s = padded(hex('3082 0500 0609 2A864886F70D010702 A082 04F1 3082 04ED'))
const exe = padded('MZ', hex('90000300000004000000FFFF0000'))

describe('each permitted kind is known by its content and its extension', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['contrato.pdf', '%PDF-1.7\n%âãÏÓ', 'pdf'],
    ['CONTRATO.PDF', '\uFEFF \r\n%PDF-1.4', 'pdf'],
    ['parecer.docx', docx, 'docx'],
    ['folha.xlsx', ooxml('xl', 'openxmlformats-officedocument.spreadsheetml.sheet'), 'xlsx'],
    ['aula.pptx', ooxml('ppt', 'openxmlformats-officedocument.presentationml.presentation'), 'pptx'],
    ['sem-tipos.docx', zipSync({ '_rels/.rels': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') }), 'docx'],
    ['ofício.odt', odf('text'), 'odt'],
    ['folha.ods', odf('spreadsheet'), 'ods'],
    ['aula.odp', odf('presentation'), 'odp'],
    ['nota.txt', 'Ação nº 1', 'txt'],
    ['antiga.txt', Buffer.from('A\xe7\xe3o n\xba 1', 'latin1'), 'txt'],
    ['windows.txt', Buffer.from('\uFEFFAção', 'utf16le'), 'txt'],
    ['bm.txt', 'BM é o Banco Municipal, MZ não é programa', 'txt'],
    ['dados.csv', 'nome;valor\r\nÁgua;1,50\r\n', 'csv'],
    ['nota-fiscal.xml', '<?xml version="1.0"?>\n<!-- v4 -->\n<nfeProc versao="4.00"/>', 'xml'],
    ['sem-prólogo.xml', '<dados><um/></dados>', 'xml'],
    ['página.html', '<!-- salva -->\n<!DOCTYPE html><html></html>', 'html'],
    ['trecho.htm', '<div>oi</div>', 'html'],
    ['foto.png', png, 'png'],
    ['foto.jpeg', padded(hex('FFD8FFE0 0010 4A46494600')), 'jpg'],
    ['anim.gif', padded('GIF89a', hex('01000100')), 'gif'],
    ['foto.webp', padded('RIFF', hex('24000000'), 'WEBPVP8 '), 'webp'],
    ['planta.tiff', padded(hex('49492A00 08000000 0000')), 'tif'],
    ['fala.mp3', padded('ID3', hex('04000000000010'), Buffer.alloc(16), hex('FFFB9000')), 'mp3'],
    ['fala.wav', padded('RIFF', hex('24000000'), 'WAVEfmt '), 'wav'],
    ['fala.m4a', padded(hex('00000018'), 'ftypM4A ', hex('00000000')), 'm4a'],
    ['sessão.mp4', padded(hex('00000018'), 'ftypisom', hex('00000200')), 'mp4'],
    ['sessão.mov', padded(hex('00000014'), 'ftypqt  ', hex('00000000')), 'mov'],
    ['carta.p7s', p7s, 'p7s'],
    ['carta.p7s', '-----BEGIN PKCS7-----\nMIIF', 'p7s'],
    ['planta.dwg', padded('AC1027', hex('0000')), 'dwg'],
    ['lote.zip', zipSync({ 'word/foto.txt': strToU8('x'), 'b.txt': strToU8('y') }), 'zip'],
    ['com-docx-dentro.zip', zipSync({ 'a.docx': [docx, { level: 0 }], 'word/b.txt': strToU8('b') }), 'zip'],
    [
      'com-docm-dentro.zip',
      zipSync({ 'a.docm': [ooxml('word', 'ms-word.document.macroEnabled'), { level: 0 }] }),
      'zip',
    ],
    ['pastas.zip', zipSync({ 'a.txt': strToU8('a'), '_rels/.rels': strToU8('b'), 'word/b.txt': strToU8('b') }), 'zip'],
  ])('%s', async (name, bytes, expected) => {
    expect(await kindOf(bytes, name)).toBe(expected)
  })
})

describe('what is refused', () => {
  test.each<[string, Uint8Array | string, string, string]>([
    ['nothing in it', '', 'vazio.txt', 'empty-file'],
    ['a name without extension', 'texto', 'LEIAME', 'no-extension'],
    ['an extension not permitted', 'texto', 'x.doc', 'extension-not-permitted'],
    ['a page called a PDF', '<html></html>', 'x.pdf', 'content-differs'],
    ['a PDF called a page', '%PDF-1.7', 'x.html', 'content-differs'],
    ['a picture called a PDF', png, 'x.pdf', 'content-differs'],
    ['a text document called a spreadsheet', docx, 'x.xlsx', 'content-differs'],
    ['an office document called a ZIP', docx, 'x.zip', 'content-differs'],
    ['a page called a text', '<!DOCTYPE html><p>oi', 'x.txt', 'content-differs'],
    ['noise called a text', hex('00 01 02 03'), 'x.txt', 'content-differs'],
    ['a text called a GIF', 'GIF89a=1;alert(1)', 'x.gif', 'content-differs'],
    ['a PDF hidden behind a page', '<html><body>oi</body></html>%PDF-1.7', 'x.pdf', 'mixed-content'],
    ['the same called a page', '<html><body>oi</body></html>%PDF-1.7', 'x.html', 'mixed-content'],
    ['a PDF hidden behind noise', padded(hex('00010203'), '%PDF-1.7'), 'x.pdf', 'mixed-content'],
    ['a program by its name', 'texto', 'x.pdf.exe', 'executable'],
    ['a script by its name', 'dir', 'x.BAT', 'executable'],
    ['a program called a PDF', exe, 'x.pdf', 'executable'],
    ['a program called a text', padded(hex('7F454C46 02010100')), 'x.txt', 'executable'],
    ['a program in a ZIP', zipSync({ 'boleto.pdf.exe': exe }), 'x.zip', 'executable'],
    ['a Java program called a ZIP', zipSync({ 'META-INF/MANIFEST.MF': strToU8('x') }), 'x.zip', 'executable'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'x.svg', 'active-image'],
    ['an SVG called an XML', '<?xml version="1.0"?><!-- a --><svg onload="x()"/>', 'x.xml', 'active-image'],
    ['an SVG with a doctype', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "">', 'x.xml', 'active-image'],
    ['an SVG in UTF-16', Buffer.from('\uFEFF<svg/>', 'utf16le'), 'x.xml', 'active-image'],
    ['macros by name', docx, 'x.docm', 'macros'],
    ['macros by content', ooxml('word', 'ms-word.document.macroEnabled'), 'x.docx', 'macros'],
    [
      'macros inside',
      ooxml('xl', 'openxmlformats-officedocument.spreadsheetml.sheet', { 'xl/vbaProject.bin': exe }),
      'x.xlsx',
      'macros',
    ],
    ['a key called a signature', hex('3082 0500 0609 2A864886F70D010101 0000'), 'x.p7s', 'content-differs'],
    [
      'a key that only mentions signatures',
      hex('3082 0500 020100 0203010001 0609 2A864886F70D010702'),
      'x.p7s',
      'content-differs',
    ],
    ['a text with the mark of deletion', 'a\u007F', 'x.txt', 'content-differs'],
    ['a folder name with a dot', 'texto', 'pasta.txt/arquivo', 'no-extension'],
  ])('%s', async (_what, bytes, name, reason) => {
    expect(await kindOf(bytes, name)).toBe(reason)
  })

  test.each([
    ['application/pdf', 'pdf'],
    ['APPLICATION/PDF; charset=binary', 'pdf'],
    ['application/octet-stream', 'pdf'],
    ['application/force-download', 'pdf'],
    ['', 'pdf'],
    ['text/html', 'declared-otherwise'],
    ['image/png', 'declared-otherwise'],
  ])('a PDF that the browser declared as “%s”', async (declared, expected) => {
    expect(await kindOf('%PDF-1.7', 'x.pdf', declared)).toBe(expected)
  })

  test('a kind that the administrator did not permit, with the list of those permitted', async () => {
    const permitted = fileKinds.filter((kind) => ['pdf', 'jpg'].includes(kind.extension))
    const outcome = await detectKind(png, 'x.png', 'image/png', permitted)
    expect(outcome).toEqual({
      done: false,
      refusals: [{ reason: 'extension-not-permitted', extension: 'png', permitted }],
    })
    expect(outcome.done || outcome.refusals.map(explainFileKind)).toEqual([
      'Arquivos .png não são aceitos. Extensões permitidas: jpeg, jpg e pdf.',
    ])
  })
})

test('the limit of the first bytes may fall anywhere: a text cut in the middle of a letter is still a text', async () => {
  for (const encoding of ['utf8', 'utf16le'] as const) {
    const text = Buffer.from(`\uFEFF${'ç'.repeat(sniffBytes)}`, encoding)
    expect(await kindOf(text.subarray(0, sniffBytes - 1), 'x.txt')).toBe('txt')
  }
})

test('an office document stays one when only its beginning was read', async () => {
  const large = ooxml('word', 'openxmlformats-officedocument.wordprocessingml.document', {
    'word/media/foto.bin': Buffer.from(Array.from({ length: 90_000 }, (_, index) => (index * 7919) % 251)),
  })
  expect(await kindOf(large.subarray(0, 700), 'x.docx')).toBe('docx')
})

test('whatever the bytes, the name and the declared type, the answer is a kind or an explained refusal', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 400 }),
    fc.constantFrom(docx, png, p7s).chain(cutOrSpoiled),
  )
  const name = fc.oneof(fc.string(), fc.constantFrom(...fileKinds.map((kind) => `x.${kind.extension}`)))
  await fc.assert(
    fc.asyncProperty(bytes, name, fc.string(), async (given, fileName, declared) => {
      const outcome = await detectKind(given, fileName, declared)
      if (outcome.done) expect(fileName.toLowerCase().trimEnd()).toMatch(/\.\w+$/)
      else for (const refusal of outcome.refusals) expect(explainFileKind(refusal)).toMatch(/^\p{Lu}.*\.$/su)
    }),
    { numRuns: 400 },
  )
})

function cutOrSpoiled(whole: Uint8Array) {
  return fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, value]) => {
    const spoiled = Uint8Array.from(whole)
    spoiled[at] = value
    return value % 2 ? spoiled : whole.subarray(0, at + 1)
  })
}

describe('the list of kinds', () => {
  test('no extension belongs to two kinds, and each is found by any of its extensions', () => {
    const extensions = fileKinds.flatMap((kind) => [kind.extension, ...kind.otherExtensions])
    expect(new Set(extensions).size).toBe(extensions.length)
    for (const kind of fileKinds) {
      for (const one of [kind.extension, ...kind.otherExtensions]) expect(kindOfExtension(one.toUpperCase())).toBe(kind)
    }
  })

  test('by default a file may have 200 MB', () => {
    expect(new Set(fileKinds.map((kind) => kind.maxBytes))).toEqual(new Set([200 * 1024 * 1024]))
  })

  test('what could act in the reader’s name is never shown', () => {
    expect(fileKinds.filter((kind) => kind.contents.includes('html')).map((kind) => kind.show)).toEqual(['download'])
    expect(permittedList()).not.toContain('svg')
  })
})
