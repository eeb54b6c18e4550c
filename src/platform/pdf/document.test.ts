import { afterAll, describe, expect, test } from 'vitest'
import { openPdfEngine } from './index.ts'
import {
  aBrokenPicture,
  aDocument,
  aHugePicture,
  aPicture,
  aSignature,
  bookmarksOf,
  bytesAsText,
  doc,
  log,
  pagesOf,
  paragraph,
  section,
  styled,
  text,
  textOf,
} from './pdf.fixture.ts'

const engine = openPdfEngine({ log, workers: 1 })
afterAll(() => engine.close())

const written = async (...content: object[]) =>
  textOf(await engine.renderDocument(aDocument({ content: doc(...content) })))
const textFor = async (change: Parameters<typeof aDocument>[0]) =>
  textOf(await engine.renderDocument(aDocument(change)))

describe('a document', () => {
  test('names the body, the unit, the document, the case file and the page', async () => {
    const page = await textFor({})
    expect(page).toContain('SECRETARIA DA TRIBUTAÇÃO')
    expect(page).toContain('Gabinete')
    expect(page).toContain('Despacho nº 12/2026')
    expect(page).toContain('Encaminhem-se os autos.')
    expect(page).toContain('Documento 0012345 · Processo 00110.000123/2026-41')
    expect(page).toContain('Página 1 de 1')
  })

  test('is archival, tagged, Portuguese, and has a title and bookmarks', async () => {
    const heading = { type: 'heading', attrs: { level: 1 }, content: [text('Da análise')] }
    const pdf = await engine.renderDocument(aDocument({ content: doc(heading, paragraph('Texto.')) }))
    const raw = bytesAsText(pdf)
    expect(raw).toMatch(/pdfaid:part>2</)
    expect(raw).toMatch(/pdfaid:conformance>A</)
    expect(raw).toContain('/Marked true')
    expect(raw).toContain('/Lang (pt-BR)')
    expect(await bookmarksOf(pdf)).toEqual(['Despacho nº 12/2026'])
  })

  test('is the same bytes for the same input, from whichever process', async () => {
    const other = openPdfEngine({ log, workers: 1 })
    const pdfs = await Promise.all([engine, engine, other].map((one) => one.renderDocument(aDocument())))
    await other.close()
    expect(Buffer.compare(pdfs[0] ?? Buffer.of(), pdfs[1] ?? Buffer.of(1))).toBe(0)
    expect(Buffer.compare(pdfs[0] ?? Buffer.of(), pdfs[2] ?? Buffer.of(1))).toBe(0)
    const later = await engine.renderDocument(aDocument({ createdAt: '2026-11-23T13:42:00Z' }))
    expect(Buffer.compare(pdfs[0] ?? Buffer.of(), later)).not.toBe(0)
  })

  test.each([
    '#eval("1+1")',
    '#read("/data.json")',
    '$x^2$',
    '*não negrito*',
    '_não itálico_',
    '<etiqueta>',
    '@referencia',
    '= Não é título',
    '- nem lista',
    '// nem comentário',
    '/* nem este */',
    '`nem código`',
    '\\u{41}',
    '[colchetes] {chaves}',
    '#import "@preview/x:1.0.0"',
    'https://exemplo.gov.br/a?b=c#d',
  ])('what people write is never a command: %s', async (words) => {
    const content = doc(
      paragraph(`Antes ${words} depois`),
      paragraph('Nota', { type: 'footnote', attrs: { text: `nota ${words} fim` } }),
    )
    const read = await textFor({
      title: `Título ${words}`,
      agency: { name: 'Órgão', acronym: words },
      unit: `Unidade ${words}`,
      content,
      signatures: [aSignature({ name: `Nome ${words}` })],
    })
    for (const place of [
      `Antes ${words} depois`,
      `nota ${words} fim`,
      `Título ${words}`,
      `Unidade ${words}`,
      `Nome ${words}`,
    ])
      expect(read.replaceAll(' ', '')).toContain(place.replaceAll(' ', ''))
  })

  test('draws every kind of node, and numbers what numbers itself', async () => {
    const item = (...content: object[]) => ({ type: 'list_item', content })
    const cell = (words: string, type = 'table_cell', attrs = {}) => ({ type, attrs, content: [paragraph(words)] })
    const row = (...content: object[]) => ({ type: 'table_row', content })
    const read = await written(
      { type: 'bullet_list', content: [item(paragraph('um ponto'))] },
      { type: 'ordered_list', attrs: { start: 3, kind: 'I' }, content: [item(paragraph('terceiro'))] },
      { type: 'ordered_list', attrs: { start: 2, kind: 'a' }, content: [item(paragraph('segunda'))] },
      { type: 'blockquote', content: [paragraph('citado')] },
      {
        type: 'table',
        attrs: { caption: 'Quadro 1' },
        content: [
          row(cell('Ano', 'table_header'), cell('Valor', 'table_header')),
          row(cell('Total', 'table_cell', { colspan: 9, rowspan: 9 })),
        ],
      },
      styled('article', 'Fica deferido.'),
      styled('articleParagraph', 'O prazo é de trinta dias.'),
      styled('romanItem', 'da ciência;'),
      styled('article', 'Publique-se.'),
      paragraph(
        { type: 'case_link', attrs: { number: '1', label: '00110.9' } },
        { type: 'variable', attrs: { name: 'cidade' } },
      ),
      { type: 'horizontal_rule' },
      { type: 'page_break' },
      { type: 'novidade', content: [paragraph('de um tipo desconhecido')] },
    )
    for (const words of ['um ponto', 'III – terceiro', 'b) segunda', 'citado', 'Quadro 1', 'Ano', 'Total'])
      expect(read).toContain(words)
    for (const words of [
      'Art. 1º Fica',
      '§ 1º O prazo',
      'I – da ciência',
      'Art. 2º Publique-se',
      '00110.9',
      '@cidade@',
    ])
      expect(read).toContain(words)
    expect(read).toContain('de um tipo desconhecido')
  })

  test('a page break makes a page', async () => {
    const pages = await pagesOf(
      await engine.renderDocument(
        aDocument({ content: doc(paragraph('um'), { type: 'page_break' }, paragraph('dois')) }),
      ),
    )
    expect(pages).toHaveLength(2)
    expect(pages[1]).toContain('Página 2 de 2')
  })

  test('a title of its own takes the place of the title of the document, and a letterhead that of the body', async () => {
    const content = {
      type: 'doc',
      content: [
        section('header', styled('letterhead', 'GOVERNO DO ESTADO')),
        section('title', styled('centered', 'PORTARIA Nº 7')),
        section('body', paragraph('Resolve.')),
        section('footer', paragraph('Rua das Flores, 1')),
      ],
    }
    const pdf = await engine.renderDocument(aDocument({ content }))
    const read = await textOf(pdf)
    expect(await bookmarksOf(pdf)).toEqual(['PORTARIA Nº 7'])
    expect(read).toContain('GOVERNO DO ESTADO')
    expect(read).not.toContain('SECRETARIA DA TRIBUTAÇÃO')
    expect(read.indexOf('Rua das Flores')).toBeGreaterThan(read.indexOf('Resolve.'))
  })

  test('characters that no font has are named by their code, and the file stays archival', async () => {
    const pdf = await engine.renderDocument(aDocument({ content: doc(paragraph('riso 😀 e 漢, seta → e \ue000 fim')) }))
    const read = await textOf(pdf)
    for (const words of ['‹U+1F600›', '‹U+6F22›', '→', '‹U+E000›', 'fim']) expect(read).toContain(words)
    expect(bytesAsText(pdf)).toMatch(/pdfaid:part>2</)
  })

  test('neither depth nor a long word nor nothing at all breaks it', async () => {
    let nested: object = paragraph('no fundo')
    for (let depth = 0; depth < 18; depth += 1)
      nested = {
        type: 'bullet_list',
        content: [
          { type: 'list_item', content: [paragraph(`nível ${depth}`), { type: 'blockquote', content: [nested] }] },
        ],
      }
    expect(await written(nested, paragraph('9'.repeat(500)))).toContain('no fundo')
    for (const content of [undefined, null, 'texto', { type: 'doc' }, doc(), doc({ type: 'table', content: [] })])
      expect(await textFor({ content })).toContain('Despacho nº 12/2026')
  })
})

