import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Anchor,
  anchorAt,
  doc,
  locate,
  p,
  passagesOf,
  proposedChanges,
  type RichText,
  replaceWords,
  section,
} from './index.ts'

const texts = (content: RichText) => passagesOf(content).map(({ text }) => text)
const body = (...paragraphs: readonly string[]) =>
  doc(
    section('cabecalho', 'header', 'Estado do Rio Grande do Norte', { locked: true }),
    section(
      'corpo',
      'body',
      paragraphs.map((text) => p(text)),
    ),
  )
const taken = (base: RichText, edited: RichText) =>
  [...proposedChanges(base, edited)]
    .reverse()
    .reduce((text, { words, ...place }) => replaceWords(text, place, words) ?? text, base)

describe('what was changed', () => {
  const base = body('O prazo é de dez dias.', 'Publique-se.')
  it.each([
    ['a word', ['O prazo é de vinte dias.', 'Publique-se.'], [['dez', 'vinte']]],
    ['a word more', ['O prazo é de dez dias úteis.', 'Publique-se.'], [['dias', 'dias úteis']]],
    ['a word less', ['O prazo é de dias.', 'Publique-se.'], [['dez ', '']]],
    [
      'two far apart',
      ['Um prazo é de dez dias certos.', 'Publique-se.'],
      [
        ['O', 'Um'],
        ['dias', 'dias certos'],
      ],
    ],
    [
      'a new paragraph',
      ['O prazo é de dez dias.', 'Publique-se.', 'Cumpra-se já.'],
      [['Publique-se.', 'Publique-se.\n\nCumpra-se já.']],
    ],
    [
      'a paragraph ahead',
      ['Considerando o parecer', 'O prazo é de dez dias.', 'Publique-se.'],
      [['O', 'Considerando o parecer\n\nO']],
    ],
    ['a paragraph gone', ['O prazo é de dez dias.'], [['Publique-se.', '']]],
    ['nothing', ['O prazo é de dez dias.', 'Publique-se.'], []],
  ])('%s is told place by place', (_what, after, expected) => {
    const edited = body(...after)
    const told = proposedChanges(base, edited).map(({ passage, start, end, words }) => [
      texts(base)[passage]?.slice(start, end),
      words,
    ])
    expect(told).toEqual(expected)
    expect(texts(taken(base, edited))).toEqual(texts(edited))
  })

  it('taken as a whole gives the words that were written, whatever was changed', () => {
    const word = fc.constantFrom('prazo', 'dez', 'dias', 'defiro', 'nos', 'termos', 'da', 'lei', 'o', 'pedido')
    const paragraph = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
    const text = fc.array(paragraph, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(texts(taken(body(...before), body(...after)))).toEqual(texts(body(...after)))
      }),
      { numRuns: 300 },
    )
  })

  it('never reaches into what the template fixes', () => {
    const other = doc(section('cabecalho', 'header', 'Outro Estado', { locked: true }), ...base.content.slice(1))
    expect(proposedChanges(base, other)).toEqual([])
    expect(replaceWords(base, { passage: 0, start: 0, end: 6 }, 'Município')).toBeUndefined()
  })
})

describe('other words in a place', () => {
  it('wear the look of what they replace, and leave notes and links where they are', () => {
    const marked = doc(section('corpo', 'body', [p('Defiro **em parte** o pedido de @destinatario_nome@.')]))
    const text = texts(marked)[0] ?? ''
    const at = (words: string) => ({ passage: 0, start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const changed = replaceWords(marked, at('parte'), 'sua maior parte')
    expect(JSON.stringify(changed)).toContain('{"type":"text","marks":[{"type":"strong"}],"text":"em sua maior parte"}')
    expect(replaceWords(marked, at('pedido de @destinatario_nome@'), 'pedido')).toBeUndefined()
    expect(replaceWords(marked, { passage: 0, start: 0, end: text.length + 1 }, 'Nada')).toBeUndefined()
    expect(replaceWords(marked, { passage: 3, start: 0, end: 1 }, 'Nada')).toBeUndefined()
  })

  it('a whole paragraph by nothing takes it away, with the item that held it, and never the last of a section', () => {
    const list = doc(section('corpo', 'body', '- um\n- dois'))
    const left = replaceWords(list, { passage: 0, start: 0, end: 2 }, '')
    expect(left && texts(left)).toEqual(['dois'])
    const none = left && replaceWords(left, { passage: 0, start: 0, end: 4 }, '')
    expect(none && texts(none)).toEqual([''])
  })
})

describe('a passage is found again', () => {
  const before = [
    'Visto o pedido do contribuinte.',
    'O prazo para defesa é de dez dias.',
    'O prazo para recurso é de dez dias.',
  ]
  const anchor = anchorAt(before, { passage: 2, start: 26, end: 34 }) as Anchor
  const long = anchorAt(before, { passage: 1, start: 0, end: 34 }) as Anchor

  it.each<[string, Anchor, string[], unknown]>([
    ['where it was', anchor, before, [2, 'dez dias', 'same']],
    ['with paragraphs ahead of it', anchor, ['Novo.', ...before], [3, 'dez dias', 'same']],
    [
      'among equal words, by what stands around it',
      anchor,
      [before[2] ?? '', before[1] ?? ''],
      [0, 'dez dias', 'same'],
    ],
    ['not in equal words elsewhere', anchor, [before[0] ?? '', 'Em dez dias volte.'], undefined],
    [
      'reworded',
      long,
      ['O prazo máximo para a defesa é de vinte dias.'],
      [0, 'O prazo máximo para a defesa é de vinte dias', 'changed'],
    ],
    ['gone', long, ['Nada mais havendo, arquive-se.'], undefined],
  ])('%s', (_how, wanted, now, expected) => {
    const found = locate(now, wanted)
    expect(found && [found.passage, now[found.passage]?.slice(found.start, found.end), found.state]).toEqual(expected)
  })

  it('is nowhere in a text where nobody could have pointed', () => {
    expect(anchorAt(before, { passage: 9, start: 0, end: 1 })).toBeUndefined()
    expect(anchorAt(before, { passage: 0, start: 4, end: 4 })).toBeUndefined()
    expect(anchorAt(before, { passage: 0, start: 0, end: 999 })).toBeUndefined()
  })
})
