import { afterAll, expect, test } from 'vitest'
import { openPdfEngine } from './index.ts'
import { aDocument, aSignature, bookmarksOf, log, paragraph, section, styled, textOf } from './pdf.fixture.ts'

const engine = openPdfEngine({ log, workers: 1 })
afterAll(() => engine.close())

test('the order is that of the screen: the text whole, as it was signed, then signatures, then the codes', async () => {
  const content = {
    type: 'doc',
    content: [
      section('header', paragraph('CABEÇALHO')),
      section('body', styled('right', 'Natal, hoje.')),
      section('title', styled('left', 'OFÍCIO Nº 7')),
      section('body', paragraph('Solicito.')),
      section('footer', paragraph('Rua das Flores, 1')),
    ],
  }
  const authenticity = {
    url: 'https://x.gov.br/a?c=1',
    verificationCode: '0012345',
    crc: 'A1B2C3D4',
    sha256: 'f'.repeat(64),
  }
  const pdf = await engine.renderDocument(aDocument({ content, signatures: [aSignature()], authenticity }))
  const read = await textOf(pdf)
  const order = [
    'CABEÇALHO',
    'Natal, hoje.',
    'OFÍCIO Nº 7',
    'Solicito.',
    'Rua das Flores',
    'Assinatura',
    'código verificador',
  ]
  const places = order.map((words) => read.indexOf(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(await bookmarksOf(pdf)).toEqual(['OFÍCIO Nº 7'])
})

test('a certified copy is told as what it is, and not as signed', async () => {
  const read = await textOf(
    await engine.renderDocument(
      aDocument({ signatures: [aSignature({ words: 'Cópia conferida e autenticada por' })] }),
    ),
  )
  expect(read).toContain('Cópia conferida e autenticada por Ana de Medeiros')
  expect(read).not.toContain('assinado eletronicamente')
})
