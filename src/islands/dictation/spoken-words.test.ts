import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpoken, spokenSigns, writeAfter } from './spoken-words.ts'

describe('what is said is written as people write', () => {
  it.each([
    ['', 'defiro o pedido vírgula nos termos da lei ponto final', 'Defiro o pedido, nos termos da lei.'],
    ['Defiro.', 'encaminhe-se', 'Defiro. Encaminhe-se'],
    ['Defiro', 'o pedido', 'Defiro o pedido'],
    ['Defiro ', 'o pedido', 'Defiro o pedido'],
    ['', 'há prazo ponto de interrogação não', 'Há prazo? Não'],
    ['', 'cumpra-se ponto de exclamação hoje', 'Cumpra-se! Hoje'],
    ['', 'juntem-se dois-pontos a cópia ponto e vírgula o recibo', 'Juntem-se: a cópia; o recibo'],
    ['', 'dois pontos', ':'],
    ['', 'o ponto de vista vale dois pontos', 'O ponto de vista vale:'],
    ['Diz a lei', 'abre aspas é vedado fecha aspas ponto final assim', 'Diz a lei “é vedado”. Assim'],
    ['', 'abre aspas é vedado ponto final fecha aspas e basta', '“É vedado.” E basta'],
    ['A unidade', 'abre parênteses setor fecha parênteses responde', 'A unidade (setor) responde'],
    ['', 'primeiro novo parágrafo segundo', 'Primeiro¶Segundo'],
    ['Rua', 'das Flores nova linha natal', 'Rua das Flores\nNatal'],
    ['Nos termos do art.', 'quinto', 'Nos termos do art. quinto'],
    ['Apresentado ao Sr.', 'diretor', 'Apresentado ao Sr. diretor'],
    ['Vírgula', 'VÍRGULA Ponto Final', 'Vírgula,.'],
    ['Recebido', '\u{200a}', 'Recebido'],
    ['Recebi', ', e basta', 'Recebi, e basta'],
    ['Ver a nota\u{fffc}', 'e a tabela', 'Ver a nota\u{fffc} e a tabela'],
    ['', 'ótimo', 'Ótimo'],
    ['', 'cafe\u{301}', 'Café'],
  ])('after “%s”, “%s”', (text, heard, expected) => {
    expect(written(text, heard)).toBe(expected)
  })

  it('an item of a list begins as it is said; its next sentence begins with a capital', () => {
    expect(written('', 'manutenção mensal ponto final uma vez', true)).toBe('manutenção mensal. Uma vez')
  })

  it('knows every sign by its name and by no part of it', () => {
    for (const [name, spoken] of Object.entries(spokenSigns)) {
      expect(readSpoken(name), name).toEqual([spoken])
      expect(readSpoken(name.toUpperCase()), name).toEqual([spoken])
    }
    expect(readSpoken('ponto e basta')).toEqual([{ word: 'ponto' }, { word: 'e' }, { word: 'basta' }])
  })

  it('loses and adds no word, whatever is said', () => {
    const words = fc.array(fc.stringMatching(/^[a-zçãéü]{1,9}$/).filter((word) => !(word in spokenSigns)))
    const signs = new Set(Object.keys(spokenSigns).flatMap((name) => name.split(' ')))
    fc.assert(
      fc.property(words, (said) => {
        const plain = said.filter((word) => !signs.has(word))
        expect(written('Visto', plain.join(' '))).toBe(['Visto', ...plain].join(' '))
      }),
    )
  })

  it('takes no name of the language for a sign', () => {
    expect(written('', 'constructor toString')).toBe('Constructor toString')
  })
})

function written(text: string, heard: string, isItem = false): string {
  return readSpoken(heard).reduce((before, spoken) => {
    if ('ends' in spoken) return `${before}${spoken.ends === 'line' ? '\n' : '¶'}`
    const paragraph = before.split('¶').at(-1) ?? ''
    return before + writeAfter(paragraph, spoken, isItem)
  }, text)
}
