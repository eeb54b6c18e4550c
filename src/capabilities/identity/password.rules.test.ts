import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { refusalsOfPassword } from './password.rules.ts'

const kindsOf = (password: string, login = 'ana.souza', name = 'Ana Conceição de Souza') =>
  refusalsOfPassword({ password, login, name }).map(({ kind }) => kind)

describe('a new password', () => {
  test.each([
    'girafa azul no telhado',
    'correto-cavalo-pilha',
    'Tr4v3ssi@ de rio',
    'ççççãããéééí',
    'senha38172946501',
    '🐴🔋🧷🌧🚲🧀🪑🎻🦔🧭',
    'k3vq9zpl2x',
    'anaesouzaejose',
  ])('%j is accepted', (password) => {
    expect(kindsOf(password)).toEqual([])
  })

  test.each([
    ['', ['too-short']],
    ['k3vq9zpl2', ['too-short']],
    ['🐴🔋🧷🌧🚲🧀🪑🎻🦔', ['too-short']],
    ['xk9'.repeat(67), ['too-long']],
    ['ana.souza', ['too-short', 'same-as-login']],
    ['ANA.SOUZA.2026', ['same-as-login']],
    ['Ana Conceicao de Souza', ['same-as-name']],
    ['anaconceicaodesouza1', ['same-as-name']],
    ['senha12345', ['common']],
    ['Brasil@2026!', ['common']],
    ['1234567890', ['common']],
    ['0987654321', ['common']],
    ['194519451945', ['common']],
    ['1111111111', ['common', 'repetitive']],
    ['SENHASENHA', ['common']],
    ['Mudar.Senha.1', ['common']],
    ['secretária 2026', ['common']],
    ['qwertyuiop', ['common']],
    ['Corinthians!', ['common']],
    ['aaaaaaaaaaaa', ['repetitive']],
    ['ababababab', ['repetitive']],
    ['aaaaaaaaa', ['too-short', 'repetitive']],
  ])('%j is refused: %j', (password, kinds) => {
    expect(kindsOf(password)).toEqual(kinds)
  })

  it('is compared with the login before the at sign too', () => {
    expect(kindsOf('joana.pereira', 'joana.pereira@exemplo.gov.br')).toEqual(['same-as-login'])
    expect(kindsOf('joanapereiraexemplogovbr', 'joana.pereira@exemplo.gov.br')).toEqual(['same-as-login'])
  })

  it('is not compared with an empty name', () => {
    expect(kindsOf('🐴🔋🧷🌧🚲🧀🪑🎻🦔🧭', '', '')).toEqual([])
  })

  it('is never refused for lack of capitals, digits or signs', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), { minLength: 12, maxLength: 40 }), (letters) => {
        fc.pre(new Set(letters).size > 4)
        expect(kindsOf(letters.join(''))).toEqual([])
      }),
    )
  })

  it('of any kind is answered, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (password) => void kindsOf(password)),
      { numRuns: 50 },
    )
    const started = performance.now()
    kindsOf('a'.repeat(1_000_000))
    kindsOf('ab'.repeat(100))
    expect(performance.now() - started).toBeLessThan(500)
  })
})
