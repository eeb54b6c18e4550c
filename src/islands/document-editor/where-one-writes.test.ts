import { expect, test } from 'vitest'
import { doc, p, type RichText, schema, section } from '../../rich-text/index.ts'
import { whereOneWrites } from './where-one-writes.ts'

// A part of the body that nobody may change, with an empty paragraph that is no place to write.
const header = section('cabecalho', 'body', [p('')], { locked: true })
const letter = (...paragraphs: string[]) =>
  doc(
    header,
    section(
      'corpo',
      'body',
      paragraphs.map((one) => p(one)),
    ),
  )

/** The text with the caret drawn into it. */
function drawn(content: RichText, grewFrom?: RichText): string {
  const node = schema.nodeFromJSON(content)
  const { head } = whereOneWrites(node, grewFrom && schema.nodeFromJSON(grewFrom))
  const text = (from: number, to: number) => node.textBetween(from, to, '/')
  const before = text(0, head)
  return `${before}|${text(0, node.content.size).slice(before.length)}`.replace(/^\/+/, '')
}

test.each([
  ['after the words of the model', letter('Processo: 00312'), undefined, 'Processo: 00312|'],
  [
    'in the first empty paragraph',
    letter('Processo: 00312', '', 'Atenciosamente,', ''),
    undefined,
    'Processo: 00312/|/Atenciosamente,/',
  ],
  [
    'where one stopped in the middle',
    letter('Um.', 'Dois e meio.', 'Três.'),
    letter('Um.', 'Dois.', 'Três.'),
    'Um./Dois e meio|./Três.',
  ],
  ['after a sentence that ends like the one before', letter('Um. Dois.', ''), letter('Um.', ''), 'Um. Dois.|/'],
  ['after paragraphs that were added', letter('Um.', 'Dois.'), letter('Um.'), 'Um./Dois.|'],
  ['where a word was taken away', letter('Um.', ''), letter('Um dois.', ''), 'Um|./'],
  ['as if nothing was begun where nothing differs', letter('Um.', ''), letter('Um.', ''), 'Um./|'],
])('the caret stands %s', (_, content, grewFrom, expected) => {
  expect(drawn(content, grewFrom)).toBe(expected)
})

test('a text without a body that is open still has a caret', () => {
  expect(whereOneWrites(schema.nodeFromJSON(doc(header)), undefined).empty).toBe(true)
})
