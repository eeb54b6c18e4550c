import { expect, test } from 'vitest'
import { doc, paragraph, section, styled, text } from './pdf.fixture.ts'
import { readRichText } from './rich-text.ts'

const around = { pictures: new Map<string, string>(), missing: new Set<string>() }
const blocksOf = (...content: object[]) => readRichText(doc(...content), around).flatMap(({ blocks }) => blocks)
const heading = (level: number) => ({ type: 'heading', attrs: { level }, content: [text('x')] })

test('a level of heading is never skipped, and the title of the document is the only one of the first', () => {
  const levels = blocksOf(heading(3), heading(1), heading(3), heading(2), heading(99)).map((block) =>
    block.kind === 'heading' ? block.level : 0,
  )
  expect(levels).toEqual([2, 2, 3, 3, 4])
})

test.each([
  ['https://exemplo.gov.br/a', 'https://exemplo.gov.br/a'],
  ['mailto:a@exemplo.gov.br', 'mailto:a@exemplo.gov.br'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['/relativo', null],
  [7, null],
])('a link to %j opens %j', (href, opens) => {
  const [block] = blocksOf(paragraph(text('ver', { type: 'link', attrs: { href } })))
  expect(block).toMatchObject({ runs: [{ text: 'ver', href: opens }] })
})

test('numbers start anew with each section, as on the page', () => {
  const content = { type: 'doc', content: ['body', 'signature'].map((kind) => section(kind, styled('article', 'x'))) }
  const labels = readRichText(content, around).map(({ blocks }) => blocks[0])
  for (const label of labels) expect(label).toMatchObject({ runs: [{ text: 'Art. 1º ' }, { text: 'x' }] })
})

test('text without a paragraph gets one, and unknown nodes are what they hold', () => {
  expect(blocksOf(text('solto'), text(' junto'), { type: 'caixa', content: [paragraph('dentro')] })).toMatchObject([
    { kind: 'paragraph', runs: [{ text: 'solto' }, { text: ' junto' }] },
    { kind: 'paragraph', runs: [{ text: 'dentro' }] },
  ])
})

test('rows of headings at the top are the head of the table, unless a cell leaves them downwards', () => {
  const cell = (type: string, rowspan = 1) => ({ type, attrs: { rowspan }, content: [paragraph('x')] })
  const row = (...content: object[]) => ({ type: 'table_row', content })
  const table = (rowspan: number) => ({
    type: 'table',
    content: [row(cell('table_header', rowspan), cell('table_header')), row(cell('table_cell'), cell('table_cell'))],
  })
  expect(blocksOf(table(1))).toMatchObject([{ headRows: 1, columns: 2 }])
  expect(blocksOf(table(2))).toMatchObject([{ headRows: 0 }])
})
