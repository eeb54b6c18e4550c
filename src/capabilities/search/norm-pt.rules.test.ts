import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { normPt, withoutAccents } from './norm-pt.rules.ts'

describe('text as it is indexed', () => {
  test.each([
    ['licitação licitações licitacao licitacoes LICITAÇÃO', 'licitação'],
    ['decisão decisões DECISAO decisoes', 'decisão'],
    ['pregão pregões pregao pregoes', 'pregão'],
    ['capitão capitães capitaes', 'capitão'],
    ['cidadão cidadãos cidadaos', 'cidadão'],
    ['ação ações AÇAO', 'ação'],
    ['homem homens HOMENS', 'homem'],
    ['não nao NÃO', 'não'],
    ['não, nao.', 'não, não.'],
  ])('%j is %j, again and again', (text, form) => {
    const forms = text.includes(',') ? [normPt(text)] : text.split(' ').map(normPt)
    expect(new Set(forms)).toEqual(new Set([form]))
  })

  test.each([
    ['São João', 'são joão'],
    ['caos', 'cão'],
    ['caótico aorta', 'caotico aorta'],
    ['ao aos oes ns', 'ao aos oes ns'],
    ['fins bens ins', 'fim bem ins'],
    ['nº 12/2026 – «Œuvre» ½', 'nº 12/2026 - <<oeuvre>>  1/2'],
    ['a\u0303o c\u0327a\u0303o', 'ao ção'],
    ['Ωμέγα Ё', 'ωμέγα е'],
    ['', ''],
  ])('%j is %j', (text, form) => {
    expect(normPt(text)).toBe(form)
  })

  it('a word alone is the same as the word among others', () => {
    const word = fc.stringMatching(/^[a-zà-ü]{1,12}$/)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        expect(normPt(words.join(' '))).toBe(words.map(normPt).join(' '))
      }),
    )
  })

  it('never throws, and taking off accents twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        normPt(text)
        const plain = withoutAccents(text)
        expect(withoutAccents(plain)).toBe(plain.toLowerCase())
      }),
      { numRuns: 30 },
    )
  })
})
