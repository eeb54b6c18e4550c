import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fillMail } from '../../../platform/outbox/index.ts'
import { anyDocument } from '../../../rich-text/arbitrary-content.ts'
import { doc, p, parseContent, type RichText, section, toText } from '../../../rich-text/index.ts'
import { exporters, fileExporter, textOfFile } from './exporters.ts'
import { gazetteMatterMail, mailExporter, mailTextOf } from './mail.ts'
import { linesOf, type Matter, textOfMatter } from './matter.ts'
import { digestOf, normalised, rejoined } from './normalised.ts'

const noPdf = { pdf: async () => undefined }
const hard = 'Ação “à vista” — R$ 1,00 {grupo} \\par \\u233? }\\b0 <p>&amp;</p> ]]> 😀👩‍👩‍👧 e\u0301 ##FIM'

/** A paragraph that is not read for marks. */
const plain = (text: string) => ({ ...p(''), content: [{ type: 'text', text }] }) as ReturnType<typeof p>

function matterOf(content: RichText, signers: readonly string[] = []): Matter {
  const lines = linesOf(content)
  const told = { name: 'Portaria 1/2026 <"&', typeName: 'Portaria', acronym: 'GS', unit: 'GS', gazette: 'DOE' }
  return { number: '0000123', summary: 'Resumo ]]> & "tal"', on: undefined, ...told, lines, signers }
}

async function throughMail(matter: Matter): Promise<string> {
  const values = { documento: matter.name, edicao: '', unidade: 'GS', texto: mailTextOf(matter), resumo: '' }
  return mailExporter.read?.(fillMail(gazetteMatterMail, values).body) ?? ''
}

async function throughFile(format: string, matter: Matter): Promise<string> {
  const file = await fileExporter(format)?.make(matter, noPdf)
  return textOfFile(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file))
}

describe('a matter for a gazette', () => {
  it.each(['rtf', 'txt', 'xml', 'email'])('R14 says as %s, word for word, what was signed', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (json) => {
        const parsed = parseContent(json)
        fc.pre(parsed.ok)
        const matter = matterOf((parsed as { content: RichText }).content)
        const got = format === 'email' ? await throughMail(matter) : await throughFile(format, matter)
        expect(normalised(got)).toBe(normalised(toText((parsed as { content: RichText }).content)))
      }),
      { numRuns: 60 },
    )
  })

  test.each(['rtf', 'txt', 'xml', 'email'])(
    'as %s it keeps accents, quotes, emoji and the signs of the format, and ends with who signed',
    async (format) => {
      const content = doc(section('corpo', 'body', [plain(hard), plain('Segundo.')]))
      const matter = matterOf(content, ['José Ávila, Secretário'])
      const got = format === 'email' ? await throughMail(matter) : await throughFile(format, matter)
      expect(normalised(got)).toBe(normalised(`${hard} Segundo. José Ávila, Secretário`))
      expect(digestOf(got)).toBe(digestOf(textOfMatter(matter)))
    },
  )

  it('as RTF is a column of 8 cm in Calibri 9, in ASCII alone', async () => {
    const file = new TextDecoder().decode(
      await fileExporter('rtf')?.make(matterOf(doc(section('c', 'body', [p('ção')]))), noPdf),
    )
    expect(file).toMatch(/\\paperw4535.*\\margl0\\margr0/)
    expect(file).toMatch(/Calibri.*\\fs18/s)
    expect(file).toMatch(/^[\n\x20-\x7e]+$/)
  })

  it('as XML has the attributes and parts of INLABS', async () => {
    const file = new TextDecoder().decode(
      await fileExporter('xml')?.make(matterOf(doc(section('c', 'body', [p('Texto.')]))), noPdf),
    )
    const names = 'id name idOficio pubName artType pubDate artClass artCategory editionNumber numberPage idMateria'
    expect([...(/<article.*?>/.exec(file)?.[0] ?? '').matchAll(/ (\w+)="/g)].map(([, name]) => name)).toEqual(
      names.split(' '),
    )
    for (const part of ['Identifica', 'Data', 'Ementa', 'Titulo', 'SubTitulo', 'Texto'])
      expect(file).toContain(`<${part}`)
  })

  it('offers each way once, in the file of its own', () => {
    expect(exporters.map(({ format }) => format)).toEqual(['rtf', 'txt', 'xml', 'pdf', 'email'])
  })
})

describe('what was printed', () => {
  test.each([
    ['publi-\ncação', 'publicação', 'publicação'],
    ['segunda-\nfeira', 'na segunda-feira', 'segunda-feira'],
    ['um - \n dois', 'um dois', 'um - \n dois'],
  ])('%j beside %j reads %j', (printed, sent, read) => {
    expect(rejoined(printed, sent)).toBe(read)
  })

  it('has the same digest whatever the page maker did with blanks and accents', () => {
    expect(digestOf('Ac\u0327a\u0303o  do\u00a0Esta\u00addo\n\n')).toBe(digestOf('Ação do Estado'))
    expect(digestOf('Ação do Estado')).not.toBe(digestOf('Ação do estado'))
  })
})

describe('R14 a hostile file', () => {
  const many = 400_000
  test.each([
    ['articles that never close', '<article>'.repeat(many), ''],
    ['signs that never close', `<article><body><Texto>${'<'.repeat(many)}</Texto></body></article>`, '<'.repeat(many)],
    ['paragraphs that never close', `<article><Texto>${'&lt;p '.repeat(many)}</Texto></article>`, '<p '.repeat(many)],
    ['texts that never close', `<article>${'<Texto>'.repeat(many)}</article>`, ''],
    ['marks that never close', `<article><Texto>${'<![CDATA['.repeat(many)}a</Texto></article>`, 'a'],
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "b">]><article><Texto>&a;</Texto></article>', '&a;'],
    ['groups without end', `{\\rtf1 a${'{'.repeat(many)}`, 'a'],
    ['a count below nothing', '{\\rtf1 \\uc-9\\u97 bcdefghijklmno}', 'abcdefghijklmno'],
  ])('of %s is read in one pass', (_, file, words) => {
    expect(normalised(textOfFile(file))).toBe(normalised(words))
  })

  it('has its numbers of matters in the attributes, whatever stands between them', () => {
    const file = `<xml><article x><article  idOficio = '0000123' pubDate="1&lt;2"><Texto><p>Um</p><table><tr><td>dois`
    expect(textOfFile(`${file}</td></tr></table></Texto></article>`).split(/\s+/).filter(Boolean)).toEqual([
      'Um',
      'dois',
    ])
  })
})
