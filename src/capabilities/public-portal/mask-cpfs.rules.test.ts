import { describe, expect, test } from 'vitest'
import { asksForCpf, maskCpfs } from './mask-cpfs.rules.ts'

describe('R4 a CPF is shown only in part', () => {
  test.each([
    ['CPF 529.982.247-25, residente', 'CPF ***.982.247-**, residente'],
    ['CPF 529.982.247 - 25', 'CPF ***.982.247-**'],
    ['inscrito sob 52998224725.', 'inscrito sob 52998224725.'],
    ['inscrito sob 52998224725 e', 'inscrito sob ***.982.247-** e'],
    ['telefone 84999990000', 'telefone 84999990000'],
    ['processo 00110.000001/2026-11', 'processo 00110.000001/2026-11'],
    ['CNPJ 11.444.777/0001-61', 'CNPJ 11.444.777/0001-61'],
    ['<td>529.982.247-25</td>', '<td>***.982.247-**</td>'],
  ])('%s', (text, shown) => {
    expect(maskCpfs(text)).toBe(shown)
  })

  test.each([
    ['529.982.247-25', true],
    ['52998224725', true],
    ['529982247-25', true],
    ['00110.000001/2026-11', false],
    ['pedido de 2026', false],
  ])('%s asks for one: %s', (text, asked) => {
    expect(asksForCpf(text)).toBe(asked)
  })
})