describe('pictures', () => {
  const image = (src: string) => ({ type: 'image', attrs: { src, alt: 'Planta do prédio', width: 50 } })

  test('are drawn with their description', async () => {
    const pdf = await engine.renderDocument(aDocument({ content: doc(image('a')), images: { a: aPicture } }))
    expect(bytesAsText(pdf)).toContain('/Subtype /Image')
    expect(await textOf(pdf)).not.toContain('não pôde ser mostrada')
  })

  test('without a description they are decoration, and the file stays archival', async () => {
    const silent = { type: 'image', attrs: { src: 'a', alt: '', width: 50 } }
    const pdf = await engine.renderDocument(aDocument({ content: doc(silent), images: { a: aPicture } }))
    expect(bytesAsText(pdf)).toContain('/Subtype /Image')
    expect(bytesAsText(pdf)).toMatch(/pdfaid:part>2</)
  })

  test.each([
    ['one that would unpack to gigabytes', { a: aHugePicture }],
    ['a broken one', { a: aBrokenPicture }],
    ['a missing one', {}],
    ['one of a kind that is not drawn', { a: { ...aPicture, mediaType: 'image/svg+xml' } }],
  ])('%s becomes its description', async (_, images) => {
    const read = await textFor({ content: doc(image('a')), images })
    expect(read).toContain('Imagem que não pôde ser mostrada: Planta do prédio.')
  })
})

