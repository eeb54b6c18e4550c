import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileKinds, headersToServe, kindOfExtension, safeFileName } from './index.ts'

describe('a safe file name', () => {
  test.each([
    ['Ofício nº 12 – Praça da Sé.pdf', 'Ofício nº 12 – Praça da Sé.pdf'],
    ['C:\\Users\\maria\\Área de Trabalho\\ata.pdf', 'ata.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['ata\u0000.pdf\r\nSet-Cookie: a=b', 'ata .pdf Set-Cookie_ a=b'],
    ['contrato\u202Efdp.exe', 'contrato fdp.exe'],
    ['in\u200Bvi\u2066sí\uFEFFvel.txt', 'in vi sí vel.txt'],
    ['Sa\u0303o Paulo.txt', 'São Paulo.txt'],
    ['a<b>:"c|d?*.txt', 'a_b___c_d__.txt'],
    ['  ..oculto.txt. . ', 'oculto.txt'],
    ['', 'arquivo'],
    ['...', 'arquivo'],
    ['/', 'arquivo'],
    ['CON.txt', '_CON.txt'],
    ['com1', '_com1'],
    ['contas.txt', 'contas.txt'],
    ['\uD800solto.txt', 'solto.txt'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected)
  })

  test('is shortened to 200 bytes and keeps its extension', () => {
    const short = safeFileName(`${'ã'.repeat(300)}.docx`)
    expect(short).toMatch(/^ã+\.docx$/)
    expect(Buffer.byteLength(short)).toBeGreaterThan(195)
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(200)
  })

  test('is clean, short and stays the same when made safe again, whatever the name', () => {
    const piece = fc.constantFrom('a', 'ç', '.', ' ', '/', '\\', '\u202E', '\n', '"', '😀', 'con', '.pdf', '\uD83D', '‍')
    const anyName = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 260 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(anyName, (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\<>:"|?*]|^[\s.]|[\s.]$/u)
        expect(safe.length).toBeGreaterThan(0)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200)
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 500 },
    )
  })

  test('of a monstrous length is found quickly', () => {
    const start = performance.now()
    safeFileName(`${'. '.repeat(200_000)}x${'.'.repeat(200_000)}a`)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('the headers of a file', () => {
  const kind = (extension: string) => kindOfExtension(extension) ?? expect.fail(extension)

  test('say the name in ASCII for old programs and as it is for all others', () => {
    const { 'content-disposition': disposition } = headersToServe(
      kind('pdf'),
      'Ação "nº 1" (100%) d\'água.pdf',
      'attachment',
    )
    expect(disposition).toBe(
      'attachment; filename="Acao _n_ 1_ (100_) d\'agua.pdf"; ' +
        "filename*=UTF-8''A%C3%A7%C3%A3o%20_n%C2%BA%201_%20%28100%25%29%20d%27%C3%A1gua.pdf",
    )
  })

  test.each([
    ['pdf', 'inline', 'inline', 'application/pdf'],
    ['pdf', 'attachment', 'attachment', 'application/pdf'],
    ['png', 'inline', 'inline', 'image/png'],
    ['xml', 'inline', 'inline', 'text/plain; charset=windows-1252'],
    ['xml', 'attachment', 'attachment', 'application/xml'],
    ['html', 'inline', 'attachment', 'text/html'],
    ['docx', 'inline', 'attachment', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ] as const)('of a %s asked %s: %s, as %s', (extension, asked, disposition, type) => {
    const headers = headersToServe(kind(extension), 'x', asked, 'windows-1252')
    expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition};`))
    expect(headers['content-type']).toBe(type)
  })

  test('never let a file act: no guessing of types, and a sandbox but for the PDF viewer, which none tolerates', () => {
    for (const one of fileKinds) {
      for (const disposition of ['inline', 'attachment'] as const) {
        const headers = headersToServe(one, 'x', disposition)
        expect(headers['x-content-type-options']).toBe('nosniff')
        const sandboxed =
          headers['content-security-policy']?.includes("default-src 'none'") &&
          headers['content-security-policy']?.includes('sandbox')
        expect(sandboxed).toBe(!(one.extension === 'pdf' && disposition === 'inline'))
      }
    }
  })

  test('carry no line break and only Latin letters, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...fileKinds), (name, one) => {
        for (const value of Object.values(headersToServe(one, name, 'attachment')))
          expect(value).toMatch(/^[\x20-\x7e]+$/)
      }),
    )
  })
})
