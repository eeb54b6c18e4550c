import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatCnpj, formatCpf, maskCpf, parseCnpj, parseCpf } from './cpf.rules.ts'

describe('CPF', () => {
  test.each([
    ['123.456.789-09', '12345678909'],
    ['12345678909', '12345678909'],
    [' 529.982.247-25 ', '52998224725'],
    ['000.000.001-91', '00000000191'],
    ['123.456.789-10', undefined],
    ['123.456.789-19', undefined],
    ['111.111.111-11', undefined],
    ['00000000000', undefined],
    ['1234567890', undefined],
    ['123456789090', undefined],
    ['1234567890A', undefined],
    ['１２３４５６７８９０９', undefined],
    ['', undefined],
  ])('%j: %s', (text, digits) => {
    expect(parseCpf(text)).toBe(digits)
  })

  it('is written with dots, and shown by its middle only', () => {
    expect(formatCpf('12345678909')).toBe('123.456.789-09')
    expect(maskCpf('12345678909')).toBe('***.456.789-**')
    expect(maskCpf('123.456.789-09')).toBe('***.456.789-**')
  })

  it('is hidden altogether where it is not one', () => {
    expect(maskCpf('')).toBe('***.***.***-**')
    expect(maskCpf('1234567890')).toBe('***.***.***-**')
    expect(maskCpf('Ana de Souza')).toBe('***.***.***-**')
  })

  it('with any one digit mistyped is refused', () => {
    for (let place = 0; place < 11; place += 1)
      for (let add = 1; add <= 9; add += 1) {
        const digits = '52998224725'
        const wrong = digits.slice(0, place) + ((Number(digits[place]) + add) % 10) + digits.slice(place + 1)
        expect(parseCpf(wrong)).toBeUndefined()
      }
  })

  it('never shows more than six digits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(maskCpf(text).replace(/\D/g, '').length).toBeLessThanOrEqual(6)
      }),
    )
  })
})

describe('CNPJ', () => {
  test.each([
    // Banco do Brasil, the Federal Revenue and the alphanumeric example of the Revenue.
    ['00.000.000/0001-91', '00000000000191'],
    ['00.394.460/0058-87', '00394460005887'],
    ['12.ABC.345/01DE-35', '12ABC34501DE35'],
    ['12abc34501de35', '12ABC34501DE35'],
    ['12.ABC.345/01DE-36', undefined],
    ['12.ABC.345/01DF-35', undefined],
    ['12.ABC.345/01DE-3A', undefined],
    ['00.000.000/0001-92', undefined],
    ['00000000000000', undefined],
    ['12ABC34501DE3', undefined],
    ['12ABÇ34501DE35', undefined],
    ['', undefined],
  ])('%j: %s', (text, characters) => {
    expect(parseCnpj(text)).toBe(characters)
  })

  it('is written with its punctuation', () => {
    expect(formatCnpj('00000000000191')).toBe('00.000.000/0001-91')
    expect(formatCnpj('12ABC34501DE35')).toBe('12.ABC.345/01DE-35')
  })
})