describe('signatures and authenticity', () => {
  test('each stamp says who, in which capacity, when in Brasília, how and by which norm', async () => {
    const read = await textFor({ signatures: [aSignature()], legalBasis: 'no art. 4º da Lei nº 14.063/2020' })
    expect(read).toContain(
      'Documento assinado eletronicamente por Ana de Medeiros, Secretária (GAB), em 21/11/2026, às 22:05, conforme o ' +
        'horário oficial de Brasília, mediante senha pessoal, com fundamento no art. 4º da Lei nº 14.063/2020.',
    )
    expect(read).not.toContain('não confere')
  })

  test('a signature that no longer fits the content says so', async () => {
    const read = await textFor({ signatures: [aSignature({ broken: true })] })
    expect(read).toContain('Atenção: esta assinatura não confere com o conteúdo atual do documento.')
  })

  test.each([
    ['certificate', 'com certificado digital da ICP-Brasil'],
    ['gov-br', 'com a conta gov.br'],
  ] as const)('the method %s is told', async (method, words) => {
    expect(await textFor({ signatures: [aSignature({ method })] })).toContain(words)
  })

  test('the codes, the address and the digest are on the page', async () => {
    const authenticity = {
      url: 'https://processos.exemplo.gov.br/autenticidade?codigo=0012345&crc=A1B2C3D4',
      verificationCode: '0012345',
      crc: 'A1B2C3D4',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    }
    const pdf = await engine.renderDocument(aDocument({ authenticity }))
    const read = await textOf(pdf)
    expect(read).toContain('código verificador 0012345 e o código CRC A1B2C3D4')
    expect(read.replaceAll(' ', '')).toContain('processos.exemplo.gov.br/autenticidade')
    expect(read).toContain(authenticity.sha256)
    expect(bytesAsText(pdf)).toContain('codigo=0012345&crc=A1B2C3D4')
  })
})

test.each([
  ['MINUTA', 'Não tem valor de documento oficial.'],
  ['CANCELADO', 'Documento cancelado: não produz efeitos.'],
] as const)('the watermark %s is also said in words', async (watermark, words) => {
  expect(await textFor({ watermark })).toContain(words)
  expect(await textFor({})).not.toContain(words)
})
